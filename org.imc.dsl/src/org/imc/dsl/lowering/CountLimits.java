package org.imc.dsl.lowering;

/**
 * How much of a network is counted: far more than anything built, and little enough that sums over all its layers fit a
 * {@code long}.
 */
final class CountLimits {

  /** The most elements of one tensor, of a whole batch. */
  static final long ELEMENTS = 1L << 40;

  /** The most multiplications of one layer, of a whole batch. */
  static final long MULTIPLICATIONS = 1L << 48;

  private CountLimits() { }

  /** Return the product of numbers of at least 1, or {@link Long#MAX_VALUE} when it is larger. */
  static long product(long... factors) {
    long product = 1;
    for (long factor : factors) {
      if (product > Long.MAX_VALUE / factor) {
        return Long.MAX_VALUE;
      }
      product *= factor;
    }
    return product;
  }
}
