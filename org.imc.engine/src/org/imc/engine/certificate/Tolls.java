package org.imc.engine.certificate;

import java.util.List;
import org.imc.engine.Objective;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.workload.Operand;

/**
 * What is paid for in a nest, as vectors that add up: energy without leakage (pJ), the cycles of the array with all that it
 * waits for, those of the write port of ping-pong cells, and those of each memory port. Each has the cycles of filling and
 * draining too, so that the latency is the largest. Where energy is all that counts, a vector has only that.
 */
final class Tolls {

  static final int ENERGY = 0;
  static final int ARRAY = 1;
  static final int CELL_PORT = 2;
  static final int PORTS = 3;

  final int length;
  final Nest nest;
  private final Prices prices;
  private final Objective objective;
  private final int[] firstPort; // by level

  Tolls(Nest nest, Prices prices, Objective objective) {
    this.nest = nest;
    this.prices = prices;
    this.objective = objective;
    List<MemoryLevel> levels = prices.architecture.memories().levels();
    firstPort = new int[levels.size()];
    int next = PORTS;
    for (int level = 0; level < levels.size(); level++) {
      firstPort[level] = next;
      next += levels.get(level).ports().size();
    }
    length = isEnergyAlone() ? 1 : next;
  }

  private boolean isEnergyAlone() {
    return objective == Objective.ENERGY && prices.leakagePjPerCycle == 0;
  }

  double[] vector() {
    return new double[length];
  }

  static void add(double[] sum, double[] toll, double times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += toll[i] * times;
    }
  }

  /** Add bits through a level. */
  void move(int level, boolean isRead, double bits, double[] sum) {
    MemoryLevel memory = nest.level(level);
    sum[ENERGY] += bits * (isRead ? memory.readPjPerBit() : memory.writePjPerBit());
    if (length > 1) {
      int port = Prices.port(memory, isRead);
      double perCycle = memory.ports().get(port).bandwidthBitsPerCycle() * nest.instances(level);
      sum[firstPort[level] + port] += bits / perCycle;
    }
  }

  /** Add sums that go up through a level, and the partial ones that come back. */
  void moveSums(int level, boolean upIsRead, double partial, double complete, double[] sum) {
    double partialBits = partial * nest.width(Operand.OUTPUT, false);
    double upBits = partialBits + complete * nest.width(Operand.OUTPUT, true);
    move(level, upIsRead, upBits, sum);
    move(level, !upIsRead, partialBits, sum);
  }

  /** Return what no order changes: the array, and what it exchanges with the nearest levels. */
  double[] fixed(Places places) {
    double[] fixed = vector();
    fixed[ENERGY] = arrayPj();
    int level = places.nearest(Operand.INPUT);
    double words = (double) nest.instances(level) * nest.elements(Operand.INPUT, level, Nest.ones()) * nest.allSteps;
    move(level, true, words * nest.width(Operand.INPUT, true), fixed);
    double complete = nest.allOutputs();
    double sums = (double) nest.usedColumns * nest.usedMacros * nest.allSteps;
    moveSums(places.nearest(Operand.OUTPUT), false, sums - complete, complete, fixed);
    if (length > 1) { // the array is as slow as the ports that it uses
      fixed[ARRAY] = Math.max(computeCycles(nest.allSteps), latency(fixed));
    }
    return fixed;
  }

  private double arrayPj() {
    return (double) nest.allSteps * nest.usedMacros * prices.array.energyPerActivationPj(prices.use(nest));
  }

  double prechargePj() {
    return prices.array.prechargePjPerWeight() * nest.usedColumns * nest.addedRows * nest.usedMacros;
  }

  double cellWritePjPerBit() {
    return prices.architecture.macro().technology().cellWritePjPerBit();
  }

  /** Return the cycles in which the array takes so many steps. */
  double computeCycles(double steps) {
    return steps * prices.cyclesPerActivation;
  }

  boolean pingPong() {
    return prices.architecture.macro().geometry().pingPong();
  }

  private static double latency(double[] toll) {
    double latency = 0;
    for (int i = ARRAY; i < toll.length; i++) {
      latency = Math.max(latency, toll[i]);
    }
    return latency;
  }

  /** Return what is to be least. */
  double value(double[] toll) {
    return value(toll[ENERGY], latency(toll));
  }

  /** Return what is to be least, of an energy without leakage. */
  private double value(double energyPj, double cycles) {
    return value(objective, energyPj + (prices.leakagePjPerCycle == 0 ? 0 : prices.leakagePjPerCycle * cycles), cycles);
  }

  /** Return what is to be least, of an energy that includes leakage. */
  static double value(Objective objective, double energyPj, double cycles) {
    return switch (objective) {
      case ENERGY -> energyPj;
      case LATENCY -> cycles;
      case EDP -> energyPj * cycles;
    };
  }
}
