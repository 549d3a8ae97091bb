package org.imc.dsl.ui.results;

import java.util.List;

/**
 * The unit that suits the largest value of a column or an axis.
 *
 * @param unit with its prefix
 * @param factor what a canonical value is multiplied with
 */
record Scale(String unit, double factor) {

  private static final double LEAST = 10;

  private static final List<Scale> ENERGIES = List.of(new Scale("J", 1e-12), new Scale("mJ", 1e-9),
      new Scale("µJ", 1e-6), new Scale("nJ", 1e-3), new Scale("pJ", 1));

  private static final List<Scale> TIMES = List.of(new Scale("s", 1e-9), new Scale("ms", 1e-6),
      new Scale("µs", 1e-3), new Scale("ns", 1));

  /** Return the scale for energies in pJ. */
  static Scale energy(double largestPj) {
    return fit(ENERGIES, largestPj);
  }

  /** Return the scale for times in ns. */
  static Scale time(double largestNs) {
    return fit(TIMES, largestNs);
  }

  private static Scale fit(List<Scale> scales, double largest) {
    return scales.stream().filter(scale -> largest * scale.factor() >= LEAST).findFirst()
        .orElse(scales.get(scales.size() - 1));
  }

  double of(double canonical) {
    return canonical * factor;
  }
}
