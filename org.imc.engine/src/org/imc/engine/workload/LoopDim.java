package org.imc.engine.workload;

/**
 * A dimension of the loop nest {@code O[b][g][k][oy][ox] += W[g][k][c][fy][fx] * I[b][g][c][iy][ix]} with
 * {@code iy = oy*strideY + fy*dilationY - paddingTop}, and x likewise. K and C count per group.
 */
public enum LoopDim {
  /** Batch. */
  B,
  /** Groups; the channels of a depthwise convolution, the heads of an attention. */
  G,
  /** Output channels per group. */
  K,
  /** Input channels per group. */
  C,
  /** Output rows. */
  OY,
  /** Output columns. */
  OX,
  /** Kernel rows. */
  FY,
  /** Kernel columns. */
  FX;

  /**
   * Return whether a step along this dimension changes the element of the operand that is used. OY, OX, FY and FX
   * are relevant to the input only through a sum ({@code iy}, {@code ix}), and count as relevant here.
   */
  public boolean isRelevantTo(Operand operand) {
    return switch (operand) {
      case WEIGHT -> this == G || this == K || this == C || this == FY || this == FX;
      case INPUT -> this != K;
      case OUTPUT -> this == B || this == G || this == K || this == OY || this == OX;
    };
  }
}
