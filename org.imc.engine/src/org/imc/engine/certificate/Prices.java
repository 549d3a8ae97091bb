package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.certificate.NestReplay.Stream;
import org.imc.engine.certificate.NestReplay.Turns;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.cost.LeakageModel;
import org.imc.engine.cost.MacroCostModel;
import org.imc.engine.cost.MeanUse;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.LatencyBreakdown.Exchange;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.Transfer;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Operand;
import org.jspecify.annotations.Nullable;

/** What an architecture asks for each thing that is moved or done: the macro's as its model says, the memories' their own. */
final class Prices {

  final Architecture architecture;
  final ArrayCost array;
  final double leakagePjPerCycle;
  final double clockPeriodNs;
  final long cyclesPerActivation;
  private final @Nullable Prices whole;
  private @Nullable Boolean rises; // not known yet

  Prices(Architecture architecture) {
    this.architecture = architecture;
    whole = null;
    array = ArrayCost.of(architecture.macro());
    leakagePjPerCycle = LeakageModel.pjPerCycle(architecture);
    clockPeriodNs = MacroCostModel.of(architecture.macro()).clockPeriodNs();
    cyclesPerActivation = architecture.macro().geometry().cyclesPerActivation();
  }

  private Prices(Architecture seen, Prices whole) {
    architecture = seen;
    this.whole = whole;
    array = whole.array;
    leakagePjPerCycle = whole.leakagePjPerCycle;
    clockPeriodNs = whole.clockPeriodNs;
    cyclesPerActivation = whole.cyclesPerActivation;
  }

  /** Return the prices of what a layer sees of this architecture, all of which leaks. */
  Prices on(Architecture seen) {
    return new Prices(seen, this);
  }

  /** Return {@link UnrollingSpace#rises} of the array, found once. */
  boolean rises(Work work) throws Work.LimitReached {
    if (whole != null) {
      return whole.rises(work);
    }
    Boolean known = rises;
    if (known == null) {
      known = UnrollingSpace.rises(array, architecture.macro().geometry(), work);
      rises = known;
    }
    return known;
  }

  /**
   * A layer's bill.
   *
   * @param energyPj by {@link EnergyPart#label()}
   * @param accessCycles by how much the array's own traffic takes longer
   * @param overlappedWriteCycles rows written beside computing
   * @param turns by cut: cycles at the end, and of waiting
   * @param ports busy cycles, by {@link #portLabel}
   * @param portEnds those of them in which it fills and drains
   */
  record Bill(Map<String, Double> energyPj, long computeCycles, double accessCycles, long weightWriteCycles, long overlappedWriteCycles,
      List<Exchange> turns, Map<String, Double> ports, Map<String, Double> portEnds) {

    double totalPj() {
      return energyPj.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double totalCycles() {
      double busiest = overlappedWriteCycles;
      for (Map.Entry<String, Double> port : ports.entrySet()) {
        busiest = Math.max(busiest, port.getValue() - portEnds.get(port.getKey()));
      }
      double ends = turns.stream().mapToDouble(Exchange::endCycles).sum();
      double waits = turns.stream().mapToDouble(Exchange::waitCycles).sum();
      return ends + Math.max(busiest, computeCycles + accessCycles + weightWriteCycles + waits);
    }
  }

  static String portLabel(String level, int port) {
    return "port %d of %s".formatted(port, level);
  }

  /** Return what a nest uses of the array. */
  ArrayUse use(Nest nest) {
    return array.chargesMeanUse()
        ? MeanUse.of(nest.layer, dim -> nest.perMacro[dim.ordinal()], dim -> nest.steps[dim.ordinal()] * nest.macros[dim.ordinal()])
        : new ArrayUse(nest.usedColumns, nest.drivenRows, nest.addedRows);
  }

  /** Return the bill of a mapped layer. */
  Bill bill(Nest nest, NestReplay replay) {
    Map<String, Double> energy = new LinkedHashMap<>();
    double activations = (double) nest.allSteps * nest.usedMacros;
    array.energyPerActivation(use(nest)).parts()
        .forEach(part -> energy.merge(part.label(), part.pj() * activations, Double::sum));
    if (architecture.macro().geometry().weightsPerMultiplier() > 1) {
      energy.put(Component.PRECHARGE.label(), array.prechargePjPerWeight() * replay.weightReadOuts());
    }
    energy.put(Component.WEIGHT_WRITE.label(), architecture.macro().technology().cellWritePjPerBit() * replay.cellBits());
    long compute = Math.multiplyExact(nest.allSteps, cyclesPerActivation);
    boolean pingPong = architecture.macro().geometry().pingPong();
    Map<Stream, Long> ends = new LinkedHashMap<>();
    List<Exchange> turns = new ArrayList<>();
    long firstRows = 0;
    for (Turns each : replay.turns()) {
      each.lastBits().forEach((stream, moved) -> ends.merge(stream, moved, Math::addExact));
      turns.add(turns(nest, each, pingPong));
      firstRows += each.rows();
    }
    long laterRows = replay.rowWrites() - firstRows;
    double access = Math.max(compute, busiest(replay.arrayBits(), nest::instances)) - compute;
    return bill(energy, compute, access, pingPong ? 0 : laterRows, pingPong ? laterRows : 0, turns, replay.bits(), ends,
        nest::instances);
  }

  private Exchange turns(Nest nest, Turns turns, boolean pingPong) {
    double last = busiest(turns.lastBits(), nest::instances);
    if (turns.place() == Places.CELLS) {
      double more = Math.max(last, turns.rows()) - turns.rows();
      return new Exchange(LevelUse.CELLS, Operand.WEIGHT, turns.rows() + more, pingPong ? 0 : (turns.times() - 1) * more);
    }
    MemoryLevel level = nest.level(turns.place());
    double free = (double) turns.pass() * cyclesPerActivation;
    double wait = level.doubleBuffered() ? 0 : Math.max(free, busiest(turns.nextBits(), nest::instances)) - free;
    return new Exchange(level.name(), turns.operand(), last, (turns.times() - 1) * wait);
  }

  private double busiest(Map<Stream, Long> bits, IntToLongFunction instances) {
    return portCycles(bits, instances).values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private Map<String, Double> portCycles(Map<Stream, Long> bits, IntToLongFunction instances) {
    Map<String, Double> cycles = new LinkedHashMap<>();
    Map<String, Long> portBits = new LinkedHashMap<>();
    bits.forEach((stream, moved) -> {
      MemoryLevel level = architecture.memories().levels().get(stream.level());
      int port = port(level, stream.isRead());
      String label = portLabel(level.name(), port);
      long all = portBits.merge(label, moved, Math::addExact);
      cycles.put(label, all / (level.ports().get(port).bandwidthBitsPerCycle() * instances.applyAsLong(stream.level())));
    });
    return cycles;
  }

  /**
   * Return the bill of a layer that is moved only: each level between where its data live and where it works, which is the
   * lowest for all macros that serves inputs and outputs, or else the last, is passed once.
   */
  Bill bill(ElementwiseLayer layer, List<Residence.Found> found, int brought) {
    Map<Stream, Long> bits = new LinkedHashMap<>();
    for (Residence.Found from : found) {
      pass(Operand.INPUT, true, from, layer.precision().inputBits(), bits);
    }
    pass(Operand.OUTPUT, false, new Residence.Found(brought, layer.outputElements()), layer.precision().outputBits(), bits);
    return bill(new LinkedHashMap<>(), 0, 0, 0, 0, List.of(), bits, Map.of(), level -> 1);
  }

  /** Pass the levels of an operand: each is read on the way in or written on the way out, and those below the home both. */
  private void pass(Operand operand, boolean isRead, Residence.Found data, int width, Map<Stream, Long> bits) {
    long moved = Math.multiplyExact(data.elements(), (long) width);
    for (int level = workplace(operand); level <= data.level(); level++) {
      if (architecture.memories().levels().get(level).serves().contains(operand)) {
        bits.merge(new Stream(level, operand, isRead), moved, Math::addExact);
        if (level < data.level()) {
          bits.merge(new Stream(level, operand, !isRead), moved, Math::addExact);
        }
      }
    }
  }

  private int workplace(Operand operand) {
    List<MemoryLevel> levels = architecture.memories().levels();
    int last = -1;
    for (int level = 0; level < levels.size(); level++) {
      MemoryLevel memory = levels.get(level);
      if (memory.sharing() == Sharing.GLOBAL
          && memory.serves().contains(Operand.INPUT) && memory.serves().contains(Operand.OUTPUT)) {
        return level;
      }
      last = memory.serves().contains(operand) ? level : last;
    }
    return last;
  }

  private Bill bill(Map<String, Double> energy, long compute, double access, long weightWrites, long overlappedWrites,
      List<Exchange> turns, Map<Stream, Long> bits, Map<Stream, Long> ends, IntToLongFunction instances) {
    bits.forEach((stream, moved) -> {
      MemoryLevel level = architecture.memories().levels().get(stream.level());
      energy.put(label(level, stream), moved * (stream.isRead() ? level.readPjPerBit() : level.writePjPerBit()));
    });
    Map<String, Double> ports = portCycles(bits, instances);
    Map<String, Double> portEnds = new LinkedHashMap<>(portCycles(ends, instances));
    ports.keySet().forEach(port -> portEnds.putIfAbsent(port, 0.0));
    var bill = new Bill(energy, compute, access, weightWrites, overlappedWrites, turns, ports, portEnds);
    if (leakagePjPerCycle > 0) {
      energy.put(Component.LEAKAGE.label(), leakagePjPerCycle * bill.totalCycles());
    }
    return bill;
  }

  private static String label(MemoryLevel level, Stream stream) {
    var direction = stream.isRead() ? Transfer.Direction.READ : Transfer.Direction.WRITE;
    return new Transfer(level.name(), stream.operand(), direction).toString();
  }

  /** Return the port that reads, or writes, use: the first of its own kind, or else the first that does both. */
  static int port(MemoryLevel level, boolean isRead) {
    PortDirection own = isRead ? PortDirection.READ : PortDirection.WRITE;
    int both = -1;
    for (int port = level.ports().size() - 1; port >= 0; port--) {
      both = level.ports().get(port).direction() == PortDirection.READ_WRITE ? port : both;
    }
    for (int port = 0; port < level.ports().size(); port++) {
      if (level.ports().get(port).direction() == own) {
        return port;
      }
    }
    return both;
  }
}
