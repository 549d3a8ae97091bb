package org.imc.engine.network;

import java.util.List;
import org.imc.engine.workload.Operand;

/**
 * The output of a layer, from when it is computed to when it is read for the last time.
 *
 * @param producer index of the layer that computes it, which is also the index of the tensor
 * @param bits in all
 * @param lastReader index of the last layer that reads it; the producer when nobody does
 * @param homes where it may live: indices of memory levels, nearest first, then {@link #OUTERMOST}
 */
record Tensor(int producer, long bits, int lastReader, List<Integer> homes) {

  /** No one memory: wherever the ways of the operands end that it is. */
  static final int OUTERMOST = -1;

  /**
   * What a layer reads.
   *
   * @param tensor index of the tensor
   * @param operand as which it is read
   * @param elements of it
   */
  record Read(int tensor, Operand operand, long elements) { }

  Tensor {
    homes = List.copyOf(homes);
  }

  /** Return the nearest of its homes. */
  int nearest() {
    return homes.getFirst();
  }
}
