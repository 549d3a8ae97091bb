package org.imc.onnx.file;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a node; what it is not is 0, empty or null. Graphs and lists of texts are not kept.
 *
 * @param integer its value, if it is an integer
 * @param text its value, if it is a text
 * @param number its value, if it is a floating-point number
 * @param numbers its values, if it is a list of integers or of floating-point numbers
 * @param tensor its value, if it is a tensor
 */
public record OnnxAttribute(long integer, String text, double number, double[] numbers, @Nullable OnnxTensor tensor) { }
