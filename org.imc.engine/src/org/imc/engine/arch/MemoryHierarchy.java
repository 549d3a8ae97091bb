package org.imc.engine.arch;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.imc.engine.workload.Operand;

/**
 * The memory levels of an architecture, nearest to the array first.
 *
 * @param levels with distinct names; each operand is served by at least one. A level that serves less of the chip than
 *     one inside it for the same operand cannot be mapped, which an evaluation reports
 */
public record MemoryHierarchy(List<MemoryLevel> levels) {

  public MemoryHierarchy {
    levels = List.copyOf(levels);
    var names = new HashSet<String>();
    for (MemoryLevel level : levels) {
      if (!names.add(level.name())) {
        throw new IllegalArgumentException("Two memories are named '%s'.".formatted(level.name()));
      }
    }
    for (Operand operand : Operand.values()) {
      if (levels.stream().noneMatch(level -> level.serves().contains(operand))) {
        throw new IllegalArgumentException("No memory serves %s.".formatted(operand));
      }
    }
  }

  /** Return the indices into {@link #levels()} of those that serve an operand, nearest first. */
  public int[] chain(Operand operand) {
    int[] chain = new int[levels.size()];
    int length = 0;
    for (int i = 0; i < chain.length; i++) {
      if (levels.get(i).serves().contains(operand)) {
        chain[length++] = i;
      }
    }
    return Arrays.copyOf(chain, length);
  }

  @Override
  public String toString() {
    return Arrays.toString(levels.stream().map(MemoryLevel::name).toArray());
  }
}
