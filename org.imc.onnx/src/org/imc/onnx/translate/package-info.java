/** From the graph of an ONNX file to the layers of a network. */
@NullMarked
package org.imc.onnx.translate;

import org.jspecify.annotations.NullMarked;
