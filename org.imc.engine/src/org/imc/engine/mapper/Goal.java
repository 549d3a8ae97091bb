package org.imc.engine.mapper;

import org.imc.engine.Objective;

/**
 * An objective as a rising function of a cost vector, with its order of ties: energy alone; latency, then energy; or their
 * product. Of mappings that are equal in that order, the first found wins.
 *
 * <p>Sums of the same numbers in another order differ in their last digits. So energies and products count as equal within
 * {@link #TOLERANCE}, and the answer is optimal up to it. Latencies are compared exactly: they come from whole numbers.
 */
enum Goal {

  ENERGY {
    @Override
    double primary(double energy, double latency) {
      return energy;
    }

    @Override
    boolean cannotBeat(double energy, double latency, Score best) {
      return energy >= best.energy() * (1 - TOLERANCE);
    }
  },
  LATENCY {
    @Override
    double primary(double energy, double latency) {
      return latency;
    }

    @Override
    boolean cannotBeat(double energy, double latency, Score best) {
      return latency > best.latency() || latency == best.latency() && energy >= best.energy() * (1 - TOLERANCE);
    }
  },
  EDP {
    @Override
    double primary(double energy, double latency) {
      return energy * latency;
    }

    @Override
    boolean cannotBeat(double energy, double latency, Score best) {
      return energy * latency >= best.energy() * best.latency() * (1 - TOLERANCE);
    }
  };

  /** Relative difference below which two energies, or two products, count as equal. */
  static final double TOLERANCE = 1e-13;

  /** Energy (pJ) and latency (cycles) of a mapping, or bounds of them. */
  record Score(double energy, double latency) {

    /** Worse than every mapping. */
    static final Score WORST = new Score(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  static Goal of(Objective objective) {
    return switch (objective) {
      case ENERGY -> ENERGY;
      case LATENCY -> LATENCY;
      case EDP -> EDP;
    };
  }

  /** Return what is to be least. */
  abstract double primary(double energy, double latency);

  /** Return whether nothing with at least this energy and latency is better than the best. */
  abstract boolean cannotBeat(double energy, double latency, Score best);

  /** Return what is to be least. */
  double primary(Score score) {
    return primary(score.energy(), score.latency());
  }

  /** Return whether nothing within a bound is better than the best. */
  boolean cannotBeat(Score bound, Score best) {
    return cannotBeat(bound.energy(), bound.latency(), best);
  }
}
