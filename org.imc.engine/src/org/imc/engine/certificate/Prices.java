package org.imc.engine.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.certificate.NestReplay.Stream;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.cost.LeakageModel;
import org.imc.engine.cost.MacroCostModel;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
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
  private @Nullable Boolean rises; // not known yet

  Prices(Architecture architecture) {
    this.architecture = architecture;
    array = ArrayCost.of(architecture.macro());
    leakagePjPerCycle = LeakageModel.pjPerCycle(architecture);
    clockPeriodNs = MacroCostModel.of(architecture.macro()).clockPeriodNs();
    cyclesPerActivation = architecture.macro().geometry().cyclesPerActivation();
  }

  /** Return {@link UnrollingSpace#rises} of the array, found once. */
  boolean rises(Work work) throws Work.LimitReached {
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
   * @param ports busy cycles, by {@link #portLabel}
   */
  record Bill(Map<String, Double> energyPj, long computeCycles, long weightWriteCycles, Map<String, Double> ports) {

    double totalPj() {
      return energyPj.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double totalCycles() {
      double array = computeCycles + (double) weightWriteCycles;
      return ports.values().stream().mapToDouble(Double::doubleValue).reduce(array, Math::max);
    }
  }

  static String portLabel(String level, int port) {
    return "port %d of %s".formatted(port, level);
  }

  /** Return the bill of a mapped layer. */
  Bill bill(Nest nest, NestReplay replay) {
    Map<String, Double> energy = new LinkedHashMap<>();
    double activations = (double) nest.allSteps * nest.usedMacros;
    var use = new ArrayUse(nest.usedColumns, nest.drivenRows, nest.addedRows);
    array.energyPerActivation(use).parts()
        .forEach(part -> energy.merge(part.label(), part.pj() * activations, Double::sum));
    if (architecture.macro().geometry().weightsPerMultiplier() > 1) {
      energy.put(Component.PRECHARGE.label(), array.prechargePjPerWeight() * replay.weightReadOuts());
    }
    energy.put(Component.WEIGHT_WRITE.label(), architecture.macro().technology().cellWritePjPerBit() * replay.cellBits());
    long compute = Math.multiplyExact(nest.allSteps, cyclesPerActivation);
    return bill(energy, compute, replay.rowWrites(), replay.bits(), nest::instances);
  }

  /** Return the bill of a layer that is moved only: read and written once at its home, by one instance. */
  Bill bill(ElementwiseLayer layer) {
    var read = new Stream(home(Operand.INPUT), Operand.INPUT, true);
    var write = new Stream(home(Operand.OUTPUT), Operand.OUTPUT, false);
    Map<Stream, Long> bits = new LinkedHashMap<>();
    bits.put(read, Math.multiplyExact(layer.inputElements(), (long) layer.precision().inputBits()));
    bits.put(write, Math.multiplyExact(layer.outputElements(), (long) layer.precision().outputBits()));
    return bill(new LinkedHashMap<>(), 0, 0, bits, level -> 1);
  }

  /** Return the lowest level for all macros that serves inputs and outputs, or else the last that serves an operand. */
  private int home(Operand operand) {
    List<MemoryLevel> levels = architecture.memories().levels();
    int home = -1;
    for (int level = levels.size() - 1; level >= 0; level--) {
      MemoryLevel memory = levels.get(level);
      boolean isHome = memory.sharing() == Sharing.GLOBAL
          && memory.serves().contains(Operand.INPUT) && memory.serves().contains(Operand.OUTPUT);
      if (isHome || home < 0 && memory.serves().contains(operand)) {
        home = level;
      }
    }
    return home;
  }

  private Bill bill(Map<String, Double> energy, long compute, long weightWrites, Map<Stream, Long> bits,
      IntToLongFunction instances) {
    Map<String, Double> ports = new LinkedHashMap<>();
    Map<String, Long> portBits = new LinkedHashMap<>();
    bits.forEach((stream, moved) -> {
      MemoryLevel level = architecture.memories().levels().get(stream.level());
      energy.put(label(level, stream), moved * (stream.isRead() ? level.readPjPerBit() : level.writePjPerBit()));
      int port = port(level, stream.isRead());
      long all = portBits.merge(portLabel(level.name(), port), moved, Math::addExact);
      double perCycle = level.ports().get(port).bandwidthBitsPerCycle() * instances.applyAsLong(stream.level());
      ports.put(portLabel(level.name(), port), all / perCycle);
    });
    var bill = new Bill(energy, compute, weightWrites, ports);
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
