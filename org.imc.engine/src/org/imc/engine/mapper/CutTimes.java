package org.imc.engine.mapper;

import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * How long one cut holds up the array and the ports, at every point of a candidate's lattice.
 *
 * <p>Everything follows from what lies below the cut (so that lemmas L1 and L2 of {@link TemporalSearch} hold): a tile is a
 * share of the whole operand, how long it takes to exchange is what its busiest port takes for that share, how often
 * follows from the loops above, and the time that is open for it from the loops below that concern the operand. The first
 * tile, or for outputs the last, is charged to everything, since nothing overlaps with it; the others to what they hold up.
 */
final class CutTimes {

  /** Of a cut that takes no time. */
  static final CutTimes NONE = new CutTimes(new double[0], new double[0], new double[0], new double[0], 0);

  private final double[] first; // by criterion: cycles for each of the first counts
  private final double[] firstCount; // by point
  private final double[] second;
  private final double[] secondCount;
  private final double[] ends; // by point: to fill or drain
  private final double[] array; // by point: likewise, and for what the array waits

  private CutTimes(double[] first, double[] firstCount, double[] second, double[] secondCount, int points) {
    this.first = first;
    this.firstCount = firstCount;
    this.second = second;
    this.secondCount = secondCount;
    ends = new double[points];
    array = new double[points];
  }

  /** Return what the cut adds to a criterion of time at a point. */
  double cycles(int criterion, int point) {
    if (ends.length == 0) {
      return 0;
    }
    return criterion == Criteria.ARRAY
        ? array[point]
        : ends[point] + first[criterion] * firstCount[point] + second[criterion] * secondCount[point];
  }

  /** Makes the times of the cuts of one candidate. */
  static final class Factory {

    private final CutCosts costs;
    private final Unrolling candidate;
    private final Lattice lattice;
    private final double[][] passes = new double[Operand.values().length][]; // by operand and point: loops of a pass below

    Factory(CutCosts costs, Unrolling candidate, Lattice lattice) {
      this.costs = costs;
      this.candidate = candidate;
      this.lattice = lattice;
    }

    private double[] passes(Operand operand) {
      double[] known = passes[operand.ordinal()];
      if (known != null) {
        return known;
      }
      double[] of = new double[lattice.size];
      for (int point = 0; point < of.length; point++) {
        of[point] = 1;
        for (LoopDim dim : LoopDim.values()) {
          of[point] *= dim.isRelevantTo(operand) ? lattice.below[dim.ordinal()][point] : 1;
        }
      }
      passes[operand.ordinal()] = of;
      return of;
    }

    /**
     * Return the times of a cut of the weights.
     *
     * @param once what it costs when each weight crosses once
     * @param refills by point: how often each weight comes back
     */
    CutTimes weights(int cut, double[] once, double[] refills) {
      double[] pass = passes(Operand.WEIGHT);
      double whole = pass[lattice.size - 1];
      boolean isCells = costs.chains.below(Operand.WEIGHT, cut) == Chains.CELLS;
      double port = costs.criteria.busiestPort(once);
      double rows = isCells ? costs.rowWrites(candidate, candidate.trips) : 0;
      var times = new CutTimes(once, new double[lattice.size], new double[once.length], refills, lattice.size);
      for (int point = 0; point < lattice.size; point++) {
        double share = pass[point] / whole;
        times.firstCount[point] = refills[point] - share;
        if (isCells) {
          double all = Math.max(port, rows);
          times.ends[point] = all * share;
          times.array[point] = all * (costs.pingPong ? share : refills[point]); // the array does nothing else meanwhile
        } else {
          take(times, point, Operand.WEIGHT, cut, port * share, port * share, refills[point] / share);
        }
      }
      return times;
    }

    /**
     * Return the times of a cut of the outputs.
     *
     * @param out what it costs when each output leaves once, complete
     * @param again what one more round of partial sums costs, up and back
     * @param rounds by point: how often each output leaves
     */
    CutTimes outputs(int cut, double[] out, double[] again, double[] rounds) {
      double[] pass = passes(Operand.OUTPUT);
      double whole = pass[lattice.size - 1];
      double drain = costs.criteria.busiestPort(out);
      double exchange = costs.criteria.busiestPort(again);
      var times = new CutTimes(again, new double[lattice.size], out, new double[lattice.size], lattice.size);
      for (int point = 0; point < lattice.size; point++) {
        double share = pass[point] / whole;
        times.firstCount[point] = rounds[point] - 1;
        times.secondCount[point] = 1 - share;
        take(times, point, Operand.OUTPUT, cut, drain * share, (rounds[point] > 1 ? exchange : drain) * share,
            rounds[point] / share);
      }
      return times;
    }

    /**
     * Return the times of a cut of the inputs.
     *
     * @param write what it costs to write a word below
     * @param written by point: words of a tile written below
     * @param read what it costs to read a word above
     * @param readOut by point: words of a tile read above
     */
    CutTimes inputs(int cut, double[] write, double[] written, double[] read, double[] readOut) {
      double writeCycles = costs.criteria.busiestPort(write);
      double readCycles = costs.criteria.busiestPort(read);
      var times = new CutTimes(write, new double[lattice.size], read, new double[lattice.size], lattice.size);
      for (int point = 0; point < lattice.size; point++) {
        double periods = (double) candidate.iterations / lattice.product[point];
        times.firstCount[point] = written[point] * (periods - 1);
        times.secondCount[point] = readOut[point] * (periods - 1);
        double exchange = Math.max(writeCycles * written[point], readCycles * readOut[point]);
        take(times, point, Operand.INPUT, cut, exchange, exchange, periods);
      }
      return times;
    }

    /** Take the time of the tiles of a memory: one to fill or drain, the others beyond what overlaps with computing. */
    private void take(CutTimes times, int point, Operand operand, int cut, double end, double exchange, double tiles) {
      boolean overlaps = costs.level(costs.chains.below(operand, cut)).doubleBuffered();
      double open = costs.computeCycles(passes(operand)[point]);
      times.ends[point] = end;
      times.array[point] = end + (overlaps ? 0 : (tiles - 1) * Math.max(0, exchange - open));
    }
  }
}
