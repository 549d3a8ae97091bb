package org.imc.dsl.report;

import java.util.List;

/**
 * The unit that all numbers of a table's column share, so that they compare at a glance.
 *
 * @param unit the unit, with its prefix
 * @param factor what a canonical value is multiplied with
 * @param decimals digits behind the point
 */
public record ColumnScale(String unit, double factor, int decimals) {

  private static final double LEAST_LARGEST = 10;

  private static final List<ColumnScale> ENERGIES = List.of(
      new ColumnScale("J", 1e-12, 0), new ColumnScale("mJ", 1e-9, 0), new ColumnScale("µJ", 1e-6, 0),
      new ColumnScale("nJ", 1e-3, 0), new ColumnScale("pJ", 1, 0), new ColumnScale("fJ", 1e3, 0));

  private static final List<ColumnScale> TIMES = List.of(
      new ColumnScale("s", 1e-9, 0), new ColumnScale("ms", 1e-6, 0), new ColumnScale("µs", 1e-3, 0),
      new ColumnScale("ns", 1, 0), new ColumnScale("ps", 1e3, 0));

  /** Return the scale of a column of energies, the largest of which is given in pJ. */
  public static ColumnScale energy(double largestPj) {
    return fit(ENERGIES, largestPj);
  }

  /** Return the scale of a column of times, the largest of which is given in ns. */
  public static ColumnScale time(double largestNs) {
    return fit(TIMES, largestNs);
  }

  /** Return a value of the column, without the unit. */
  public String format(double value) {
    return Figures.fixed(value * factor, decimals);
  }

  private static ColumnScale fit(List<ColumnScale> scales, double largest) {
    ColumnScale scale = scales.stream()
        .filter(candidate -> largest * candidate.factor() >= LEAST_LARGEST)
        .findFirst()
        .orElse(scales.getLast());
    return new ColumnScale(scale.unit(), scale.factor(), largest * scale.factor() >= 100 ? 1 : 2);
  }
}
