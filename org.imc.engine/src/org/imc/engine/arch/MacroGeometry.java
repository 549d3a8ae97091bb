package org.imc.engine.arch;

/**
 * The array of a macro: its cells and the bits that meet in them.
 *
 * <p>Picture: {@code outputs()} groups of {@code weightBits} columns; each column group has {@code inputs()} cell groups
 * of {@code cellsPerMultiplier} weights; each cell group feeds one multiplier; the {@code inputs()} products of a column
 * group are summed along the bit line.
 *
 * @param rows bit cells along a bit line
 * @param columns bit cells along a word line; a multiple of {@code weightBits}
 * @param cellsPerMultiplier weights (rows) that take turns at one multiplier; divides {@code rows}
 * @param weightBits bits of a weight, side by side in a row
 * @param activationBits bits of an input activation
 * @param bitsPerCycle activation bits applied per cycle: the DAC resolution of an analog macro, the serial width of a
 *     digital one; at most {@code activationBits}
 */
public record MacroGeometry(
    int rows, int columns, int cellsPerMultiplier, int weightBits, int activationBits, int bitsPerCycle) {

  public MacroGeometry {
    atLeastOne("rows", rows);
    atLeastOne("columns", columns);
    atLeastOne("cells per multiplier", cellsPerMultiplier);
    atLeastOne("weight bits", weightBits);
    atLeastOne("activation bits", activationBits);
    atLeastOne("bits per cycle", bitsPerCycle);
    if (columns % weightBits != 0) {
      throw new IllegalArgumentException("%d columns do not hold whole weights of %d bits. Maybe use %d columns."
          .formatted(columns, weightBits, Math.ceilDiv(columns, weightBits) * weightBits));
    }
    if (rows % cellsPerMultiplier != 0) {
      throw new IllegalArgumentException("%d rows do not divide into groups of %d cells per multiplier. Maybe use %d rows."
          .formatted(rows, cellsPerMultiplier, Math.ceilDiv(rows, cellsPerMultiplier) * cellsPerMultiplier));
    }
    if (bitsPerCycle > activationBits) {
      throw new IllegalArgumentException("%d bits per cycle are more than the %d bits of an activation. Maybe use %d."
          .formatted(bitsPerCycle, activationBits, activationBits));
    }
  }

  private static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("A macro has %d %s. It must have at least 1.".formatted(value, what));
    }
  }

  /** Return D1: the outputs that are summed side by side, one per column group. */
  public int outputs() {
    return columns / weightBits;
  }

  /** Return D2: the inputs that are accumulated together along a bit line. */
  public int inputs() {
    return rows / cellsPerMultiplier;
  }

  /** Return the cycles in which one full activation is applied. */
  public int cyclesPerActivation() {
    return Math.ceilDiv(activationBits, bitsPerCycle);
  }

  /** Return the bit cells of one macro. */
  public long cells() {
    return Math.multiplyExact((long) rows, (long) columns);
  }
}
