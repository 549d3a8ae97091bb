package org.imc.engine.mapper;

import java.util.Arrays;
import org.imc.engine.Cancellation;
import org.imc.engine.workload.Operand;

/**
 * For each state and criterion, the least that is still to come, as if no two operands competed for a memory: a shortest
 * path to the end, backwards. It never overestimates and is consistent, so it bounds every completion of a partial mapping.
 *
 * <p>A state is a lattice point (the loops placed so far) and a position (the cuts placed so far).
 */
final class Relaxation {

  private static final Operand[] OPERANDS = Operand.values();
  private static final int POINTS_PER_CHECK = 256;

  final CutTables tables;
  final Room room;
  private final Cancellation cancellation;
  private final boolean[][] fits; // by operand and state: whether its next cut may be placed there
  private final double[][] toCome; // by criterion and state; worked out when asked for

  Relaxation(CutTables tables, Room room, Cancellation cancellation) {
    this.tables = tables;
    this.room = room;
    this.cancellation = cancellation;
    int states = tables.lattice.size * tables.positions.count;
    fits = new boolean[OPERANDS.length][states];
    for (int state = 0; state < states; state++) {
      int point = state / tables.positions.count;
      int position = state % tables.positions.count;
      for (Operand operand : OPERANDS) {
        fits[operand.ordinal()][state] = tables.open[point] && !tables.positions.isDone(position, operand)
            && room.fitsAlone(operand, tables.positions.nextCut(position, operand), point, position);
      }
    }
    toCome = new double[tables.criteria][];
  }

  private double[] toCome(int criterion) {
    if (toCome[criterion] == null) {
      var of = new double[tables.lattice.size * tables.positions.count];
      Arrays.fill(of, Double.POSITIVE_INFINITY);
      for (int point = tables.lattice.size - 1; point >= 0; point--) {
        if (point % POINTS_PER_CHECK == 0) {
          cancellation.check();
        }
        if (tables.open[point]) {
          relax(criterion, point, of);
        }
      }
      toCome[criterion] = of;
    }
    return toCome[criterion];
  }

  private void relax(int criterion, int point, double[] of) {
    int positions = tables.positions.count;
    int base = point * positions;
    if (point == tables.lattice.size - 1) {
      for (int position = 0; position < positions; position++) {
        of[base + position] = tables.positions.isEnd(position) ? 0 : Double.POSITIVE_INFINITY;
      }
    }
    for (int symbol = 0; symbol < tables.lattice.dims.length; symbol++) {
      if (tables.lattice.canGrow(point, symbol)) {
        int grown = base + tables.lattice.strides[symbol] * positions;
        for (int position = 0; position < positions; position++) {
          of[base + position] = Math.min(of[base + position], of[grown + position]);
        }
      }
    }
    for (int position = positions - 1; position >= 0; position--) {
      for (Operand operand : OPERANDS) {
        if (fits[operand.ordinal()][base + position]) {
          double cut = tables.cost(operand, tables.positions.nextCut(position, operand), criterion, point);
          int next = base + tables.positions.next(position, operand, tables.complete[point]);
          of[base + position] = Math.min(of[base + position], cut + of[next]);
        }
      }
    }
  }

  /** Return whether the next cut of an operand fits at a state, if the others keep as little as they can. */
  boolean fits(Operand operand, int state) {
    return fits[operand.ordinal()][state];
  }

  /** Return the least of a criterion from a state to the end; infinite when no mapping goes on from there. */
  double toCome(int criterion, int state) {
    return toCome(criterion)[state];
  }

  /** Return whether any mapping exists. */
  boolean isFeasible() {
    return room.fitsAtStart() && toCome(Criteria.ENERGY, 0) < Double.POSITIVE_INFINITY;
  }

  /** Return the least of a criterion over all mappings. */
  double least(int criterion) {
    return tables.fixed[criterion] + toCome(criterion, 0);
  }
}
