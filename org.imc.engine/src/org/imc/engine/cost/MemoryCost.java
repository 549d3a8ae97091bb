package org.imc.engine.cost;

import java.util.List;
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

  /** Return what a layer without weights moves. */
  static List<Traffic> traffic(MemoryHierarchy memories, ElementwiseLayer layer) {
    int from = home(memories, Operand.INPUT);
    int to = home(memories, Operand.OUTPUT);
    return List.of(
        traffic(memories, from, Operand.INPUT, Direction.READ, layer.inputElements(), layer.precision().inputBits()),
        traffic(memories, to, Operand.OUTPUT, Direction.WRITE, layer.outputElements(), layer.precision().outputBits()));
  }

  private static Traffic traffic(
      MemoryHierarchy memories, int level, Operand operand, Direction direction, long words, long width) {
    var transfer = new Transfer(memories.levels().get(level).name(), operand, direction);
    return new Traffic(level, transfer, words, Math.multiplyExact(words, width));
  }

  private static int home(MemoryHierarchy memories, Operand operand) {
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
