package org.imc.engine.network;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.workload.Operand;

/**
 * An architecture as a layer sees it: some operands' ways end earlier, and the memories have another size.
 *
 * <p>A memory that no operand reaches is not there; what it leaks is counted with the one at which a way ends.
 */
final class Views {

  private final Architecture architecture;

  Views(Architecture architecture) {
    this.architecture = architecture;
  }

  /** Return the index of the last level of an operand's way. */
  static int last(MemoryHierarchy memories, Operand operand) {
    int[] chain = memories.chain(operand);
    return chain[chain.length - 1];
  }

  /**
   * Return a view.
   *
   * @param ends by operand: the level at which its way ends; operands that are not named go all the way
   * @param roomBits by level: what is there for the layer
   * @return nothing when a level is needed that has no room
   */
  Optional<Architecture> of(Map<Operand, Integer> ends, long[] roomBits) {
    List<MemoryLevel> levels = new ArrayList<>();
    double unseenMw = 0;
    for (int i = 0; i < roomBits.length; i++) {
      MemoryLevel level = architecture.memories().levels().get(i);
      Set<Operand> serves = EnumSet.copyOf(level.serves());
      for (Map.Entry<Operand, Integer> end : ends.entrySet()) {
        if (i > end.getValue()) {
          serves.remove(end.getKey());
        }
      }
      if (serves.isEmpty()) {
        unseenMw += level.leakageMw(); // stands once, as all beyond the end of a way do
      } else if (roomBits[i] < 1) {
        return Optional.empty();
      } else {
        levels.add(with(level, serves, roomBits[i], level.leakageMw()));
      }
    }
    if (unseenMw > 0) {
      String home = architecture.memories().levels().get(ends.values().iterator().next()).name();
      double addedMw = unseenMw;
      levels.replaceAll(level -> level.name().equals(home)
          ? with(level, level.serves(), level.capacityBits(), level.leakageMw() + addedMw)
          : level);
    }
    return Optional.of(new Architecture(architecture.id(), architecture.name(), architecture.macro(), architecture.macros(),
        new MemoryHierarchy(levels)));
  }

  private static MemoryLevel with(MemoryLevel level, Set<Operand> serves, long capacityBits, double leakageMw) {
    return new MemoryLevel(level.id(), level.name(), capacityBits, serves, level.sharing(), level.ports(),
        level.readPjPerBit(), level.writePjPerBit(), level.areaMm2(), leakageMw, level.doubleBuffered());
  }
}
