package org.imc.engine.cost;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.AccessCounts.Traffic;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Transfer;
import org.imc.engine.result.Transfer.Direction;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Operand;

/** The energy of traffic through the memories: bits moved x the level's energy per bit. */
final class MemoryCost {

  private MemoryCost() { }

  /** Return one part for each stream, in order. */
  static List<EnergyPart> energy(MemoryHierarchy memories, List<Traffic> traffic) {
    return traffic.stream()
        .map(t -> new EnergyPart(Component.MEMORY, t.transfer(), t.bits() * pjPerBit(memories, t)))
        .toList();
  }

  private static double pjPerBit(MemoryHierarchy memories, Traffic traffic) {
    MemoryLevel level = memories.levels().get(traffic.level());
    return traffic.transfer().direction() == Direction.READ ? level.readPjPerBit() : level.writePjPerBit();
  }

  /**
   * Return what a layer without weights moves: it works at the lowest level that is shared by all macros and serves both
   * inputs and outputs, or else at the last of each chain; what lives further out passes through all levels between.
   */
  static List<Traffic> traffic(MemoryHierarchy memories, ElementwiseLayer layer, List<Stored> inputs, Stored output) {
    var streams = new Streams(memories);
    for (Stored input : inputs) {
      streams.add(Operand.INPUT, Direction.WRITE, input, layer.precision().inputBits());
    }
    streams.add(Operand.OUTPUT, Direction.READ, output, layer.precision().outputBits());
    return streams.nearestFirst();
  }

  /** Adds up what goes through each level. */
  private static final class Streams {

    private final MemoryHierarchy memories;
    private final Map<Transfer, Traffic> traffic = new LinkedHashMap<>();

    Streams(MemoryHierarchy memories) {
      this.memories = memories;
    }

    /** Move elements between where they live and where they are used; {@code below} is how levels between are accessed below. */
    void add(Operand operand, Direction below, Stored stored, int width) {
      Direction other = below == Direction.WRITE ? Direction.READ : Direction.WRITE;
      int[] chain = memories.chain(operand);
      int position = Arrays.binarySearch(chain, workplace(memories, operand));
      add(chain[position], operand, other, stored, width);
      while (chain[position] != stored.level()) {
        add(chain[position], operand, below, stored, width);
        position++;
        add(chain[position], operand, other, stored, width);
      }
    }

    private void add(int level, Operand operand, Direction direction, Stored stored, int width) {
      var transfer = new Transfer(memories.levels().get(level).name(), operand, direction);
      traffic.merge(transfer, new Traffic(level, transfer, stored.elements(), Math.multiplyExact(stored.elements(), width)),
          Traffic::plus);
    }

    List<Traffic> nearestFirst() {
      return traffic.values().stream().sorted(Comparator.comparingInt(Traffic::level)).toList(); // stable
    }
  }

  private static int workplace(MemoryHierarchy memories, Operand operand) {
    int[] chain = memories.chain(operand);
    for (int level : chain) {
      MemoryLevel memory = memories.levels().get(level);
      if (memory.sharing() == Sharing.GLOBAL
          && memory.serves().contains(Operand.INPUT) && memory.serves().contains(Operand.OUTPUT)) {
        return level;
      }
    }
    return chain[chain.length - 1];
  }
}
