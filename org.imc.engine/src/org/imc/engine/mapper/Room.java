package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.workload.Operand;

/**
 * Whether tiles fit the memories. A level that one operand uses, or that holds all of its operands whole, only asks each
 * tile; a level where operands compete asks for the sum, which a partial mapping carries along.
 */
final class Room {

  /** Number of levels where operands compete. */
  final int shared;
  private final CutTables tables;
  private final CutCosts costs;
  private final double[][] alone; // by operand and level: capacity less what the others need at least
  private final int[] sharedIndex; // by level, -1 where nothing competes
  private final double[] capacity; // by shared index
  private final double[][] least; // by operand and level
  private final double[][] open; // by shared index and position: what the unplaced operands need at least
  private final boolean[][] competes; // by shared index and position: whether an operand is still to come

  Room(CutCosts costs, CutTables tables) {
    this.costs = costs;
    this.tables = tables;
    int levels = costs.chains.levels.size();
    int operands = Operand.values().length;
    least = new double[operands][levels];
    alone = new double[operands][levels];
    sharedIndex = new int[levels];
    List<Integer> competing = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      MemoryLevel memory = costs.level(level);
      double all = 0;
      double most = 0;
      for (Operand operand : memory.serves()) {
        least[operand.ordinal()][level] = leastBits(operand, level);
        all += least[operand.ordinal()][level];
        int tiles = level == costs.chains.last(operand) ? 1 : memory.tilesKept();
        most += costs.whole(operand) * tiles * costs.width(operand, false);
      }
      for (Operand operand : memory.serves()) {
        alone[operand.ordinal()][level] = memory.capacityBits() - (all - least[operand.ordinal()][level]);
      }
      sharedIndex[level] = -1;
      if (memory.serves().size() > 1 && most > memory.capacityBits()) {
        sharedIndex[level] = competing.size();
        competing.add(level);
      }
    }
    shared = competing.size();
    capacity = new double[shared];
    open = new double[shared][tables.positions.count];
    competes = new boolean[shared][tables.positions.count];
    for (int k = 0; k < shared; k++) {
      capacity[k] = costs.level(competing.get(k)).capacityBits();
      for (int position = 0; position < tables.positions.count; position++) {
        fillOpen(k, competing.get(k), position);
      }
    }
  }

  private void fillOpen(int k, int level, int position) {
    for (Operand operand : costs.level(level).serves()) {
      if (!isPlaced(operand, level, position)) {
        open[k][position] += least[operand.ordinal()][level];
        competes[k][position] = true;
      }
    }
  }

  /** Return whether what an operand keeps in a level is known at a position. */
  private boolean isPlaced(Operand operand, int level, int position) {
    if (level == costs.chains.last(operand)) {
      return tables.positions.isDone(position, operand);
    }
    int cut = 0;
    while (costs.chains.below(operand, cut) != level) {
      cut++;
    }
    return tables.positions.isDone(position, operand) || tables.positions.nextCut(position, operand) > cut;
  }

  private double leastBits(Operand operand, int level) {
    boolean complete = tables.startsComplete() || level != costs.chains.first(operand);
    double words = level == costs.chains.last(operand)
        ? costs.whole(operand)
        : costs.kept(operand, level, tables.candidate, Unrolling.ONES);
    return words * costs.width(operand, complete);
  }

  /** Return whether the operands without a cut, whose only level holds them whole, fit. */
  boolean fitsAtStart() {
    for (Operand operand : Operand.values()) {
      int last = costs.chains.last(operand);
      if (wholeBits(operand, tables.startsComplete()) > alone[operand.ordinal()][last] && costs.chains.cuts(operand) == 0
          || least[operand.ordinal()][last] > alone[operand.ordinal()][last]) {
        return false;
      }
    }
    return true;
  }

  /** Return what the shared levels hold before any cut is placed. */
  double[] usedAtStart() {
    double[] used = new double[shared];
    for (Operand operand : Operand.values()) {
      int k = sharedIndex[costs.chains.last(operand)];
      if (k >= 0 && costs.chains.cuts(operand) == 0) {
        used[k] += wholeBits(operand, tables.startsComplete());
      }
    }
    return used;
  }

  private double wholeBits(Operand operand, boolean complete) {
    return costs.whole(operand) * costs.width(operand, complete);
  }

  private double keptBits(Operand operand, int cut, int point, boolean arriveComplete) {
    return tables.kept(operand, cut, point) * costs.width(operand, arriveComplete);
  }

  /**
   * Return whether a tile fits if all other operands keep as little as they can.
   *
   * @param arriveComplete whether sums are complete as they arrive at the level below the cut
   */
  boolean fitsAlone(Operand operand, int cut, int point, boolean arriveComplete) {
    int below = costs.chains.below(operand, cut);
    double bits = keptBits(operand, cut, point, arriveComplete);
    if (below >= 0 ? bits > alone[operand.ordinal()][below] : Double.isInfinite(bits)) {
      return false;
    }
    return cut < costs.chains.cuts(operand) - 1
        || wholeBits(operand, tables.complete[point]) <= alone[operand.ordinal()][costs.chains.last(operand)];
  }

  /**
   * Add what placing a cut makes the shared levels hold.
   *
   * @param next the position after placing it
   * @return whether it fits, with what the operands that are not placed yet need at least
   */
  boolean place(Operand operand, int cut, int point, int position, int next, double[] used) {
    int below = costs.chains.below(operand, cut);
    if (below >= 0 && sharedIndex[below] >= 0) {
      used[sharedIndex[below]] += keptBits(operand, cut, point, tables.arriveComplete(position));
    }
    int last = sharedIndex[costs.chains.last(operand)];
    if (last >= 0 && cut == costs.chains.cuts(operand) - 1) {
      used[last] += wholeBits(operand, tables.complete[point]);
    }
    for (int k = 0; k < shared; k++) {
      if (used[k] + open[k][next] > capacity[k]) {
        return false;
      }
      if (!competes[k][next]) {
        used[k] = 0; // nothing follows that could be refused: equal for all mappings
      }
    }
    return true;
  }
}
