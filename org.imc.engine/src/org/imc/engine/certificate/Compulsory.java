package org.imc.engine.certificate;

import org.imc.engine.Objective;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * The lower bounds that stand beside a result, found anew: of all unrollings the least energy of the array and of what it
 * exchanges with the nearest levels, plus every element across every cut once; and the most of the fewest cycles of the array,
 * every weight written once (of ping-pong cells all but the first rows beside computing), and that traffic over the busiest
 * port, if all instances shared it.
 */
final class Compulsory {

  private final Prices prices;
  private final Places places;
  private final Nest whole; // nothing unrolled: one instance of everything
  private final double trafficPj;
  private final double busiestPort;
  private double leastPj = Double.POSITIVE_INFINITY;
  private double leastCycles = Double.POSITIVE_INFINITY;

  Compulsory(Prices prices, Places places, Nest whole) {
    this.prices = prices;
    this.places = places;
    this.whole = whole;
    var tolls = new Tolls(whole, prices, Objective.LATENCY);
    double energyPj = 0;
    double busiest = 0;
    double[][] cycles = new double[prices.architecture.memories().levels().size()][];
    for (int level = 0; level < cycles.length; level++) {
      cycles[level] = new double[whole.level(level).ports().size()];
    }
    for (Operand operand : Operand.values()) {
      double bits = (double) whole.keptWhole(operand) * whole.width(operand, true);
      for (int cut = 0; cut < places.cuts(operand); cut++) {
        int lower = places.of(operand).get(cut);
        int upper = places.of(operand).get(cut + 1);
        boolean up = operand == Operand.OUTPUT;
        energyPj += lower == Places.CELLS ? bits * tolls.cellWritePjPerBit() : 0;
        energyPj += once(lower, up, bits, cycles) + once(upper, !up, bits, cycles);
      }
    }
    for (double[] ofLevel : cycles) {
      for (double ofPort : ofLevel) {
        busiest = Math.max(busiest, ofPort);
      }
    }
    trafficPj = energyPj;
    busiestPort = busiest;
  }

  private double once(int place, boolean isRead, double bits, double[][] cycles) {
    if (place < 0) {
      return 0;
    }
    MemoryLevel level = whole.level(place);
    int port = Prices.port(level, isRead);
    cycles[place][port] += bits / (level.ports().get(port).bandwidthBitsPerCycle() * allInstances(level));
    return bits * (isRead ? level.readPjPerBit() : level.writePjPerBit());
  }

  private long allInstances(MemoryLevel level) {
    MacroGeometry geometry = prices.architecture.macro().geometry();
    long macros = prices.architecture.macros();
    return switch (level.sharing()) {
      case PER_ROW -> geometry.inputs() * macros;
      case PER_OUTPUT -> geometry.outputs() * macros;
      case PER_MACRO -> macros;
      case GLOBAL -> 1;
    };
  }

  /** Take an unrolling into account. */
  void consider(Nest nest, Tolls tolls) {
    double energyPj = trafficPj + tolls.fixed(places)[Tolls.ENERGY];
    double rows = nest.staysInCells(Operand.WEIGHT) ? 0 : nest.drivenRows;
    double firstRows = rows;
    for (LoopDim dim : LoopDim.values()) {
      rows *= NestReplay.concerns(dim, Operand.WEIGHT) ? nest.steps[dim.ordinal()] : 1;
    }
    double compute = tolls.computeCycles(nest.allSteps);
    double array = tolls.pingPong() ? Math.max(rows, compute + firstRows) : compute + rows;
    double cycles = Math.max(busiestPort, array);
    leastPj = Math.min(leastPj, energyPj + prices.leakagePjPerCycle * cycles);
    leastCycles = Math.min(leastCycles, cycles);
  }

  double leastPj() {
    return leastPj;
  }

  double leastCycles() {
    return leastCycles;
  }
}
