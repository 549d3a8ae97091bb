package org.imc.engine.mapper;

import java.util.Arrays;
import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * A bound of one spatial candidate that knows how the operands compete for the innermost loops, without a lattice.
 *
 * <p>The tiles at all cuts are nested, so the cuts stand in some order. Loops fall into classes by what they leave in
 * place: K the inputs, the reductions (C, FY, FX) the outputs, the steps over the output (B, OY, OX) the weights. Within
 * one order of the cuts, a class can be as large below a cut as the rooms of this cut and of all above it allow, and a cut
 * costs least when the class that leaves its operand in place is as large as possible (for inputs also the sliding window).
 * The least over all orders, each cut taken by itself, bounds every mapping. Where the outputs fit their last memory only
 * once they are complete, all reductions are below their last cut; then no cut can stand outside it that has no room for them.
 * Sizes are taken as real numbers. Of the
 * latency it knows how long ports are busy and how long the array waits, but not how long filling and draining take.
 */
final class CutOrderBound {

  private static final Operand[] OPERANDS = Operand.values();
  private static final int K = LoopDim.K.ordinal();
  private static final int OY = LoopDim.OY.ordinal();
  private static final int OX = LoopDim.OX.ordinal();
  private static final int FY = LoopDim.FY.ordinal();
  private static final int FX = LoopDim.FX.ordinal();

  private final CutCosts costs;
  private final CutRooms rooms;
  private final Goal goal;
  private final Unrolling candidate;
  private final double reductionTrips;
  private final double stepTrips;
  private final boolean mustComplete; // outputs, before they reach their last memory
  private final double[][][] once = new double[OPERANDS.length][][]; // by operand and cut: to cross it once
  private final double[][] again; // by output cut: one more round of partial sums
  private final double[][] cost; // by cuts placed: what they cost, the others crossed once
  private final int[] left = new int[OPERANDS.length];
  private final long[] below = new long[Unrolling.DIMS];
  private Score best = Score.WORST; // that is, the least of the orders so far

  CutOrderBound(CutCosts costs, Unrolling candidate, Goal goal) {
    this.costs = costs;
    this.goal = goal;
    this.candidate = candidate;
    reductionTrips = trips(LoopDim.C, LoopDim.FY, LoopDim.FX);
    stepTrips = trips(LoopDim.B, LoopDim.OY, LoopDim.OX);
    rooms = new CutRooms(costs, candidate);
    mustComplete = reductionTrips > 1 && rooms.mustComplete();
    again = new double[costs.chains.cuts(Operand.OUTPUT)][];
    double[] all = costs.fixed(candidate);
    int cuts = 0;
    for (Operand operand : OPERANDS) {
      left[operand.ordinal()] = costs.chains.cuts(operand);
      cuts += left[operand.ordinal()];
      once[operand.ordinal()] = new double[left[operand.ordinal()]][];
      for (int cut = 0; cut < left[operand.ordinal()]; cut++) {
        add(all, crossOnce(operand, cut), 1);
      }
    }
    cost = new double[cuts + 1][all.length];
    cost[0] = all;
  }

  private double trips(LoopDim... dims) {
    double product = 1;
    for (LoopDim dim : dims) {
      product *= candidate.trips[dim.ordinal()];
    }
    return product;
  }

  private double[] crossOnce(Operand operand, int cut) {
    double periods = 1;
    if (costs.chains.below(operand, cut) == Chains.MULTIPLIER) { // holds one weight, so each goes by itself
      periods = trips(LoopDim.G, LoopDim.K) * reductionTrips;
    }
    double[] of = new double[costs.criteria.count()];
    costs.addCut(candidate, operand, cut, candidate.trips, periods, of);
    once[operand.ordinal()][cut] = of;
    if (operand == Operand.OUTPUT) {
      double[] twice = new double[of.length];
      costs.addCut(candidate, operand, cut, candidate.trips, 2, twice);
      add(twice, of, -1);
      again[cut] = twice;
    }
    return of;
  }

  private static void add(double[] sum, double[] term, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * term[i];
    }
  }

  /** Return the bound, or the given score if the candidate cannot beat it. */
  Score bound(Score known) {
    best = known;
    if (mustComplete && costs.chains.cuts(Operand.OUTPUT) == 0) {
      return known; // sums come straight out of the array, and do not fit
    }
    place(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    return best;
  }

  /** Place cuts from the outermost inwards; the arguments are how large each class can be below those placed. */
  private void place(int placed, double k, double reductions, double steps) {
    double latency = Criteria.latency(cost[placed]);
    if (goal.cannotBeat(cost[placed][Criteria.ENERGY], latency, best)) {
      return;
    }
    if (placed == cost.length - 1) {
      best = new Score(cost[placed][Criteria.ENERGY], latency);
      return;
    }
    for (Operand operand : OPERANDS) {
      int o = operand.ordinal();
      if (left[o] > 0) {
        int cut = left[o] - 1;
        CutRooms.Limit limit = rooms.limit(operand, cut);
        double kBelow = Math.min(k, limit.k());
        double reductionsBelow = Math.min(reductions, limit.reductions());
        if (reductionsBelow < reductionTrips && isOutsideCompletion()) {
          continue;
        }
        double stepsBelow = Math.min(steps, limit.steps());
        System.arraycopy(cost[placed], 0, cost[placed + 1], 0, cost[placed].length);
        charge(operand, cut, kBelow, reductionsBelow, stepsBelow, cost[placed + 1]);
        left[o]--;
        place(placed + 1, kBelow, reductionsBelow, stepsBelow);
        left[o]++;
      }
    }
  }

  /** Return whether all reductions must be below the next cut that is placed: the outputs' last one, or one outside it. */
  private boolean isOutsideCompletion() {
    return mustComplete && left[Operand.OUTPUT.ordinal()] == costs.chains.cuts(Operand.OUTPUT);
  }

  /** Add what a cut costs beyond crossing it once. */
  private void charge(Operand operand, int cut, double k, double reductions, double steps, double[] sum) {
    switch (operand) {
      case WEIGHT -> {
        if (steps < stepTrips) {
          add(sum, once[operand.ordinal()][cut], stepTrips / steps - 1);
        }
      }
      case OUTPUT -> {
        if (reductions < reductionTrips) {
          add(sum, again[cut], reductionTrips / reductions - 1);
        }
      }
      case INPUT -> chargeInput(cut, k, reductions, steps, sum);
    }
  }

  private void chargeInput(int cut, double k, double reductions, double steps, double[] sum) {
    long[] trips = candidate.trips;
    boolean whole = k >= trips[K]
        && reductions >= Math.max(trips[FY], trips[FX])
        && steps >= Math.max(trips[OY], trips[OX]);
    if (whole) {
      return;
    }
    Arrays.fill(below, 1);
    below[OY] = (long) Math.min(trips[OY], steps);
    below[OX] = (long) Math.min(trips[OX], steps);
    below[FY] = (long) Math.min(trips[FY], reductions);
    below[FX] = (long) Math.min(trips[FX], reductions);
    double inside = (double) below[OY] * below[OX] * below[FY] * below[FX] * Math.min(trips[K], k);
    costs.addCut(candidate, Operand.INPUT, cut, below, candidate.iterations / inside, sum);
    add(sum, once[Operand.INPUT.ordinal()][cut], -1);
  }
}
