/**
 * ONNX files, read as a stream: the graph and small constants are kept, weights are passed over. What is read is untrusted:
 * counts, texts and constants are bounded.
 */
@NullMarked
package org.imc.onnx.file;

import org.jspecify.annotations.NullMarked;
