package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imc.engine.Activations;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.LeakageModel;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;

/**
 * Every placement of a network's tensors, priced layer by layer on chips that are written down anew for each: shares with the
 * engine only how one layer is mapped onto a chip.
 */
final class NetworkBruteForce {

  private final Study study;
  private final List<Layer> layers;
  private final List<MemoryLevel> levels;
  private final int dram;
  private final Map<Object, Optional<double[]>> known = new HashMap<>();
  private double least = Double.POSITIVE_INFINITY;
  private int placements;

  NetworkBruteForce(Study study) {
    this.study = study;
    layers = study.network().layers();
    levels = study.architecture().memories().levels();
    dram = levels.size() - 1;
  }

  /** Return the least value of the objective over all placements; infinite when none fits. */
  double least() {
    place(new int[layers.size()], 0);
    return least;
  }

  /** Return the placements that were priced. */
  int placements() {
    return placements;
  }

  private void place(int[] homes, int next) {
    if (next == layers.size()) {
      placements++;
      least = Math.min(least, value(homes));
      return;
    }
    for (int level = 0; level <= dram; level++) {
      boolean canLive = levels.get(level).sharing() == Sharing.GLOBAL;
      if (level == dram || canLive && lastReader(next) > next) {
        homes[next] = level;
        place(homes, next + 1);
      }
    }
  }

  private double value(int[] homes) {
    double energy = 0;
    double cycles = 0;
    for (int i = 0; i < layers.size(); i++) {
      int layer = i;
      Optional<double[]> cost = layers.get(i) instanceof MacLayer mac ? price(i, mac, homes)
          : fits(i, homes) ? Optional.of(price((ElementwiseLayer) layers.get(layer), homes)) : Optional.empty();
      if (cost.isEmpty()) {
        return Double.POSITIVE_INFINITY;
      }
      energy += cost.get()[0];
      cycles += cost.get()[1];
    }
    return switch (study.objective()) {
      case ENERGY -> energy;
      case LATENCY -> cycles;
      case EDP -> energy * cycles;
    };
  }

  private int index(String name) {
    return layers.stream().map(Layer::name).toList().indexOf(name);
  }

  private int lastReader(int tensor) {
    int last = tensor;
    for (int i = tensor; i < layers.size(); i++) {
      last = layers.get(i).predecessors().contains(layers.get(tensor).name()) ? i : last;
    }
    return last;
  }

  private long bits(int tensor) {
    return layers.get(tensor).outputElements() * NetworkProblem.PRECISION.outputBits();
  }

  private List<Integer> alive(int layer) {
    List<Integer> alive = new ArrayList<>();
    for (int tensor = 0; tensor <= layer; tensor++) {
      if (tensor == layer || lastReader(tensor) >= layer) {
        alive.add(tensor);
      }
    }
    return alive;
  }

  private boolean fits(int layer, int[] homes) {
    long[] free = levels.stream().mapToLong(MemoryLevel::capacityBits).toArray();
    alive(layer).forEach(tensor -> free[homes[tensor]] -= bits(tensor));
    for (long bits : free) {
      if (bits < 0) {
        return false;
      }
    }
    return true;
  }

  /** Price a mapped layer on a chip without what lies beyond its tensors, and without what others take. */
  private Optional<double[]> price(int index, MacLayer layer, int[] homes) {
    int output = homes[index];
    int input = layer.predecessors().isEmpty() ? dram : homes[index(layer.predecessors().getFirst())];
    long[] free = levels.stream().mapToLong(MemoryLevel::capacityBits).toArray();
    for (int tensor : alive(index)) {
      boolean isRead = layer.predecessors().contains(layers.get(tensor).name());
      long held = layer.elements(Operand.INPUT) * NetworkProblem.PRECISION.inputBits();
      free[homes[tensor]] -= tensor == index ? 0 : isRead ? bits(tensor) - held : bits(tensor);
    }
    List<MemoryLevel> seen = new ArrayList<>();
    double leakageMw = 0;
    for (int i = 0; i <= dram; i++) {
      Set<Operand> serves = EnumSet.copyOf(levels.get(i).serves());
      if (i > output) {
        serves.remove(Operand.OUTPUT);
      }
      if (i > input) {
        serves.remove(Operand.INPUT);
      }
      if (!serves.isEmpty()) {
        if (free[i] < 1) {
          return Optional.empty();
        }
        seen.add(level(levels.get(i), free[i], serves));
      } else if (free[i] < 0) {
        return Optional.empty();
      }
      leakageMw += serves.isEmpty() ? levels.get(i).leakageMw() : 0;
    }
    if (leakageMw != 0) {
      throw new IllegalStateException("The dram serves the weights of all, so that every level is seen.");
    }
    return known.computeIfAbsent(List.of(layer.bounds(), layer.window(), seen), key -> alone(layer, seen));
  }

  /** Price a layer by itself on a chip of these memories; nothing where it does not fit. */
  private Optional<double[]> alone(MacLayer layer, List<MemoryLevel> memories) {
    Architecture chip = study.architecture();
    var alone = new MacLayer(layer.id(), layer.name(), layer.operation(), layer.bounds(), layer.window(),
        layer.precision(), false, List.of());
    Evaluation evaluation = Engine.withThreads(1).evaluate(
        new Study(study.id(), new Network(study.network().id(), "n", List.of(alone)),
            new Architecture(chip.id(), chip.name(), chip.macro(), chip.macros(), new MemoryHierarchy(memories)),
            study.objective(), Map.of(), Activations.OUTERMOST),
        Progress.NONE, Cancellation.NEVER);
    return evaluation.isComplete()
        ? Optional.of(new double[] {evaluation.energy().totalPj(), evaluation.latencyCycles()})
        : Optional.empty();
  }

  private static MemoryLevel level(MemoryLevel level, long bits, Set<Operand> serves) {
    return new MemoryLevel(level.id(), level.name(), bits, serves, level.sharing(), level.ports(), level.readPjPerBit(),
        level.writePjPerBit(), level.areaMm2(), level.leakageMw());
  }

  /** Price a layer without weights: it works at the first memory for all macros. */
  private double[] price(ElementwiseLayer layer, int[] homes) {
    int work = 0;
    while (levels.get(work).sharing() != Sharing.GLOBAL) {
      work++;
    }
    double[] busy = new double[levels.size()];
    double energy = 0;
    for (String read : layer.predecessors()) {
      energy += move(layers.get(index(read)).outputElements() * 4, work, homes[index(read)], true, busy);
    }
    energy += move(layer.outputElements() * 4, work, homes[index(layer.name())], false, busy);
    double cycles = 0;
    for (double each : busy) {
      cycles = Math.max(cycles, each);
    }
    return new double[] {energy + LeakageModel.pjPerCycle(study.architecture()) * cycles, cycles};
  }

  /** Move bits between where a layer works and where a tensor lives; all ports here both read and write. */
  private double move(long bits, int work, int home, boolean isRead, double[] busy) {
    double energy = 0;
    for (int i = work; i <= home; i++) {
      MemoryLevel level = levels.get(i);
      double cycles = bits / level.ports().getFirst().bandwidthBitsPerCycle();
      energy += bits * (isRead ? level.readPjPerBit() : level.writePjPerBit());
      busy[i] += cycles;
      if (i < home) { // comes in from further out, or goes on
        energy += bits * (isRead ? level.writePjPerBit() : level.readPjPerBit());
        busy[i] += cycles;
      }
    }
    return energy;
  }
}
