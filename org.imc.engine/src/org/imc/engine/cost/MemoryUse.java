package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * What a mapped layer keeps in each place: whether it fits.
 *
 * <p>A tile is as large as the loops inside its level and the unrollings under one instance make it, but never larger than
 * the layer; a double-buffered level keeps two of them. The last level of a chain keeps its operand completely. Sums that are not complete when they arrive at a level
 * are kept there with the partial-sum width.
 */
public final class MemoryUse {

  private MemoryUse() { }

  /** Return whether the cells and every memory hold what a mapping keeps in them. */
  public static boolean fits(Architecture architecture, MacLayer layer, Mapping mapping) {
    LoopBounds inCells = mapping.temporal().below(mapping.temporal().cuts().get(Operand.WEIGHT).getFirst());
    if (layer.elements(Operand.WEIGHT, inCells) > architecture.macro().geometry().weightsPerMultiplier()) {
      return false;
    }
    List<Long> bits = bits(architecture, layer, mapping);
    for (int level = 0; level < bits.size(); level++) {
      if (bits.get(level) > architecture.memories().levels().get(level).capacityBits()) {
        return false;
      }
    }
    return true;
  }

  /** Return the bits that one instance of each memory level keeps, all operands together. */
  public static List<Long> bits(Architecture architecture, MacLayer layer, Mapping mapping) {
    MemoryHierarchy memories = architecture.memories();
    List<Long> bits = new ArrayList<>();
    for (int level = 0; level < memories.levels().size(); level++) {
      long sum = 0;
      for (Operand operand : memories.levels().get(level).serves()) {
        sum = Math.addExact(sum, bits(memories, layer, mapping, level, operand));
      }
      bits.add(sum);
    }
    return bits;
  }

  /** Return the bits of one operand that one instance of a memory level, which serves it, keeps. */
  public static long bits(MemoryHierarchy memories, MacLayer layer, Mapping mapping, int level, Operand operand) {
    TemporalMapping temporal = mapping.temporal();
    List<Integer> cuts = temporal.cuts().get(operand);
    int[] chain = memories.chain(operand);
    int first = cuts.size() + 1 - chain.length; // the cut of the lowest memory: 1 for WEIGHT, behind the cells
    int position = 0;
    while (chain[position] != level) {
      position++;
    }
    LoopBounds tile = layer.bounds();
    int tiles = 1;
    if (position < chain.length - 1) {
      tiles = memories.levels().get(level).tilesKept();
      tile = AccessCounts.times(temporal.below(cuts.get(first + position)),
          mapping.spatial().tile(memories.levels().get(level).sharing()));
      for (LoopDim dim : LoopDim.values()) {
        tile = tile.with(dim, Math.min(tile.get(dim), layer.bounds().get(dim)));
      }
    }
    int width = switch (operand) {
      case WEIGHT -> layer.precision().weightBits();
      case INPUT -> layer.precision().inputBits();
      case OUTPUT -> temporal.isComplete(position == 0 ? 0 : cuts.get(position - 1))
          ? layer.precision().outputBits()
          : layer.precision().partialSumBits();
    };
    return Math.multiplyExact(layer.elements(operand, tile), (long) width * tiles);
  }
}
