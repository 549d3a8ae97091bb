package org.imc.engine.mapper;

import java.util.Arrays;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.jspecify.annotations.Nullable;

/** What every cut costs and keeps at every point of a candidate's lattice, worked out once. */
final class CutTables {

  final Unrolling candidate;
  final Lattice lattice;
  final Positions positions;
  final Chains chains;
  /** Number of leading criteria that are tabulated. */
  final int criteria;
  /** What no ordering changes. */
  final double[] fixed;
  /** For each point, whether all loops that add to an output are below. */
  final boolean[] complete;
  private final double[][][] @Nullable [] cost; // by operand, cut, criterion (null: nothing at any point), point
  private final double[][][] kept; // by operand, cut, point: words in the place below the cut

  CutTables(CutCosts costs, Unrolling candidate, int criteria) {
    this.candidate = candidate;
    this.criteria = criteria;
    lattice = new Lattice(candidate.trips);
    chains = costs.chains;
    positions = new Positions(chains);
    double[] all = new double[costs.criteria.count()];
    costs.addFixed(candidate, all);
    fixed = Arrays.copyOf(all, criteria);
    complete = new boolean[lattice.size];
    for (int point = 0; point < lattice.size; point++) {
      complete[point] = reductions(point) == reductions(lattice.size - 1);
    }
    int operands = Operand.values().length;
    cost = new double[operands][][][];
    kept = new double[operands][][];
    for (Operand operand : Operand.values()) {
      int cuts = chains.cuts(operand);
      cost[operand.ordinal()] = new double[cuts][][];
      kept[operand.ordinal()] = new double[cuts][lattice.size];
      for (int cut = 0; cut < cuts; cut++) {
        fill(costs, operand, cut);
      }
    }
  }

  private long reductions(int point) {
    long product = 1;
    for (LoopDim dim : LoopDim.values()) {
      if (!dim.isRelevantTo(Operand.OUTPUT)) {
        product *= lattice.below[dim.ordinal()][point];
      }
    }
    return product;
  }

  private void fill(CutCosts costs, Operand operand, int cut) {
    double[][] table = new double[criteria][];
    double[] keeps = kept[operand.ordinal()][cut];
    int place = chains.below(operand, cut);
    double iterations = candidate.iterations;
    double[] sum = new double[costs.criteria.count()];
    long[] below = new long[Unrolling.DIMS];
    for (int point = 0; point < lattice.size; point++) {
      for (int d = 0; d < below.length; d++) {
        below[d] = lattice.below[d][point];
      }
      Arrays.fill(sum, 0);
      costs.addCut(candidate, operand, cut, below, iterations / lattice.product[point], sum);
      for (int k = 0; k < criteria; k++) {
        if (sum[k] != 0) {
          if (table[k] == null) {
            table[k] = new double[lattice.size];
          }
          table[k][point] = sum[k];
        }
      }
      keeps[point] = place >= 0
          ? costs.kept(operand, place, candidate, below)
          : costs.fitsCells(place, below) ? 0 : Double.POSITIVE_INFINITY;
    }
    cost[operand.ordinal()][cut] = table;
  }

  /** Return what a cut adds to a criterion at each point; null when it adds nothing anywhere. */
  double @Nullable [] cost(Operand operand, int cut, int criterion) {
    return cost[operand.ordinal()][cut][criterion];
  }

  /** Return the words kept in the place below a cut at a point; infinite when the cells cannot hold them. */
  double kept(Operand operand, int cut, int point) {
    return kept[operand.ordinal()][cut][point];
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
