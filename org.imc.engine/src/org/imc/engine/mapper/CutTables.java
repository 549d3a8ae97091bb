package org.imc.engine.mapper;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.jspecify.annotations.Nullable;

/**
 * What every cut costs and keeps at every point of a candidate's lattice, worked out once. None of it depends on what the
 * array's activations cost. Thread-safe once made.
 */
final class CutTables {

  private static final LoopDim[] REDUCTIONS = {LoopDim.C, LoopDim.FY, LoopDim.FX};
  private static final LoopDim[] STEPS = {LoopDim.B, LoopDim.OY, LoopDim.OX};

  final Unrolling candidate;
  final Lattice lattice;
  final Positions positions;
  final Chains chains;
  /** Number of leading criteria that count. */
  final int criteria;
  /** For each point, whether all loops that add to an output are below. */
  final boolean[] complete;
  /** For each point, whether the order that is asked for goes through it. */
  final boolean[] open;
  private final CutCosts costs;
  private final Narrowing narrowing;
  private final double[] fixed; // what no ordering changes; of it, times are asked for alone
  private final double[] rounds; // by point: how often each output is added to from above
  private final double[] refills; // by point: how often each weight comes back
  private final CutTimes.Factory times;
  private final Cut[][] cuts; // by operand and cut
  private int @Nullable [] deciding; // worked out when asked for
  private final double orderings;
  private final long[] below = new long[Unrolling.DIMS]; // scratch

  /**
   * One cut.
   *
   * @param energy by point
   * @param kept by point: words in the place below the cut; infinite where the cut must not be
   * @param time nothing when energy alone counts, or the cut takes no time
   * @param cycles by criterion of time and point; worked out when asked for
   */
  private record Cut(double[] energy, double[] kept, CutTimes time, double[][] cycles) { }

  CutTables(CutCosts costs, Unrolling candidate, int criteria, @Nullable MappingConstraint constraint) {
    this.costs = costs;
    this.candidate = candidate;
    this.criteria = criteria;
    lattice = new Lattice(candidate.trips);
    chains = costs.chains;
    positions = new Positions(chains);
    fixed = costs.fixed(candidate);
    rounds = above(REDUCTIONS);
    refills = above(STEPS);
    times = new CutTimes.Factory(costs, candidate, lattice);
    complete = new boolean[lattice.size];
    narrowing = new Narrowing(lattice, chains, candidate, constraint);
    open = new boolean[lattice.size];
    for (int point = 0; point < lattice.size; point++) {
      complete[point] = rounds[point] == 1;
      open[point] = narrowing.allows(point);
    }
    cuts = new Cut[Operand.values().length][];
    for (Operand operand : Operand.values()) {
      cuts[operand.ordinal()] = new Cut[chains.cuts(operand)];
      for (int cut = 0; cut < chains.cuts(operand); cut++) {
        cuts[operand.ordinal()][cut] = switch (operand) {
          case WEIGHT -> weights(cut);
          case INPUT -> inputs(cut);
          case OUTPUT -> outputs(cut);
        };
      }
    }
    orderings = openOrders();
  }

  private double[] vector() {
    return new double[costs.criteria.count()];
  }

  /** Return, for each point, the product of the loops of some dimensions above it. */
  private double[] above(LoopDim[] dims) {
    double[] above = new double[lattice.size];
    for (int point = 0; point < above.length; point++) {
      long product = 1;
      for (LoopDim dim : dims) {
        product *= candidate.trips[dim.ordinal()] / lattice.below[dim.ordinal()][point];
      }
      above[point] = product;
    }
    return above;
  }

  private Cut weights(int cut) {
    boolean inUse = chains.below(Operand.WEIGHT, cut) == Chains.MULTIPLIER;
    double[] once = vector();
    double periods = inUse ? (double) candidate.iterations / refills[0] : 1; // one weight at a time
    costs.addCut(candidate, Operand.WEIGHT, cut, candidate.trips, periods, once);
    double[] energy = new double[lattice.size];
    for (int point = 0; point < energy.length; point++) {
      energy[point] = once[Criteria.ENERGY] * refills[point];
    }
    CutTimes time = criteria == 1 || inUse || costs.resident ? CutTimes.NONE : times.weights(cut, once, refills);
    return new Cut(energy, kept(Operand.WEIGHT, cut), time, new double[criteria][]);
  }

  private Cut outputs(int cut) {
    double[] out = vector();
    costs.addCut(candidate, Operand.OUTPUT, cut, candidate.trips, 1, out);
    double[] again = vector();
    costs.addCut(candidate, Operand.OUTPUT, cut, candidate.trips, 2, again);
    for (int k = 0; k < again.length; k++) {
      again[k] -= out[k];
    }
    double[] energy = new double[lattice.size];
    for (int point = 0; point < energy.length; point++) {
      energy[point] = again[Criteria.ENERGY] * (rounds[point] - 1) + out[Criteria.ENERGY];
    }
    CutTimes time = criteria == 1 ? CutTimes.NONE : times.outputs(cut, out, again, rounds);
    return new Cut(energy, kept(Operand.OUTPUT, cut), time, new double[criteria][]);
  }

  private Cut inputs(int cut) {
    int lower = chains.below(Operand.INPUT, cut);
    int upper = chains.above(Operand.INPUT, cut);
    double[] write = vector();
    costs.addWrite(candidate, lower, costs.width(Operand.INPUT, true), write);
    double[] read = vector();
    costs.addRead(candidate, upper, costs.width(Operand.INPUT, true), read);
    double[] written = new double[lattice.size];
    double[] readOut = new double[lattice.size];
    double[] energy = new double[lattice.size];
    for (int point = 0; point < lattice.size; point++) {
      load(point);
      written[point] = costs.moved(Operand.INPUT, lower, candidate, below, 1);
      readOut[point] = costs.moved(Operand.INPUT, upper, candidate, below, 1);
      energy[point] = candidate.iterations / (double) lattice.product[point]
          * (write[Criteria.ENERGY] * written[point] + read[Criteria.ENERGY] * readOut[point]);
    }
    CutTimes time = criteria == 1 ? CutTimes.NONE : times.inputs(cut, write, written, read, readOut);
    return new Cut(energy, kept(Operand.INPUT, cut), time, new double[criteria][]);
  }

  private double[] kept(Operand operand, int cut) {
    int place = chains.below(operand, cut);
    double[] kept = new double[lattice.size];
    for (int point = 0; point < lattice.size; point++) {
      load(point);
      boolean allowed = narrowing.allowsCut(operand, cut, point) && (place >= 0 || costs.fitsCells(place, below))
          && costs.keepsResidents(candidate, operand, place, below);
      kept[point] = !allowed ? Double.POSITIVE_INFINITY : place < 0 ? 0 : costs.kept(operand, place, candidate, below);
    }
    return kept;
  }

  private void load(int point) {
    for (int d = 0; d < below.length; d++) {
      below[d] = lattice.below[d][point];
    }
  }

  /** Return what a cut adds to a criterion, by point. */
  synchronized double[] costs(Operand operand, int cut, int criterion) {
    Cut of = cuts[operand.ordinal()][cut];
    if (criterion == Criteria.ENERGY) {
      return of.energy;
    }
    double[] cycles = of.cycles[criterion];
    if (cycles == null) {
      cycles = new double[lattice.size];
      for (int point = 0; point < cycles.length; point++) {
        cycles[point] = of.time.cycles(criterion, point);
      }
      of.cycles[criterion] = cycles;
    }
    return cycles;
  }

  /**
   * Return the criteria that can decide about a mapping. A port is left out that even at its worst is no busier than the
   * array at its best.
   */
  synchronized int[] deciding() {
    int[] known = deciding;
    if (known == null) {
      known = thoseThatDecide();
      deciding = known;
    }
    return known;
  }

  private int[] thoseThatDecide() {
    int[] those = new int[criteria];
    int count = 0;
    for (int k = 0; k < criteria; k++) {
      if (k <= Criteria.ARRAY || extreme(k, Math::max, 0) > extreme(Criteria.ARRAY, Math::min, Double.POSITIVE_INFINITY)) {
        those[count++] = k;
      }
    }
    return Arrays.copyOf(those, count);
  }

  /** Return a bound of a criterion over all mappings: the extreme of each cut by itself. */
  private double extreme(int criterion, DoubleBinaryOperator of, double neutral) {
    double sum = fixed[criterion];
    for (Operand operand : Operand.values()) {
      for (int cut = 0; cut < cuts[operand.ordinal()].length; cut++) {
        double extreme = neutral;
        double[] costs = costs(operand, cut, criterion);
        for (int point = 0; point < lattice.size; point++) {
          if (open[point] && kept(operand, cut, point) < Double.POSITIVE_INFINITY) {
            extreme = of.applyAsDouble(extreme, costs[point]);
          }
        }
        sum += extreme;
      }
    }
    return sum;
  }

  /** Return the words kept in the place below a cut at a point; infinite where the cut must not be. */
  double kept(Operand operand, int cut, int point) {
    return cuts[operand.ordinal()][cut].kept[point];
  }

  /** Return the number of loop orders that are open. */
  double orderings() {
    return orderings;
  }

  private double openOrders() {
    double[] orders = new double[lattice.size];
    orders[0] = open[0] ? 1 : 0;
    for (int point = 0; point < lattice.size; point++) {
      for (int symbol = 0; symbol < lattice.dims.length; symbol++) {
        if (lattice.canGrow(point, symbol) && open[point + lattice.strides[symbol]]) {
          orders[point + lattice.strides[symbol]] += orders[point];
        }
      }
    }
    return orders[lattice.size - 1];
  }

  /** Return whether no loop in time adds to an output: sums are complete as they leave the array. */
  boolean startsComplete() {
    return complete[0];
  }

  /** Return whether sums are complete as they arrive at the level below the next output cut. */
  boolean arriveComplete(int position) {
    return startsComplete() || positions.isComplete(position);
  }
}
