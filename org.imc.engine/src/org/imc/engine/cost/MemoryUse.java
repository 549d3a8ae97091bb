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
 * the layer; a double-buffered level keeps two of them. The last level of a chain keeps its operand completely. Sums that
 * are not complete when they arrive at a level are kept there with the partial-sum width. Weights that stay in the cells are
 * in no memory.
 */
public final class MemoryUse {

  private MemoryUse() { }

  /** Return whether the cells and every memory hold what a mapping keeps in them. */
  public static boolean fits(Architecture architecture, MacLayer layer, Mapping mapping) {
    int inCells = mapping.temporal().cuts().get(Operand.WEIGHT).getFirst();
    if (layer.elements(Operand.WEIGHT, mapping.temporal().below(inCells)) > architecture.weightsPerTile()
        || architecture.cells().resident() && mapping.temporal().periods(Operand.WEIGHT, inCells) > 1) {
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
        sum = Math.addExact(sum, bits(architecture, layer, mapping, level, operand));
      }
      bits.add(sum);
    }
    return bits;
  }

  /** Return the bits of one operand that one instance of a memory level, which serves it, keeps. */
  public static long bits(Architecture architecture, MacLayer layer, Mapping mapping, int level, Operand operand) {
    int width = switch (operand) {
      case WEIGHT -> layer.precision().weightBits();
      case INPUT -> layer.precision().inputBits();
      case OUTPUT -> arrivesComplete(architecture.memories(), mapping.temporal(), level)
          ? layer.precision().outputBits()
          : layer.precision().partialSumBits();
    };
    return Math.multiplyExact(words(architecture, layer, mapping, level, operand), (long) width);
  }

  private static boolean arrivesComplete(MemoryHierarchy memories, TemporalMapping temporal, int level) {
    int position = position(memories.chain(Operand.OUTPUT), level);
    return temporal.isComplete(position == 0 ? 0 : temporal.cuts().get(Operand.OUTPUT).get(position - 1));
  }

  /** Return the words of one operand that one instance of a memory level, which serves it, keeps. */
  static long words(Architecture architecture, MacLayer layer, Mapping mapping, int level, Operand operand) {
    if (operand == Operand.WEIGHT && architecture.cells().resident()) {
      return 0;
    }
    MemoryHierarchy memories = architecture.memories();
    int[] chain = memories.chain(operand);
    int position = position(chain, level);
    if (position == chain.length - 1) {
      return layer.elements(operand);
    }
    LoopBounds tile = AccessCounts.times(mapping.temporal().below(cut(memories, mapping.temporal(), level, operand)),
        mapping.spatial().tile(memories.levels().get(level).sharing()));
    for (LoopDim dim : LoopDim.values()) {
      tile = tile.with(dim, Math.min(tile.get(dim), layer.bounds().get(dim)));
    }
    return Math.multiplyExact(layer.elements(operand, tile), (long) memories.levels().get(level).tilesKept());
  }

  /** Return how many loops run inside a memory level that serves an operand: all of them inside its last one. */
  static int cut(MemoryHierarchy memories, TemporalMapping temporal, int level, Operand operand) {
    List<Integer> cuts = temporal.cuts().get(operand);
    int[] chain = memories.chain(operand);
    int position = position(chain, level);
    int first = cuts.size() + 1 - chain.length; // the cut of the lowest memory: 1 for WEIGHT, behind the cells
    return position == chain.length - 1 ? temporal.loops().size() : cuts.get(first + position);
  }

  private static int position(int[] chain, int level) {
    int position = 0;
    while (chain[position] != level) {
      position++;
    }
    return position;
  }
}
