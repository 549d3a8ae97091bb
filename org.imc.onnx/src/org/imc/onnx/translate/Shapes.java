package org.imc.onnx.translate;

import java.util.Arrays;

/** Rules of ONNX for shapes. */
final class Shapes {

  private Shapes() { }

  /** Return an axis counted from the front; ONNX counts from the back with negative numbers. */
  static int axis(long axis, int rank) throws UnsupportedNode {
    long counted = axis < 0 ? axis + rank : axis;
    if (counted < 0 || counted >= rank) {
      throw new UnsupportedNode("its axis %d is none of the %d that there are".formatted(axis, rank));
    }
    return (int) counted;
  }

  /** Return the shape of what element-wise operators make of these, stretched to each other. */
  static long[] broadcast(long[] one, long[] other) throws UnsupportedNode {
    int rank = Math.max(one.length, other.length);
    var shape = new long[rank];
    for (int i = 1; i <= rank; i++) {
      long a = i <= one.length ? one[one.length - i] : 1;
      long b = i <= other.length ? other[other.length - i] : 1;
      if (a != b && a != 1 && b != 1) {
        throw new UnsupportedNode("its operands %s and %s do not fit".formatted(Arrays.toString(one), Arrays.toString(other)));
      }
      shape[rank - i] = a == 1 ? b : a;
    }
    return shape;
  }

  /** Return a shape with one size changed. */
  static long[] with(long[] shape, int axis, long size) {
    long[] changed = shape.clone();
    changed[axis] = size;
    return changed;
  }

  static long product(long[] shape, int from, int to) {
    long product = 1;
    for (int i = from; i < to; i++) {
      product = Math.multiplyExact(product, shape[i]);
    }
    return product;
  }
}
