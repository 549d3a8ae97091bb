package org.imc.engine.cost;

/**
 * How much of one macro an activation uses, on average: fractions stand for unrollings that do not divide a loop. What a
 * fraction costs is {@link ModelForm#charged}: a whole one, but in one published form of the model.
 *
 * @param usedOutputs column groups whose sums are wanted (the product of the unrollings over the columns)
 * @param usedRows rows that are driven; more than {@code addedRows} when weights are copied diagonally, since outputs that
 *     lie side by side then need different inputs
 * @param addedRows rows that one output adds up (the product of the unrollings over the rows)
 */
public record ArrayUse(double usedOutputs, double usedRows, double addedRows) {

  public ArrayUse {
    if (!(usedOutputs >= 1 && addedRows >= 1 && usedRows >= addedRows)) { // also refuses NaN
      throw new IllegalArgumentException(
          "An activation cannot use %s outputs and %s rows of which %s are added. Maybe drive at least as many rows as are added."
              .formatted(text(usedOutputs), text(usedRows), text(addedRows)));
    }
  }

  /** Return the use in which every row is driven and added. */
  public static ArrayUse of(double usedOutputs, double usedRows) {
    return new ArrayUse(usedOutputs, usedRows, usedRows);
  }

  /** Return a number for people: without a fraction where it has none. */
  static String text(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
