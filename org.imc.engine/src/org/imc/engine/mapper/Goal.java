package org.imc.engine.mapper;

import org.imc.engine.Objective;

/**
 * An objective as a rising function of a cost vector, with its order of ties: energy alone; latency, then energy; or their
 * product. Of mappings that are equal in that order, the first found wins.
 *
 * <p>The energy of a cost vector leaves out leakage, which is power times latency; a goal adds it.
 *
 * <p>Sums of the same numbers in another order differ in their last digits. So numbers count as equal within
 * {@link #TOLERANCE}, and the answer is optimal up to it.
 *
 * @param objective what is to be least
 * @param leakagePjPerCycle energy that leaks in each cycle, pJ
 * @param latencyBelow only mappings that are faster count, cycles; infinite when all do
 */
record Goal(Objective objective, double leakagePjPerCycle, double latencyBelow) {

  /** Relative difference below which two numbers count as equal. */
  static final double TOLERANCE = 1e-13;

  /** How far above a value that can be had others still count, so that ties are broken as if it were not known. */
  static final double BEYOND_TIES = 1 + 1e-9;

  /** Energy without leakage (pJ) and latency (cycles) of a mapping, or bounds of them. */
  record Score(double energy, double latency) {

    /** Worse than every mapping. */
    static final Score WORST = new Score(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Return a score that this one beats, and everything that is as good. */
    Score justAbove() {
      return new Score(energy * BEYOND_TIES, latency * BEYOND_TIES);
    }
  }

  /** Return whether latency plays no part at all. */
  boolean isOfEnergyAlone() {
    return objective == Objective.ENERGY && leakagePjPerCycle == 0 && latencyBelow == Double.POSITIVE_INFINITY;
  }

  /** Return an energy with the leakage of a latency, pJ. */
  double withLeakage(double energy, double latency) {
    return leakagePjPerCycle == 0 ? energy : energy + leakagePjPerCycle * latency;
  }

  /** Return what is to be least, of an energy that includes the leakage. */
  double primaryOfTotal(double energy, double latency) {
    return switch (objective) {
      case ENERGY -> energy;
      case LATENCY -> latency;
      case EDP -> energy * latency;
    };
  }

  /** Return what is to be least. */
  double primary(double energy, double latency) {
    return primaryOfTotal(withLeakage(energy, latency), latency);
  }

  /** Return whether nothing with at least this energy and latency is better than the best. */
  boolean cannotBeat(double energy, double latency, Score best) {
    return latency >= latencyBelow * (1 - TOLERANCE) || switch (objective) {
      case ENERGY, EDP -> primary(energy, latency) >= primary(best) * (1 - TOLERANCE);
      case LATENCY -> latency > best.latency() * (1 + TOLERANCE)
          || latency >= best.latency() * (1 - TOLERANCE) && energy >= best.energy() * (1 - TOLERANCE);
    };
  }

  /** Return what is to be least. */
  double primary(Score score) {
    return primary(score.energy(), score.latency());
  }

  /** Return whether nothing within a bound is better than the best. */
  boolean cannotBeat(Score bound, Score best) {
    return cannotBeat(bound.energy(), bound.latency(), best);
  }
}
