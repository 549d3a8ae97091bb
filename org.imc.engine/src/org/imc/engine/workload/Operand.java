package org.imc.engine.workload;

/** One of the three arrays that a multiply-accumulate loop nest touches. */
public enum Operand {
  /** The layer's weights, or the second activation operand of a matmul; it sits in the bit cells. */
  WEIGHT,
  /** The activations that are applied to the rows. */
  INPUT,
  /** The partial sums and, once complete, the output activations. */
  OUTPUT
}
