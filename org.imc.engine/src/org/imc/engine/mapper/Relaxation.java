package org.imc.engine.mapper;

import java.util.Arrays;
import org.imc.engine.Cancellation;
import org.imc.engine.workload.Operand;

/**
 * For each state and criterion, the least that is still to come, as if no two operands competed for a memory: a shortest
 * path to the end, backwards. It never overestimates and is consistent, so it bounds every completion of a partial mapping.
 *
 * <p>A state is a lattice point (the loops placed so far) and a position (the cuts placed so far). Thread-safe.
 */
final class Relaxation {

  private static final Operand[] OPERANDS = Operand.values();
  private static final int POINTS_PER_CHECK = 256;

  final CutTables tables;
  final Room room;
  private final int positions;
  private final byte[] fits; // by state: the operands whose next cut may be placed there, as bits
  private final int[] steps; // of the positions
  private final double[][] toCome; // by criterion and state; worked out when asked for

  Relaxation(CutTables tables, Room room) {
    this.tables = tables;
    this.room = room;
    positions = tables.positions.count;
    steps = tables.positions.steps();
    fits = new byte[tables.lattice.size * positions];
    toCome = new double[tables.criteria][];
    for (Operand operand : OPERANDS) {
      for (int cut = 0; cut < tables.chains.cuts(operand); cut++) {
        fillFits(operand, cut);
      }
    }
  }

  private void fillFits(Operand operand, int cut) {
    int[] before = new int[positions]; // the positions before the cut, and whether sums arrive complete there
    boolean[] complete = new boolean[positions];
    int count = 0;
    for (int position = 0; position < positions; position++) {
      if (!tables.positions.isDone(position, operand) && tables.positions.nextCut(position, operand) == cut) {
        before[count] = position;
        complete[count++] = tables.arriveComplete(position);
      }
    }
    byte bit = (byte) (1 << operand.ordinal());
    for (int point = 0; point < tables.lattice.size; point++) {
      boolean fitsPartial = tables.open[point] && room.fitsAlone(operand, cut, point, false);
      boolean fitsComplete = tables.open[point] && room.fitsAlone(operand, cut, point, true);
      for (int i = 0; i < count; i++) {
        if (complete[i] ? fitsComplete : fitsPartial) {
          fits[point * positions + before[i]] |= bit;
        }
      }
    }
  }

  /** Return the least of a criterion from each state to the end; infinite where no mapping goes on. */
  synchronized double[] toCome(int criterion, Cancellation cancellation) {
    if (toCome[criterion] == null) {
      double[] of = new double[tables.lattice.size * positions];
      Arrays.fill(of, Double.POSITIVE_INFINITY);
      double[][] costs = costs(criterion);
      for (int point = tables.lattice.size - 1; point >= 0; point--) {
        if (point % POINTS_PER_CHECK == 0) {
          cancellation.check();
        }
        if (tables.open[point]) {
          grow(point, of);
          place(point, costs, of);
        }
      }
      toCome[criterion] = of;
    }
    return toCome[criterion];
  }

  /** Return what placing the next cut of each operand adds to a criterion, by position and operand, then by point. */
  double[][] costs(int criterion) {
    double[][] costs = new double[positions * OPERANDS.length][];
    for (int position = 0; position < positions; position++) {
      for (Operand operand : OPERANDS) {
        if (!tables.positions.isDone(position, operand)) {
          costs[position * OPERANDS.length + operand.ordinal()] =
              tables.costs(operand, tables.positions.nextCut(position, operand), criterion);
        }
      }
    }
    return costs;
  }

  private void grow(int point, double[] of) {
    int base = point * positions;
    if (point == tables.lattice.size - 1) {
      for (int position = 0; position < positions; position++) {
        of[base + position] = tables.positions.isEnd(position) ? 0 : Double.POSITIVE_INFINITY;
      }
    }
    for (int symbols = tables.lattice.growable[point]; symbols != 0; symbols &= symbols - 1) {
      int grown = base + tables.lattice.strides[Integer.numberOfTrailingZeros(symbols)] * positions;
      for (int position = 0; position < positions; position++) {
        of[base + position] = Math.min(of[base + position], of[grown + position]);
      }
    }
  }

  private void place(int point, double[][] costs, double[] of) {
    int base = point * positions;
    int complete = tables.complete[point] ? 1 : 0;
    for (int position = positions - 1; position >= 0; position--) {
      double least = of[base + position];
      for (int operands = fits[base + position]; operands != 0; operands &= operands - 1) {
        int step = position * OPERANDS.length + Integer.numberOfTrailingZeros(operands);
        least = Math.min(least, costs[step][point] + of[base + steps[2 * step + complete]]);
      }
      of[base + position] = least;
    }
  }

  /** Return the operands whose next cut fits at a state, if the others keep as little as they can, as bits. */
  int fits(int state) {
    return fits[state];
  }

  /** Return whether any mapping exists. */
  boolean isFeasible(Cancellation cancellation) {
    return room.fitsAtStart() && toCome(Criteria.ENERGY, cancellation)[0] < Double.POSITIVE_INFINITY;
  }

  /** Return how many states there are. */
  int states() {
    return fits.length;
  }
}
