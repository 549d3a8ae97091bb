package org.imc.engine.network;

import org.imc.engine.Objective;
import org.imc.engine.result.LayerEvaluation;

/**
 * Energy (pJ) and time (cycles) of some layers, or bounds of them, and how an objective compares them.
 *
 * @param energyPj sum over the layers
 * @param cycles sum over the layers
 */
record Value(double energyPj, double cycles) {

  static final Value ZERO = new Value(0, 0);

  /** Return what a layer costs at least, since its search may have ended before it found the best mapping. */
  static Value atLeast(LayerEvaluation layer, Objective objective) {
    double found = layer.search() == null ? 1 : 1 / (1 + layer.search().gap());
    return switch (objective) {
      case ENERGY -> new Value(layer.energy().totalPj() * found, layer.latency().totalCycles());
      case LATENCY, EDP -> new Value(layer.energy().totalPj(), layer.latency().totalCycles() * found);
    };
  }

  static Value of(LayerEvaluation layer) {
    return new Value(layer.energy().totalPj(), layer.latency().totalCycles());
  }

  Value plus(Value other) {
    return new Value(energyPj + other.energyPj, cycles + other.cycles);
  }

  /** Return whether this is nowhere more. */
  boolean isWithin(Value other) {
    return energyPj <= other.energyPj && cycles <= other.cycles;
  }

  /** Return what is added up over the layers, as far as that makes sense: of products the roots. */
  double summand(Objective objective) {
    double primary = primary(objective);
    return objective == Objective.EDP ? Math.sqrt(primary) : primary;
  }

  /** Return what is to be least, for a sum of summands: of products a bound (Cauchy and Schwarz). */
  static double ofSum(double sum, Objective objective) {
    return objective == Objective.EDP ? sum * sum : sum;
  }

  /** Return what is to be least. */
  double primary(Objective objective) {
    return switch (objective) {
      case ENERGY -> energyPj;
      case LATENCY -> cycles;
      case EDP -> energyPj * cycles;
    };
  }
}
