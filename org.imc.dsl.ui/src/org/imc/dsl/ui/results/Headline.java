package org.imc.dsl.ui.results;

import org.imc.dsl.report.Figures;
import org.imc.dsl.report.IntervalText;
import org.imc.engine.result.Evaluation;

/** Say an answer in one line. */
final class Headline {

  private static final String DOT = " · ";

  private Headline() { }

  /**
   * Return words such as {@code 12.4 TOPS/W (peak 19.5, 68 % within 10.2 to 30.1) · 0.83 mm² · 7.1 µJ and 4.2 ms per
   * inference · energy 1.13x its bound · proven optimal}.
   */
  static String of(Evaluation evaluation) {
    if (evaluation.layers().isEmpty()) {
      return "no layer can be mapped; the findings say why";
    }
    var rows = Row.of(evaluation);
    Row total = rows.get(rows.size() - 1);
    int missing = evaluation.study().network().layers().size() - evaluation.layers().size();
    return IntervalText.efficiency(evaluation) + DOT
        + Figures.area(evaluation.area().totalMm2()) + DOT
        + Figures.energy(total.energyPj()) + " and " + Figures.time(total.latencyNs()) + " per inference" + DOT
        + word(evaluation) + " " + Figures.ratio(total.distance()) + " its bound" + DOT
        + (evaluation.isProven() ? "proven optimal" : "within " + Figures.percent(evaluation.gap()) + " of the optimum")
        + (missing == 0 ? "" : DOT + "without %d of %d layers, which have no mapping".formatted(
            missing, missing + evaluation.layers().size()));
  }

  private static String word(Evaluation evaluation) {
    return switch (evaluation.study().objective()) {
      case ENERGY -> "energy";
      case LATENCY -> "latency";
      case EDP -> "energy-delay product";
    };
  }
}
