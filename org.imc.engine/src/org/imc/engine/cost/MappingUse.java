package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.cost.AccessCounts.Traffic;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.LevelUse.OperandUse;
import org.imc.engine.result.LevelUse.PortUse;
import org.imc.engine.result.Transfer.Direction;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * Explain a mapping level by level: the figures behind {@link LayerCost}, for people to read.
 *
 * <p>Errors: {@link ArithmeticException} when a count exceeds a {@code long}.
 */
public final class MappingUse {

  private final Architecture architecture;
  private final MacLayer layer;
  private final Mapping mapping;
  private final LatencyBreakdown latency;
  private final AccessCounts counts;

  private MappingUse(Architecture architecture, MacLayer layer, Mapping mapping, LatencyBreakdown latency) {
    this.architecture = architecture;
    this.layer = layer;
    this.mapping = mapping;
    this.latency = latency;
    counts = AccessCounts.of(architecture, layer, mapping);
  }

  /**
   * Return the use of the bit cells and of every memory level, from the array outwards; nothing for a layer that is only
   * moved through the memories.
   */
  public static List<LevelUse> of(LayerEvaluation evaluation) {
    Architecture architecture = evaluation.architecture();
    Mapping mapping = evaluation.mapping();
    if (mapping == null || !(evaluation.layer() instanceof MacLayer layer)) {
      return List.of();
    }
    var use = new MappingUse(architecture, layer, mapping, evaluation.latency());
    List<LevelUse> levels = new ArrayList<>(List.of(use.cells()));
    for (int level = 0; level < architecture.memories().levels().size(); level++) {
      levels.add(use.level(level));
    }
    return levels;
  }

  private LevelUse cells() {
    MacroGeometry geometry = architecture.macro().geometry();
    List<Loop> loops = loops(mapping.temporal().cuts().get(Operand.WEIGHT).getFirst());
    long copies = mapping.spatial().weightCopies();
    long words = Math.multiplyExact(copies, layer.elements(Operand.WEIGHT, AccessCounts.times(
        mapping.temporal().below(loops.size()), mapping.spatial().tile(ArrayAxis.COLUMNS, ArrayAxis.ROWS))));
    int width = layer.precision().weightBits();
    var weights = new OperandUse(Operand.WEIGHT, loops, words, Math.multiplyExact(words, (long) width), 0, 0,
        counts.cellWriteBits() / width, counts.cellWriteBits());
    return new LevelUse(LevelUse.CELLS, mapping.spatial().unrolling(ArrayAxis.MACROS), geometry.cells(),
        List.of(weights), List.of());
  }

  private LevelUse level(int index) {
    MemoryLevel level = architecture.memories().levels().get(index);
    List<OperandUse> operands = level.serves().stream().map(operand -> operand(index, operand)).toList();
    List<PortUse> ports = latency.ports().stream().filter(load -> load.level().equals(level.name()))
        .map(load -> port(level.ports().get(load.port()), load)).toList();
    return new LevelUse(level.name(), mapping.spatial().instances(level.sharing(), layer.window()),
        level.capacityBits(), operands, ports);
  }

  private OperandUse operand(int level, Operand operand) {
    long[] words = new long[Direction.values().length];
    long[] bits = new long[Direction.values().length];
    for (Traffic stream : counts.traffic()) {
      if (stream.level() == level && stream.transfer().operand() == operand) {
        words[stream.transfer().direction().ordinal()] = stream.words();
        bits[stream.transfer().direction().ordinal()] = stream.bits();
      }
    }
    return new OperandUse(operand,
        loops(MemoryUse.cut(architecture.memories(), mapping.temporal(), level, operand)),
        MemoryUse.words(architecture, layer, mapping, level, operand),
        MemoryUse.bits(architecture, layer, mapping, level, operand),
        words[Direction.READ.ordinal()], bits[Direction.READ.ordinal()],
        words[Direction.WRITE.ordinal()], bits[Direction.WRITE.ordinal()]);
  }

  private PortUse port(MemoryPort port, PortLoad load) {
    double available = port.bandwidthBitsPerCycle();
    double needed = available * (load.cycles() - load.endCycles()) / latency.arrayCycles();
    return new PortUse(load.port(), port.direction(), load.cycles(), needed, available);
  }

  private List<Loop> loops(int cut) {
    return mapping.temporal().loops().subList(0, cut);
  }
}
