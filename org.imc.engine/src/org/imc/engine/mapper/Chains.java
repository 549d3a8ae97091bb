package org.imc.engine.mapper;

import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.workload.Operand;

/**
 * The way of each operand between the array and its last memory level, as cuts: the places where something is kept, but
 * the last. The way of the weights begins at the bit cells, and where several weights take turns at a multiplier, at the
 * multiplier.
 */
final class Chains {

  /** The place of the weight that a multiplier works with. */
  static final int MULTIPLIER = -2;
  /** The place of the weights in the bit cells. */
  static final int CELLS = -1;

  final List<MemoryLevel> levels;
  private final int[][] places = new int[Operand.values().length][];
  private final int[][] memories = new int[Operand.values().length][];

  Chains(Architecture architecture) {
    levels = architecture.memories().levels();
    boolean takesTurns = architecture.macro().geometry().weightsPerMultiplier() > 1;
    for (Operand operand : Operand.values()) {
      int[] chain = architecture.memories().chain(operand);
      memories[operand.ordinal()] = chain;
      int inside = operand != Operand.WEIGHT ? 0 : takesTurns ? 2 : 1;
      int[] all = new int[inside + chain.length];
      for (int i = 0; i < inside; i++) {
        all[i] = i - inside; // MULTIPLIER, CELLS
      }
      System.arraycopy(chain, 0, all, inside, chain.length);
      places[operand.ordinal()] = all;
    }
  }

  /** Return the number of cuts of an operand. */
  int cuts(Operand operand) {
    return places[operand.ordinal()].length - 1;
  }

  /** Return the cuts of an operand that a mapping does not name: that of the multiplier follows from the loops. */
  int hiddenCuts(Operand operand) {
    return below(operand, 0) == MULTIPLIER ? 1 : 0;
  }

  /** Return the place below a cut: {@link #MULTIPLIER}, {@link #CELLS} or the index of a memory level. */
  int below(Operand operand, int cut) {
    return places[operand.ordinal()][cut];
  }

  /** Return the place above a cut. */
  int above(Operand operand, int cut) {
    return places[operand.ordinal()][cut + 1];
  }

  /** Return the memory level nearest to the array. */
  int first(Operand operand) {
    return memories[operand.ordinal()][0];
  }

  /** Return the memory level that holds the operand completely. */
  int last(Operand operand) {
    return memories[operand.ordinal()][memories[operand.ordinal()].length - 1];
  }
}
