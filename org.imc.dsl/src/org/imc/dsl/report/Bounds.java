package org.imc.dsl.report;

import org.imc.engine.Objective;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;

/**
 * How far results are from what no mapping can beat, in terms of what was minimised. For the energy-delay product the bound
 * is the product of both bounds.
 */
public record Bounds(Objective objective) {

  /** Return the short word for what is compared. */
  public String title() {
    return switch (objective) {
      case ENERGY -> "energy/";
      case LATENCY -> "time/";
      case EDP -> "EDP/";
    };
  }

  /** Return the word for what is compared. */
  public String word() {
    return switch (objective) {
      case ENERGY -> "energy";
      case LATENCY -> "latency";
      case EDP -> "energy-delay product";
    };
  }

  /** Return how many times its bound a layer costs; not a number when the bound is 0. */
  public double distance(LayerEvaluation layer) {
    return distance(layer.energy().totalPj(), layer.bounds().energyPj(),
        layer.latency().totalCycles(), layer.bounds().latencyCycles());
  }

  /** Return how many times its bound a network costs; not a number when the bound is 0. */
  public double distance(Evaluation evaluation) {
    return distance(evaluation.energy().totalPj(), evaluation.energyBoundPj(),
        evaluation.latencyCycles(), evaluation.latencyBoundCycles());
  }

  private double distance(double pj, double pjBound, double cycles, double cyclesBound) {
    return switch (objective) {
      case ENERGY -> pj / pjBound;
      case LATENCY -> cycles / cyclesBound;
      case EDP -> pj / pjBound * (cycles / cyclesBound);
    };
  }
}
