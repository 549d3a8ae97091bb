/** Import of ONNX files; the models are made here, through the messages of the format. */
@NullMarked
package org.imc.tests.onnx;

import org.jspecify.annotations.NullMarked;
