package org.imc.onnx.translate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of the graph.
 *
 * @param shape its sizes, the batch first where it has one
 * @param bits its width if it is quantised, 0 otherwise
 * @param numbers its elements where they are known: shapes, axes, scales
 * @param source the input or layer that it is, or is a view of; null for constants
 * @param padding zeros that whoever slides over it puts around it first (top, left, bottom, right); they count in the shape
 */
record Value(long[] shape, int bits, double @Nullable [] numbers, @Nullable Source source, long[] padding) {

  private static final long[] UNPADDED = new long[4];

  /**
   * An input or a layer of the text.
   *
   * @param name what it is called
   * @param layout its shape in the text
   */
  record Source(String name, Layout layout) { }

  /** Return a constant. */
  static Value constant(long[] shape, int bits, double @Nullable [] numbers) {
    return new Value(shape, bits, numbers, null, UNPADDED);
  }

  /** Return a list of whole numbers that is known. */
  static Value known(long... numbers) {
    return constant(new long[] {numbers.length}, 0, Arrays.stream(numbers).asDoubleStream().toArray());
  }

  /** Return what an input or a layer makes. */
  static Value of(Source source, long[] shape, int bits) {
    return new Value(shape, bits, null, source, UNPADDED);
  }

  boolean isConstant() {
    return source == null;
  }

  boolean isPadded() {
    return !Arrays.equals(padding, UNPADDED);
  }

  int rank() {
    return shape.length;
  }

  long size(int axis) {
    return shape[axis];
  }

  /** Return the number of elements, zeros around included. */
  long elements() {
    long elements = 1;
    for (long size : shape) {
      elements = Math.multiplyExact(elements, size);
    }
    return elements;
  }

  Value withShape(long... other) {
    return new Value(other, bits, numbers, source, padding);
  }

  Value withBits(int other) {
    return new Value(shape, other, numbers, source, padding);
  }

  Value withNumbers(double @Nullable [] other) {
    return new Value(shape, bits, other, source, padding);
  }

  Value withPadding(long[] zeros, long... padded) {
    return new Value(padded, bits, numbers, source, zeros);
  }
}
