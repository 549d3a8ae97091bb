package org.imc.dsl.ide.results;

import org.imc.dsl.report.Figures;
import org.imc.engine.result.Evaluation;

/** Say an answer in the line above its question. */
public final class ResultLine {

  private static final String DOT = " · ";

  private ResultLine() { }

  /** Return words such as {@code 12.4 TOPS/W · 0.83 mm² · 4.2 ms · energy at 88.5 % of optimum bound}. */
  public static String of(Evaluation evaluation) {
    if (evaluation.layers().isEmpty()) {
      return "No layer can be mapped";
    }
    int missing = evaluation.study().network().layers().size() - evaluation.layers().size();
    return Figures.plain(evaluation.topsPerWatt()) + " TOPS/W" + DOT
        + Figures.area(evaluation.area().totalMm2()) + DOT
        + Figures.time(evaluation.latencyNs()) + DOT
        + word(evaluation) + " at " + Figures.plain(100 / distance(evaluation)) + " % of optimum bound"
        + (evaluation.isProven() ? "" : DOT + "within " + Figures.percent(evaluation.gap()) + " of the optimum")
        + (missing == 0 ? "" : DOT + "without %d of %d layers".formatted(
            missing, missing + evaluation.layers().size()));
  }

  /** Return how many times its bound the network costs, in terms of what was minimised. */
  public static double distance(Evaluation evaluation) {
    double energy = evaluation.energy().totalPj() / evaluation.energyBoundPj();
    double latency = evaluation.latencyCycles() / evaluation.latencyBoundCycles();
    return switch (evaluation.study().objective()) {
      case ENERGY -> energy;
      case LATENCY -> latency;
      case EDP -> energy * latency;
    };
  }

  private static String word(Evaluation evaluation) {
    return switch (evaluation.study().objective()) {
      case ENERGY -> "energy";
      case LATENCY -> "latency";
      case EDP -> "energy-delay product";
    };
  }
}
