package org.imc.engine.explore;

import java.util.List;
import org.imc.engine.result.Evaluation;

/**
 * What a design costs over one inference of each network, one after the other; or bounds that it cannot beat.
 *
 * @param energyPj energy of all inferences, pJ
 * @param latencyNs time of all inferences, ns
 * @param areaMm2 area of the chip, mm²
 * @param operations of all inferences; a multiply-accumulate is two
 */
public record DesignCost(double energyPj, double latencyNs, double areaMm2, double operations) {

  public DesignCost {
    if (!(energyPj >= 0 && latencyNs >= 0 && areaMm2 >= 0 && operations >= 0)) { // also refuses NaN
      throw new IllegalArgumentException("A design cannot cost %s pJ, %s ns and %s mm² for %s operations."
          .formatted(energyPj, latencyNs, areaMm2, operations));
    }
  }

  /** Return the cost of a design with one complete evaluation for each network. */
  static DesignCost of(List<Evaluation> evaluations) {
    double energyPj = 0;
    double latencyNs = 0;
    double operations = 0;
    for (Evaluation evaluation : evaluations) {
      energyPj += evaluation.energy().totalPj();
      latencyNs += evaluation.latencyNs();
      operations += 2.0 * evaluation.macs();
    }
    return new DesignCost(energyPj, latencyNs, evaluations.getFirst().area().totalMm2(), operations);
  }
}
