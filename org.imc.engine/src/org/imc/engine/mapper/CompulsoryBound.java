package org.imc.engine.mapper;

import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * The quickest bound of a spatial candidate: what no ordering changes (the array, and what it exchanges with the lowest
 * levels), and every element of the layer across every cut once, as if each went to a single instance.
 *
 * <p>Remembers the least energy and the least latency it has seen, which after all candidates is what no mapping can beat.
 */
final class CompulsoryBound {

  private final CutCosts costs;
  private final Goal goal;
  private final double trafficPj;
  private final double busiestPort;
  private final int inputs;
  private final int outputs;
  private double leastEnergy = Double.POSITIVE_INFINITY;
  private double leastLatency = Double.POSITIVE_INFINITY;
  private double leastPrimary = Double.POSITIVE_INFINITY;

  CompulsoryBound(CutCosts costs, Goal goal) {
    this.costs = costs;
    this.goal = goal;
    inputs = costs.chains.first(Operand.INPUT);
    outputs = costs.chains.first(Operand.OUTPUT);
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

  /** Return the bound of a candidate. */
  Score of(Unrolling candidate) {
    double energy = trafficPj + costs.arrayPj(candidate) + lowestPj(candidate);
    double latency = Math.max(busiestPort, arrayCycles(candidate));
    leastEnergy = Math.min(leastEnergy, goal.withLeakage(energy, latency));
    leastLatency = Math.min(leastLatency, latency);
    leastPrimary = Math.min(leastPrimary, goal.primary(energy, latency));
    return new Score(energy, latency);
  }

  private double lowestPj(Unrolling candidate) {
    double words = costs.moved(Operand.INPUT, inputs, candidate, costs.ones, candidate.iterations);
    double inputPj = words * costs.width(Operand.INPUT, true) * costs.level(inputs).readPjPerBit();
    double sums = (double) candidate.usedOutputs * candidate.usedMacros * candidate.iterations;
    double complete = costs.elements(Operand.OUTPUT, candidate.trips, candidate.chipTile);
    double partialBits = (sums - complete) * costs.width(Operand.OUTPUT, false);
    double writtenBits = partialBits + complete * costs.width(Operand.OUTPUT, true);
    return inputPj + partialBits * costs.level(outputs).readPjPerBit()
        + writtenBits * costs.level(outputs).writePjPerBit();
  }

  private double arrayCycles(Unrolling candidate) {
    double compute = costs.computeCycles(candidate);
    return costs.pingPong
        ? Math.max(compute + candidate.usedRows, weightWrites(candidate)) // the first rows come before computing
        : compute + weightWrites(candidate);
  }

  /** Return the rows written when every weight is written once. */
  private static double weightWrites(Unrolling candidate) {
    double rows = candidate.usedRows;
    for (LoopDim dim : LoopDim.values()) {
      if (dim.isRelevantTo(Operand.WEIGHT)) {
        rows *= candidate.trips[dim.ordinal()];
      }
    }
    return rows;
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
