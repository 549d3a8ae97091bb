package org.imc.dsl.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.MacroCost;

/**
 * A figure that a study of the same file predicts.
 *
 * @param text as it was written
 * @param metric what is measured
 * @param study which of the file's studies predicts it, from 0
 * @param peak whether it is that of one macro at its peak
 * @param layer the layer that is meant; the whole network when empty
 * @param spender what the energy is spent on
 */
public record PredictedFigure(
    String text, Metric metric, int study, boolean peak, Optional<String> layer, Spender spender) {

  /**
   * Return the figure, in the canonical unit of its dimension.
   *
   * @param studies the evaluations of the file's studies
   * @return nothing when the study leaves a layer out that the figure needs
   */
  public OptionalDouble in(List<Evaluation> studies) {
    Evaluation evaluation = studies.get(study);
    if (peak) {
      return OptionalDouble.of(peak(evaluation.macro()));
    }
    if (layer.isPresent()) {
      return evaluation.layers().stream()
          .filter(each -> each.layer().name().equals(layer.get()))
          .mapToDouble(each -> of(each))
          .findFirst();
    }
    return evaluation.isComplete() ? OptionalDouble.of(of(evaluation)) : OptionalDouble.empty();
  }

  private double peak(MacroCost macro) {
    return switch (metric) {
      case EFFICIENCY -> macro.topsPerWatt();
      case THROUGHPUT -> macro.tops();
      case DENSITY -> macro.topsPerMm2();
      case ENERGY, LATENCY, AREA, SHARE -> throw new IllegalStateException("A macro at its peak has no " + metric + ".");
    };
  }

  private double of(LayerEvaluation evaluation) {
    return switch (metric) {
      case ENERGY -> spender.pj(evaluation.energy());
      case SHARE -> spender.pj(evaluation.energy()) / evaluation.energy().totalPj();
      case LATENCY -> evaluation.latency().totalNs();
      case EFFICIENCY -> evaluation.topsPerWatt();
      case THROUGHPUT -> 2.0 * evaluation.layer().macs() / evaluation.latency().totalNs() / 1000;
      case AREA, DENSITY -> throw new IllegalStateException("A layer has no " + metric + ".");
    };
  }

  private double of(Evaluation evaluation) {
    return switch (metric) {
      case ENERGY -> spender.pj(evaluation.energy());
      case SHARE -> spender.pj(evaluation.energy()) / evaluation.energy().totalPj();
      case LATENCY -> evaluation.latencyNs();
      case AREA -> evaluation.area().totalMm2() * Quantities.UM2_PER_MM2;
      case EFFICIENCY -> evaluation.topsPerWatt();
      case THROUGHPUT -> evaluation.tops();
      case DENSITY -> evaluation.topsPerMm2();
    };
  }
}
