package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.imc.engine.Activations;
import org.imc.engine.ElementId;
import org.imc.engine.Objective;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;

/** A small network with branches, and a chip with memories in which some of its tensors fit, by seed. */
record NetworkProblem(Network network, Architecture architecture) {

  static final Precision PRECISION = new Precision(4, 4, 12, 4);

  /** The shape of a layer's output: channels, and rows and columns alike. */
  private record Output(String layer, long channels, long size) { }

  Study study(Objective objective, Activations activations) {
    return new Study(new ElementId("s"), network, architecture, objective, Map.of(), activations);
  }

  static NetworkProblem random(long seed) {
    var random = new Random(seed);
    List<Layer> layers = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      add(random, "l" + i, layers, outputs);
    }
    return new NetworkProblem(new Network(new ElementId("n"), "n", layers), architecture(random));
  }

  private static void add(Random random, String name, List<Layer> layers, List<Output> outputs) {
    Output first = outputs.isEmpty()
        ? new Output("", 1 + random.nextInt(3), 2 + random.nextInt(3))
        : outputs.get(random.nextInt(4) == 0 ? random.nextInt(outputs.size()) : outputs.size() - 1);
    List<String> reads = new ArrayList<>(outputs.isEmpty() ? List.of() : List.of(first.layer()));
    List<Output> equal = outputs.stream()
        .filter(each -> each.channels() == first.channels() && each.size() == first.size() && each != first).toList();
    long elements = first.channels() * first.size() * first.size();
    if (!equal.isEmpty() && random.nextInt(3) > 0) {
      reads.add(equal.get(random.nextInt(equal.size())).layer());
      layers.add(new ElementwiseLayer(new ElementId(name), name, "add", 2 * elements, elements, PRECISION, reads));
      outputs.add(new Output(name, first.channels(), first.size()));
    } else if (!outputs.isEmpty() && random.nextInt(6) == 0) {
      layers.add(new ElementwiseLayer(
          new ElementId(name), name, "pool", elements, first.channels(), PRECISION, reads));
      outputs.add(new Output(name, first.channels(), 1));
    } else {
      long stride = 1 + random.nextInt(4) / 3;
      long size = (first.size() - 1) / stride + 1;
      long channels = random.nextBoolean() ? first.channels() : 1 + random.nextInt(3);
      MacLayer free = MapperProblem.layer(
          name, PRECISION, stride, 1, 1, 1, channels, first.channels(), size, size, 1, 1);
      layers.add(new MacLayer(free.id(), name, free.operation(), free.bounds(), free.window(), PRECISION, false, reads));
      outputs.add(new Output(name, channels, size));
    }
  }

  private static Architecture architecture(Random random) {
    List<MemoryLevel> levels = new ArrayList<>();
    if (random.nextBoolean()) {
      levels.add(memory(random, "ireg", 4 * (1 + random.nextInt(3)), Sharing.PER_ROW, 0, Operand.INPUT));
    }
    if (random.nextInt(3) > 0) {
      levels.add(memory(random, "near", 40 + random.nextInt(160), Sharing.GLOBAL, random.nextInt(3) / 2 * 0.1,
          Operand.INPUT, Operand.OUTPUT));
    }
    if (random.nextBoolean()) {
      levels.add(memory(random, "far", 100 + random.nextInt(300), Sharing.GLOBAL, 0, Operand.values()));
    }
    levels.add(memory(random, "dram", 1 << 20, Sharing.GLOBAL, random.nextInt(3) / 2 * 0.1, Operand.values()));
    return MapperProblem.architecture(
        MapperProblem.digital(1 + random.nextInt(4), 4 * (1 + random.nextInt(3)), 1, 4, 4, 1 + random.nextInt(2)),
        1 + random.nextInt(2), levels.toArray(MemoryLevel[]::new));
  }

  private static MemoryLevel memory(
      Random random, String name, long bits, Sharing sharing, double leakageMw, Operand... serves) {
    double bandwidth = 1 << random.nextInt(7);
    return new MemoryLevel(new ElementId(name), name, bits, Set.of(serves), sharing,
        List.of(new MemoryPort(PortDirection.READ_WRITE, bandwidth)),
        random.nextInt(5) == 0 ? 0 : random.nextDouble(), random.nextInt(5) == 0 ? 0 : random.nextDouble(), 0, leakageMw);
  }
}
