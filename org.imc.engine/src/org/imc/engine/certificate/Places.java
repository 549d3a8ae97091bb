package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.workload.Operand;

/** Where each operand is kept on its way from the array outwards: the index of a memory level, or a place in the array. */
final class Places {

  /** The one weight that a multiplier works with; a place of its own where it has several. */
  static final int IN_USE = -2;
  /** The weights in the bit cells. */
  static final int CELLS = -1;

  private final Map<Operand, List<Integer>> ofOperand = new EnumMap<>(Operand.class);

  Places(Architecture architecture) {
    List<MemoryLevel> levels = architecture.memories().levels();
    for (Operand operand : Operand.values()) {
      List<Integer> places = new ArrayList<>();
      if (operand == Operand.WEIGHT) {
        if (architecture.macro().geometry().weightsPerMultiplier() > 1) {
          places.add(IN_USE);
        }
        places.add(CELLS);
      }
      for (int level = 0; level < levels.size(); level++) {
        if (levels.get(level).serves().contains(operand)) {
          places.add(level);
        }
      }
      ofOperand.put(operand, places);
    }
  }

  /** Return the places of an operand, from the array outwards. */
  List<Integer> of(Operand operand) {
    return ofOperand.get(operand);
  }

  /** Return the number of exchanges between two places. */
  int cuts(Operand operand) {
    return of(operand).size() - 1;
  }

  /** Return the cuts of which a mapping does not speak: the weight in use follows from the loops. */
  int unspoken(Operand operand) {
    return of(operand).getFirst() == IN_USE ? 1 : 0;
  }

  /** Return the memory level nearest to the array. */
  int nearest(Operand operand) {
    return of(operand).stream().filter(place -> place >= 0).findFirst().orElseThrow();
  }

  /** Return the memory level that holds the operand whole. */
  int last(Operand operand) {
    return of(operand).getLast();
  }
}
