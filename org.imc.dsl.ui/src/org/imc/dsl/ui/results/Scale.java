package org.imc.dsl.ui.results;

import java.util.List;
import org.imc.dsl.report.Figures;

/**
 * The unit that suits the largest value of a column or an axis.
 *
 * @param unit with its prefix
 * @param factor what a canonical value is multiplied with
 * @param decimals digits behind the point
 */
record Scale(String unit, double factor, int decimals) {

  private static final double LEAST = 10;
  private static final double MANY = 100;

  private static final List<Scale> ENERGIES = List.of(new Scale("J", 1e-12, 2), new Scale("mJ", 1e-9, 2),
      new Scale("µJ", 1e-6, 2), new Scale("nJ", 1e-3, 2), new Scale("pJ", 1, 2));

  private static final List<Scale> TIMES = List.of(new Scale("s", 1e-9, 2), new Scale("ms", 1e-6, 2),
      new Scale("µs", 1e-3, 2), new Scale("ns", 1, 2));

  /** Return the scale for energies in pJ. */
  static Scale energy(double largestPj) {
    return fit(ENERGIES, largestPj);
  }

  /** Return the scale for times in ns. */
  static Scale time(double largestNs) {
    return fit(TIMES, largestNs);
  }

  private static Scale fit(List<Scale> scales, double largest) {
    Scale fitting = scales.stream().filter(scale -> largest * scale.factor() >= LEAST).findFirst()
        .orElse(scales.get(scales.size() - 1));
    return new Scale(fitting.unit(), fitting.factor(), fitting.of(largest) >= MANY ? 1 : 2);
  }

  double of(double canonical) {
    return canonical * factor;
  }

  /** Return a value as the column writes it, without the unit. */
  String text(double canonical) {
    return Figures.fixed(of(canonical), decimals);
  }
}
