package org.imc.engine.mapping;

import java.util.List;
import org.imc.engine.workload.LoopDim;

/** One loop of a nest, or one spatial unrolling. */
public record Loop(LoopDim dim, long size) {

  public Loop {
    if (size < 1) {
      throw new IllegalArgumentException("Loop %s has size %d. It must be at least 1.".formatted(dim, size));
    }
  }

  /**
   * Return the product of the sizes of some loops.
   *
   * @throws ArithmeticException if it exceeds a {@code long}
   */
  static long product(List<Loop> loops) {
    long product = 1;
    for (Loop loop : loops) {
      product = Math.multiplyExact(product, loop.size());
    }
    return product;
  }

  @Override
  public String toString() {
    return dim + " " + size;
  }
}
