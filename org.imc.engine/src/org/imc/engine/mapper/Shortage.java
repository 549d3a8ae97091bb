package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.Finding;
import org.imc.engine.result.Finding.Remedy;
import org.imc.engine.result.Finding.Severity;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * A memory that cannot hold what a layer keeps in it at least.
 *
 * <p>Two mappings keep least, in all memories at once. The first unrolls nothing, keeps one word of an operand everywhere but
 * in its last memory, and runs the loops that add up innermost, so that sums travel complete; but they reach the first
 * memory one by one, as partial sums. Only a mapping that adds up everything in the array keeps narrower ones there: the
 * second, which unrolls these loops over the rows and nothing else. So a layer fits exactly when one of the two does.
 *
 * @param level of the memory
 * @param bits by operand: what is kept at least
 */
record Shortage(int level, Map<Operand, Long> bits) {

  private static final List<LoopDim> REDUCTIONS = List.of(LoopDim.C, LoopDim.FY, LoopDim.FX);

  /**
   * Return the memories that are too small for a layer; none when it fits.
   *
   * @throws ArithmeticException when a count exceeds a {@code long}
   */
  static List<Shortage> of(Architecture architecture, MacLayer layer) {
    List<List<Shortage>> either = new ArrayList<>(List.of(of(architecture, layer, inTime(architecture, layer))));
    long reductions = REDUCTIONS.stream().mapToLong(layer.bounds()::get).reduce(1, Math::multiplyExact);
    if (reductions <= architecture.macro().geometry().inputs()) {
      either.add(of(architecture, layer, inTheArray(architecture, layer)));
    }
    return either.stream()
        .min(Comparator.<List<Shortage>>comparingInt(List::size).thenComparingLong(all -> missing(architecture, all)))
        .orElseThrow();
  }

  private static List<Shortage> of(Architecture architecture, MacLayer layer, Mapping mapping) {
    List<Shortage> shortages = new ArrayList<>();
    List<MemoryLevel> levels = architecture.memories().levels();
    for (int level = 0; level < levels.size(); level++) {
      Map<Operand, Long> bits = new EnumMap<>(Operand.class);
      for (Operand operand : levels.get(level).serves()) {
        bits.put(operand, MemoryUse.bits(architecture, layer, mapping, level, operand));
      }
      var shortage = new Shortage(level, bits);
      if (shortage.needed() > levels.get(level).capacityBits()) {
        shortages.add(shortage);
      }
    }
    return shortages;
  }

  private static Mapping inTime(Architecture architecture, MacLayer layer) {
    List<Loop> adding = loops(layer, REDUCTIONS.stream());
    List<Loop> loops = new ArrayList<>(adding);
    loops.addAll(others(layer));
    return mapping(architecture, List.of(), loops, adding.size());
  }

  private static Mapping inTheArray(Architecture architecture, MacLayer layer) {
    return mapping(architecture, loops(layer, REDUCTIONS.stream()), others(layer), 0);
  }

  private static List<Loop> others(MacLayer layer) {
    return loops(layer, Stream.of(LoopDim.values()).filter(dim -> !REDUCTIONS.contains(dim)));
  }

  private static List<Loop> loops(MacLayer layer, Stream<LoopDim> dims) {
    return dims.map(dim -> new Loop(dim, layer.bounds().get(dim))).filter(loop -> loop.size() > 1).toList();
  }

  private static Mapping mapping(Architecture architecture, List<Loop> rows, List<Loop> loops, int outputCut) {
    Map<Operand, List<Integer>> cuts = new EnumMap<>(Operand.class);
    for (Operand operand : Operand.values()) {
      int count = architecture.memories().chain(operand).length - (operand == Operand.WEIGHT ? 0 : 1);
      int each = operand == Operand.OUTPUT ? outputCut : 0;
      cuts.put(operand, Stream.generate(() -> each).limit(count).toList());
    }
    return new Mapping(new SpatialMapping(List.of(), rows, List.of()), new TemporalMapping(loops, cuts));
  }

  private static long missing(Architecture architecture, List<Shortage> shortages) {
    return shortages.stream()
        .mapToLong(shortage -> shortage.needed() - architecture.memories().levels().get(shortage.level).capacityBits())
        .reduce(0, Math::addExact);
  }

  private long needed() {
    return bits.values().stream().reduce(0L, Math::addExact);
  }

  /** Return what to say about it. */
  Finding toFinding(Architecture architecture, MacLayer layer) {
    MemoryLevel memory = architecture.memories().levels().get(level);
    long needed = needed();
    String parts = bits.keySet().stream().map(operand -> part(architecture, layer, operand))
        .collect(Collectors.joining(" and "));
    return new Finding(Severity.ERROR, Feasibility.MEMORY_TOO_SMALL, memory.id(),
        "Memory '%s' holds %d bits, %d fewer than layer '%s' needs there at least: %s. Maybe set its size to at least %d bits."
            .formatted(memory.name(), memory.capacityBits(), needed - memory.capacityBits(), layer.name(), parts, needed),
        Optional.of(new Remedy("size", needed + " bit")));
  }

  private String part(Architecture architecture, MacLayer layer, Operand operand) {
    int[] chain = architecture.memories().chain(operand);
    boolean all = chain[chain.length - 1] == level;
    return "%d bits for %s %s".formatted(bits.get(operand), all ? "all" : "a tile of its", Feasibility.words(operand));
  }
}
