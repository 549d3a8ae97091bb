package org.imc.engine.mapper;

import org.imc.engine.mapper.Candidates.Counts;
import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.workload.Operand;

/**
 * The quickest bound of a spatial candidate: what no ordering changes (the array, and what it exchanges with the lowest
 * levels), and every element of the layer across every cut once, as if each went to a single instance.
 *
 * <p>Remembers the least energy and the least latency of the candidates it has seen; after all, no mapping can beat them.
 */
final class CompulsoryBound {

  private final CutCosts costs;
  private final Goal goal;
  private final double trafficPj;
  private final double busiestPort;
  private final int inputBits;
  private final int outputBits;
  private final int partialBitsPerSum;
  private final double inputPjPerBit;
  private final double sumReadPjPerBit;
  private final double sumWritePjPerBit;
  private double[] energies = {}; // of the candidates seen last
  private double[] latencies = {};
  private double leastEnergy = Double.POSITIVE_INFINITY;
  private double leastLatency = Double.POSITIVE_INFINITY;
  private double leastPrimary = Double.POSITIVE_INFINITY;

  CompulsoryBound(CutCosts costs, Goal goal) {
    this.costs = costs;
    this.goal = goal;
    inputBits = costs.width(Operand.INPUT, true);
    outputBits = costs.width(Operand.OUTPUT, true);
    partialBitsPerSum = costs.width(Operand.OUTPUT, false);
    inputPjPerBit = costs.level(costs.chains.first(Operand.INPUT)).readPjPerBit();
    sumReadPjPerBit = costs.level(costs.chains.first(Operand.OUTPUT)).readPjPerBit();
    sumWritePjPerBit = costs.level(costs.chains.first(Operand.OUTPUT)).writePjPerBit();
    double[] once = new double[costs.criteria.count()];
    for (Operand operand : Operand.values()) {
      for (int cut = 0; cut < costs.chains.cuts(operand); cut++) {
        addOnce(operand, cut, once);
      }
    }
    trafficPj = once[Criteria.ENERGY];
    busiestPort = costs.criteria.busiestPort(once);
  }

  private void addOnce(Operand operand, int cut, double[] once) {
    double bits = costs.whole(operand) * costs.width(operand, true);
    int lower = costs.chains.below(operand, cut);
    int upper = costs.chains.above(operand, cut);
    boolean up = operand == Operand.OUTPUT;
    if (lower >= 0) {
      add(lower, up, bits, once);
    } else if (lower == Chains.CELLS) {
      once[Criteria.ENERGY] += bits * costs.cellWritePjPerBit();
    }
    if (upper >= 0) {
      add(upper, !up, bits, once);
    }
  }

  private void add(int level, boolean isRead, double bits, double[] once) {
    int port = isRead ? costs.criteria.reads(level) : costs.criteria.writes(level);
    once[Criteria.ENERGY] += bits * costs.pjPerBit(level, isRead);
    once[port] += costs.criteria.cycles(port, bits, costs::allInstances);
  }

  /** Return the bound of a candidate, padded or not. */
  Score of(SpatialSpace.Variant candidate) {
    return of(candidate.counts(), costs.arrayPj(candidate.unrolling()));
  }

  /** Return the bound of a candidate of a space that has not been padded. */
  Score of(SpatialSpace space, Candidates some, int i) {
    return of(some.counts(i), costs.arrayPj(space, some, i));
  }

  private Score of(Counts candidate, double arrayPj) {
    double energy = trafficPj + arrayPj + lowestPj(candidate.iterations(), candidate.outputs(), candidate.macros(),
        candidate.inputWords(), candidate.completeOutputs());
    double latency = Math.max(busiestPort, arrayCycles(candidate.iterations(), candidate.rows(), candidate.weightRows()));
    return new Score(energy, latency);
  }

  /**
   * Look at candidates of a space: remember the least of their bounds, and work out in a few operations each what
   * {@link #energyJustBelow} and {@link #latency} tell of them.
   */
  void see(SpatialSpace space, Candidates some) {
    see(space, some, some.size());
  }

  /** Look at so many of them, as if the others were not there. */
  void see(SpatialSpace space, Candidates some, int count) {
    estimate(some, count);
    for (int i = 0; i < count; i++) {
      if (latencies[i] < leastLatency || goal.withLeakage(energies[i], latencies[i]) < leastEnergy
          || goal.primary(energies[i], latencies[i]) < leastPrimary) {
        remember(of(space, some, i));
      }
    }
  }

  private void remember(Score bound) {
    leastEnergy = Math.min(leastEnergy, goal.withLeakage(bound.energy(), bound.latency()));
    leastLatency = Math.min(leastLatency, bound.latency());
    leastPrimary = Math.min(leastPrimary, goal.primary(bound));
  }

  private void estimate(Candidates some, int count) {
    if (energies.length < count) {
      energies = new double[count];
      latencies = new double[count];
    }
    for (int i = 0; i < count; i++) {
      double array = costs.leastPjPerActivation(some, i);
      energies[i] = trafficPj + (double) some.iterations[i] * some.macros[i] * array + lowestPj(
          some.iterations[i], some.outputs[i], some.macros[i], some.inputWords[i], some.completeOutputs[i]);
      latencies[i] = Math.max(busiestPort, arrayCycles(some.iterations[i], some.rows[i], some.weightRows[i]));
    }
  }

  /** Return an energy that is just below that of the bound of a candidate that was seen last, pJ. */
  double energyJustBelow(int i) {
    return energies[i];
  }

  /** Return the latency of the bound of a candidate that was seen last. */
  double latency(int i) {
    return latencies[i];
  }

  private double lowestPj(long iterations, int outputs, int macros, double inputWords, double complete) {
    double inputPj = inputWords * inputBits * inputPjPerBit;
    double sums = (double) outputs * macros * iterations;
    double partialBits = (sums - complete) * partialBitsPerSum;
    double writtenBits = partialBits + complete * outputBits;
    return inputPj + partialBits * sumReadPjPerBit + writtenBits * sumWritePjPerBit;
  }

  private double arrayCycles(long iterations, int rows, double weightRows) {
    double compute = costs.computeCycles(iterations);
    if (costs.resident) {
      return compute;
    }
    return costs.pingPong
        ? Math.max(compute + rows, weightRows) // the first rows come before computing
        : compute + weightRows;
  }

  /** Return the least bound seen so far of what is to be least. */
  double leastPrimary() {
    return leastPrimary;
  }

  /** Return the energy of every element across every cut once, pJ, the lowest levels aside. */
  double trafficPj() {
    return trafficPj;
  }

  /** Return the cycles that this keeps the busiest port busy. */
  double busiestPort() {
    return busiestPort;
  }

  /** Return the least seen so far. */
  LowerBounds least() {
    return new LowerBounds(leastEnergy, leastLatency);
  }
}
