package org.imc.engine.cost;

/**
 * How much of one macro an activation uses.
 *
 * @param usedOutputs column groups whose sums are wanted (the product of the unrollings over the columns)
 * @param usedRows rows that are driven; more than {@code addedRows} when weights are copied diagonally, since outputs that
 *     lie side by side then need different inputs
 * @param addedRows rows that one output adds up (the product of the unrollings over the rows)
 */
public record ArrayUse(long usedOutputs, long usedRows, long addedRows) {

  public ArrayUse {
    if (usedOutputs < 1 || addedRows < 1 || usedRows < addedRows) {
      throw new IllegalArgumentException(
          "An activation cannot use %d outputs and %d rows of which %d are added. Maybe drive at least as many rows as are added."
              .formatted(usedOutputs, usedRows, addedRows));
    }
  }

  /** Return the use in which every row is driven and added. */
  public static ArrayUse of(long usedOutputs, long usedRows) {
    return new ArrayUse(usedOutputs, usedRows, usedRows);
  }
}
