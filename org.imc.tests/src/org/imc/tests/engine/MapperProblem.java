package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.imc.engine.Activations;
import org.imc.engine.ElementId;
import org.imc.engine.Objective;
import org.imc.engine.Study;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.arch.Technology;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;

/** Build architectures and layers for the mapper's tests, by hand or by seed. */
record MapperProblem(Architecture architecture, MacLayer layer) {

  static final Technology TECHNOLOGY =
      new Technology(new ElementId("t"), "t", 28, 0.9, 0.7, 0.614, 0.0478, 0.35, 0.35, 0.3, 0.01);

  Study study(Objective objective) {
    return study(architecture, objective, layer);
  }

  Study study(Objective objective, MappingConstraint constraint) {
    Study free = study(objective);
    return new Study(free.id(), free.network(), architecture, objective, Map.of(layer.name(), constraint), Activations.PLACED);
  }

  static Study study(Architecture architecture, Objective objective, MacLayer... layers) {
    return new Study(new ElementId("s"), new Network(new ElementId("n"), "n", List.of(layers)), architecture, objective);
  }

  static Macro digital(int rows, int columns, int cellsPerMultiplier, int weightBits, int inputBits, int bitsPerCycle) {
    return new DigitalMacro(new ElementId("m"), "m", TECHNOLOGY,
        new MacroGeometry(rows, columns, cellsPerMultiplier, weightBits, inputBits, bitsPerCycle), 0.9,
        OptionalDouble.empty(), MacroModel.STANDARD);
  }

  static Macro analog(int rows, int columns, int cellsPerMultiplier, int weightBits, int inputBits, int bitsPerCycle) {
    return new AnalogMacro(new ElementId("m"), "m", TECHNOLOGY,
        new MacroGeometry(rows, columns, cellsPerMultiplier, weightBits, inputBits, bitsPerCycle), 0.9,
        OptionalDouble.empty(), MacroModel.STANDARD, new Adc(5, 1));
  }

  static MemoryLevel memory(String name, long bits, Sharing sharing, double readPj, double writePj, double bandwidth,
      Operand... serves) {
    return new MemoryLevel(new ElementId(name), name, bits, Set.of(serves), sharing,
        List.of(new MemoryPort(PortDirection.READ, bandwidth), new MemoryPort(PortDirection.WRITE, bandwidth)),
        readPj, writePj, 0);
  }

  static Architecture architecture(Macro macro, int macros, MemoryLevel... levels) {
    return new Architecture(new ElementId("a"), "a", macro, macros, new MemoryHierarchy(List.of(levels)));
  }

  /** Return a layer with these sizes, in the order of {@link LoopDim}: B, G, K, C, OY, OX, FY, FX. */
  static MacLayer layer(String name, Precision precision, long stride, long dilation, long... sizes) {
    Map<LoopDim, Long> bounds = new EnumMap<>(LoopDim.class);
    for (LoopDim dim : LoopDim.values()) {
      bounds.put(dim, sizes[dim.ordinal()]);
    }
    long height = (sizes[LoopDim.OY.ordinal()] - 1) * stride + (sizes[LoopDim.FY.ordinal()] - 1) * dilation + 1;
    long width = (sizes[LoopDim.OX.ordinal()] - 1) * stride + (sizes[LoopDim.FX.ordinal()] - 1) * dilation + 1;
    return new MacLayer(new ElementId(name), name, "conv2d", LoopBounds.of(bounds),
        new Window(stride, stride, dilation, dilation, height, width), precision, false, List.of());
  }

  /** Return a small problem; equal seeds give equal problems. Not every one has a mapping. */
  static MapperProblem random(long seed) {
    return random(seed, 4);
  }

  /** Return a random problem with up to so many loops. */
  static MapperProblem random(long seed, int mostLoops) {
    var random = new Random(seed);
    Precision precision = new Precision(4, 4, 12, random.nextInt(3) == 0 ? 12 : 4);
    long[] sizes = {1, 1, 1, 1, 1, 1, 1, 1};
    int loops = 2 + random.nextInt(mostLoops - 1);
    for (int i = 0; i < loops; i++) {
      sizes[random.nextInt(sizes.length)] = 2 + random.nextInt(random.nextInt(4) == 0 ? 5 : 2);
    }
    MacLayer layer = layer("l", precision, 1 + random.nextInt(2), 1 + random.nextInt(2), sizes);
    int cells = 1 + random.nextInt(3) / 2 * (1 + random.nextInt(3));
    int outputs = 1 + random.nextInt(5);
    int inputs = 1 + random.nextInt(8);
    int bitsPerCycle = 1 << random.nextInt(2);
    Macro macro = random.nextBoolean()
        ? digital(inputs * cells, outputs * 4, cells, 4, 4, bitsPerCycle)
        : analog(inputs * cells, outputs * 4, cells, 4, 4, bitsPerCycle);
    return new MapperProblem(
        architecture(macro, 1 + random.nextInt(3), memories(random, layer).toArray(MemoryLevel[]::new)), layer);
  }

  /** Return this problem on a chip whose outermost memory leaks. */
  MapperProblem leaking(double mw) {
    List<MemoryLevel> levels = new ArrayList<>(architecture.memories().levels());
    MemoryLevel last = levels.removeLast();
    levels.add(new MemoryLevel(last.id(), last.name(), last.capacityBits(), last.serves(), last.sharing(), last.ports(),
        last.readPjPerBit(), last.writePjPerBit(), last.areaMm2(), mw));
    return new MapperProblem(
        architecture(architecture.macro(), architecture.macros(), levels.toArray(MemoryLevel[]::new)), layer);
  }

  /** Return this problem with another size of one dimension, and a last memory that still holds everything. */
  MapperProblem withSize(LoopDim dim, long size) {
    long[] sizes = new long[LoopDim.values().length];
    for (LoopDim each : LoopDim.values()) {
      sizes[each.ordinal()] = each == dim ? size : layer.bounds().get(each);
    }
    MacLayer longer = layer(layer.name(), layer.precision(), layer.window().strideY(), layer.window().dilationY(), sizes);
    return new MapperProblem(architecture, longer).with(level -> !level.name().equals("dram") ? level
        : new MemoryLevel(level.id(), level.name(), level.capacityBits() * 16, level.serves(), level.sharing(), level.ports(),
            level.readPjPerBit(), level.writePjPerBit(), level.areaMm2(), level.leakageMw(), level.doubleBuffered()));
  }

  /** Return this problem on a chip whose memories keep two tiles of what they exchange. */
  MapperProblem doubleBuffered() {
    return with(level -> doubleBuffered(level, true));
  }

  private static MemoryLevel doubleBuffered(MemoryLevel level, boolean doubleBuffered) {
    return new MemoryLevel(level.id(), level.name(), level.capacityBits(), level.serves(), level.sharing(), level.ports(),
        level.readPjPerBit(), level.writePjPerBit(), level.areaMm2(), level.leakageMw(), doubleBuffered);
  }

  /** Return this problem with another bandwidth of all ports of one memory. */
  MapperProblem withBandwidth(String memory, double bitsPerCycle) {
    return with(level -> !level.name().equals(memory) ? level
        : new MemoryLevel(level.id(), level.name(), level.capacityBits(), level.serves(), level.sharing(),
            level.ports().stream().map(port -> new MemoryPort(port.direction(), bitsPerCycle)).toList(),
            level.readPjPerBit(), level.writePjPerBit(), level.areaMm2(), level.leakageMw(), level.doubleBuffered()));
  }

  /** Return this problem with one port, both ways, of one memory. */
  MapperProblem withOnePort(String memory, double bitsPerCycle) {
    return with(level -> !level.name().equals(memory) ? level
        : new MemoryLevel(level.id(), level.name(), level.capacityBits(), level.serves(), level.sharing(),
            List.of(new MemoryPort(PortDirection.READ_WRITE, bitsPerCycle)), level.readPjPerBit(), level.writePjPerBit(),
            level.areaMm2(), level.leakageMw(), level.doubleBuffered()));
  }

  /** Return this problem with some memories double buffered and, where multipliers have two weights, ping-pong cells. */
  MapperProblem mixed(long seed) {
    var random = new Random(seed);
    MapperProblem some = with(level -> doubleBuffered(level, random.nextInt(3) == 0));
    boolean pingPong = architecture.macro().geometry().weightsPerMultiplier() > 1 && random.nextBoolean();
    return pingPong ? some.pingPong() : some;
  }

  /** Return this problem with the model of the scripts of 2023, which charges the mean use of an array. */
  MapperProblem of2023() {
    Macro macro = switch (architecture.macro()) {
      case DigitalMacro it -> new DigitalMacro(it.id(), it.name(), it.technology(), it.geometry(), it.supplyV(),
          it.givenClockPeriodNs(), MacroModel.ICCAD2023);
      case AnalogMacro it -> new AnalogMacro(it.id(), it.name(), it.technology(), it.geometry(), it.supplyV(),
          it.givenClockPeriodNs(), MacroModel.ICCAD2023, it.adc());
    };
    return new MapperProblem(
        architecture(macro, architecture.macros(), architecture.memories().levels().toArray(MemoryLevel[]::new)), layer);
  }

  /** Return this problem with ping-pong cells. */
  MapperProblem pingPong() {
    return new MapperProblem(architecture(withPingPong(architecture.macro()), architecture.macros(),
        architecture.memories().levels().toArray(MemoryLevel[]::new)), layer);
  }

  private MapperProblem with(UnaryOperator<MemoryLevel> change) {
    return new MapperProblem(architecture(architecture.macro(), architecture.macros(),
        architecture.memories().levels().stream().map(change).toArray(MemoryLevel[]::new)), layer);
  }

  private static Macro withPingPong(Macro macro) {
    return switch (macro) {
      case DigitalMacro it -> new DigitalMacro(it.id(), it.name(), it.technology(), it.geometry().withPingPong(),
          it.supplyV(), it.givenClockPeriodNs(), it.model());
      case AnalogMacro it -> new AnalogMacro(it.id(), it.name(), it.technology(), it.geometry().withPingPong(),
          it.supplyV(), it.givenClockPeriodNs(), it.model(), it.adc());
    };
  }

  private static List<MemoryLevel> memories(Random random, MacLayer layer) {
    List<MemoryLevel> levels = new ArrayList<>();
    if (random.nextBoolean()) {
      levels.add(memory(random, "ireg", words(random, 4) * 4, Sharing.PER_ROW, Operand.INPUT));
    }
    if (random.nextBoolean()) {
      levels.add(memory(random, "oreg", words(random, 4) * 12, Sharing.PER_OUTPUT, Operand.OUTPUT));
    }
    if (random.nextInt(3) > 0) {
      Set<Operand> serves = EnumSet.noneOf(Operand.class);
      while (serves.isEmpty()) {
        for (Operand operand : Operand.values()) {
          if (random.nextInt(3) > 0) {
            serves.add(operand);
          }
        }
      }
      long bits = random.nextBoolean() ? words(random, 24) * 8 : words(random, 8) * 4 + words(random, 8) * 12; // tight
      levels.add(memory(random, "buffer", bits, random.nextBoolean() ? Sharing.PER_MACRO : Sharing.GLOBAL,
          serves.toArray(Operand[]::new)));
    }
    long all = 0;
    for (Operand operand : Operand.values()) {
      all += layer.elements(operand) * 12;
    }
    levels.add(memory(random, "dram", random.nextInt(8) == 0 ? all * 2 / 3 : all, Sharing.GLOBAL, Operand.values()));
    return levels;
  }

  private static long words(Random random, int most) {
    return 1 + random.nextInt(most);
  }

  private static MemoryLevel memory(Random random, String name, long bits, Sharing sharing, Operand... serves) {
    double bandwidth = 1 << random.nextInt(7);
    List<MemoryPort> ports = random.nextBoolean()
        ? List.of(new MemoryPort(PortDirection.READ_WRITE, bandwidth))
        : List.of(new MemoryPort(PortDirection.READ, bandwidth), new MemoryPort(PortDirection.WRITE, bandwidth / 2));
    return new MemoryLevel(new ElementId(name), name, bits, Set.of(serves), sharing, ports,
        random.nextInt(5) == 0 ? 0 : random.nextDouble(), random.nextInt(5) == 0 ? 0 : random.nextDouble(), 0);
  }

  /** Return some mapping of the layer, which need not fit the memories. */
  Mapping randomMapping(Random random) {
    var all = new MapperBruteForce(this, Objective.ENERGY);
    List<SpatialMapping> spatials = all.spatialMappings();
    SpatialMapping spatial = spatials.get(random.nextInt(spatials.size()));
    List<Loop> loops = new ArrayList<>(all.factors(spatial));
    Collections.shuffle(loops, random);
    Map<Operand, List<Integer>> cuts = new EnumMap<>(Operand.class);
    for (Operand operand : Operand.values()) {
      int count = architecture.memories().chain(operand).length - (operand == Operand.WEIGHT ? 0 : 1);
      cuts.put(operand, IntStream.range(0, count).map(i -> random.nextInt(loops.size() + 1)).sorted().boxed().toList());
    }
    return new Mapping(spatial, new TemporalMapping(loops, cuts));
  }
}
