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
 * @param bitsPerCycle activation bits applied per cycle, at most {@code activationBits}
 * @param columnsPerReadOut columns that take turns at one read-out (a column multiplexer); their weights are as if they
 *     took turns at one multiplier. 1 when each has its own; divides the number of weights in a row
 * @param inputsAtOnce inputs that are summed in one cycle, where fewer rows may be active than there are; the rest
 *     follow in further cycles. At most {@code inputs()}
 * @param pingPong whether rows are written while the array computes with other weights of the same multipliers, of which
 *     there must be at least two; if not, the array does not compute meanwhile
 */
public record MacroGeometry(
    int rows, int columns, int cellsPerMultiplier, int weightBits, int activationBits, int bitsPerCycle,
    int columnsPerReadOut, int inputsAtOnce, boolean pingPong) {

  /**
   * An array that does not compute while rows are written and in which every column has its own read-out and all inputs are
   * summed at once.
   */
  public MacroGeometry(
      int rows, int columns, int cellsPerMultiplier, int weightBits, int activationBits, int bitsPerCycle) {
    this(rows, columns, cellsPerMultiplier, weightBits, activationBits, bitsPerCycle, 1,
        rows / Math.max(1, cellsPerMultiplier));
  }

  /** An array that does not compute while rows are written. */
  public MacroGeometry(
      int rows, int columns, int cellsPerMultiplier, int weightBits, int activationBits, int bitsPerCycle,
      int columnsPerReadOut, int inputsAtOnce) {
    this(rows, columns, cellsPerMultiplier, weightBits, activationBits, bitsPerCycle, columnsPerReadOut, inputsAtOnce, false);
  }

  /** Return this array with cells that take the next weights while it computes. */
  public MacroGeometry withPingPong() {
    return new MacroGeometry(rows, columns, cellsPerMultiplier, weightBits, activationBits, bitsPerCycle, columnsPerReadOut,
        inputsAtOnce, true);
  }

  public MacroGeometry {
    atLeastOne("rows", rows);
    atLeastOne("columns", columns);
    atLeastOne("cells per multiplier", cellsPerMultiplier);
    atLeastOne("weight bits", weightBits);
    atLeastOne("activation bits", activationBits);
    atLeastOne("bits per cycle", bitsPerCycle);
    atLeastOne("columns per read-out", columnsPerReadOut);
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
    if (columns / weightBits % columnsPerReadOut != 0) {
      throw new IllegalArgumentException("%d weights side by side do not divide into %d columns per read-out. Maybe use 1."
          .formatted(columns / weightBits, columnsPerReadOut));
    }
    if (inputsAtOnce < 1 || inputsAtOnce > rows / cellsPerMultiplier) {
      throw new IllegalArgumentException("%d inputs at once is not between 1 and the %d inputs of the array. Maybe use %d."
          .formatted(inputsAtOnce, rows / cellsPerMultiplier, rows / cellsPerMultiplier));
    }
    if (pingPong && cellsPerMultiplier * columnsPerReadOut < 2) {
      throw new IllegalArgumentException(
          "Ping-pong cells need at least 2 weights per multiplier, but there is 1. Maybe use 2 cells per multiplier.");
    }
  }

  private static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("A macro has %d %s. It must have at least 1.".formatted(value, what));
    }
  }

  /** Return D1: the outputs that are summed side by side, one per column group in use. */
  public int outputs() {
    return columns / weightBits / columnsPerReadOut;
  }

  /** Return the columns that are read at the same time. */
  public int activeColumns() {
    return outputs() * weightBits;
  }

  /** Return M: the weights that take turns at one multiplier, along the rows and along multiplexed columns. */
  public int weightsPerMultiplier() {
    return cellsPerMultiplier * columnsPerReadOut;
  }

  /** Return the weights per multiplier that a tile may have: half of them where the next tile is written meanwhile. */
  public int weightsPerTile() {
    return pingPong ? weightsPerMultiplier() / 2 : weightsPerMultiplier();
  }

  /** Return D2: the inputs that are accumulated together along a bit line, at once or group by group. */
  public int inputs() {
    return rows / cellsPerMultiplier;
  }

  /** Return the cycles in which all bits of an activation are applied to one group of rows. */
  public int serialCycles() {
    return Math.ceilDiv(activationBits, bitsPerCycle);
  }

  /** Return the groups of rows that are active one after the other. */
  public int rowSteps() {
    return Math.ceilDiv(inputs(), inputsAtOnce);
  }

  /** Return the cycles in which one full activation is applied to all inputs. */
  public int cyclesPerActivation() {
    return Math.multiplyExact(serialCycles(), rowSteps());
  }

  /** Return the bit cells of one macro. */
  public long cells() {
    return Math.multiplyExact((long) rows, (long) columns);
  }
}
