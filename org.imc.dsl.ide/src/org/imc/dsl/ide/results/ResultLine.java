package org.imc.dsl.ide.results;

import org.imc.dsl.report.Bounds;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.IntervalText;
import org.imc.engine.result.Evaluation;

/** Say an answer in the line above its question. */
public final class ResultLine {

  private static final String DOT = " · ";

  private ResultLine() { }

  /**
   * Return words such as {@code 12.4 TOPS/W (peak 19.5, 10.2–30.1) · 0.83 mm² · 4.2 ms · energy at 88.5 % of optimum bound}; the
   * two numbers are those that 68 % of published macros would have their peak between.
   */
  public static String of(Evaluation evaluation) {
    if (evaluation.layers().isEmpty()) {
      return "No layer can be mapped";
    }
    return IntervalText.briefEfficiency(evaluation) + DOT
        + Figures.area(evaluation.area().totalMm2()) + DOT
        + Figures.time(evaluation.latencyNs()) + DOT
        + bound(evaluation)
        + (evaluation.isProven() ? "" : DOT + gap(evaluation))
        + missing(evaluation);
  }

  /**
   * Return more words, such as {@code 12.4 TOPS/W (peak 19.5, 68 % within 10.2 to 30.1) · 0.83 mm² · 7.1 µJ and
   * 4.2 ms per inference · energy at 88.5 % of optimum bound · proven optimal}.
   */
  public static String inFull(Evaluation evaluation) {
    if (evaluation.layers().isEmpty()) {
      return "no layer can be mapped; the findings say why";
    }
    return IntervalText.efficiency(evaluation) + DOT
        + Figures.area(evaluation.area().totalMm2()) + DOT
        + Figures.energy(evaluation.energy().totalPj()) + " and " + Figures.time(evaluation.latencyNs())
        + " per inference" + DOT + bound(evaluation) + DOT
        + (evaluation.isProven() ? "proven optimal" : gap(evaluation)) + missing(evaluation);
  }

  private static String bound(Evaluation evaluation) {
    var bounds = new Bounds(evaluation.study().objective());
    return bounds.word() + " at " + Figures.plain(100 / bounds.distance(evaluation)) + " % of optimum bound";
  }

  private static String gap(Evaluation evaluation) {
    return "within " + Figures.percent(evaluation.gap()) + " of the optimum";
  }

  private static String missing(Evaluation evaluation) {
    int all = evaluation.study().network().layers().size();
    int missing = all - evaluation.layers().size();
    return missing == 0 ? "" : DOT + "without %d of %d layers, which have no mapping".formatted(missing, all);
  }
}
