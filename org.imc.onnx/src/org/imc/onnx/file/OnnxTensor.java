package org.imc.onnx.file;

import org.jspecify.annotations.Nullable;

/**
 * A constant of the graph.
 *
 * @param name what nodes call it
 * @param shape its sizes
 * @param type its element type, one of {@link ElementType}
 * @param numbers its elements in their order, where there are few; null for weights
 */
public record OnnxTensor(String name, long[] shape, int type, double @Nullable [] numbers) { }
