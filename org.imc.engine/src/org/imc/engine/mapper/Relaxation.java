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
  private final double[][] toCome; // by criterion and state

  Relaxation(CutTables tables, Room room, Cancellation cancellation) {
    this.tables = tables;
    this.room = room;
    toCome = new double[tables.criteria][tables.lattice.size * tables.positions.count];
    for (double[] of : toCome) {
      Arrays.fill(of, Double.POSITIVE_INFINITY);
    }
    for (int point = tables.lattice.size - 1; point >= 0; point--) {
      if (point % POINTS_PER_CHECK == 0) {
        cancellation.check();
      }
      relax(point);
    }
  }

  private void relax(int point) {
    int positions = tables.positions.count;
    if (!tables.open[point]) {
      return;
    }
    int base = point * positions;
    if (point == tables.lattice.size - 1) {
      for (int position = 0; position < positions; position++) {
        if (tables.positions.isEnd(position)) {
          for (double[] of : toCome) {
            of[base + position] = 0;
          }
        }
      }
    }
    for (int symbol = 0; symbol < tables.lattice.dims.length; symbol++) {
      if (tables.lattice.canGrow(point, symbol)) {
        int grown = base + tables.lattice.strides[symbol] * positions;
        for (double[] of : toCome) {
          for (int position = 0; position < positions; position++) {
            of[base + position] = Math.min(of[base + position], of[grown + position]);
          }
        }
      }
    }
    for (int position = positions - 1; position >= 0; position--) {
      for (Operand operand : OPERANDS) {
        relaxCut(point, position, operand);
      }
    }
  }

  private void relaxCut(int point, int position, Operand operand) {
    if (tables.positions.isDone(position, operand)) {
      return;
    }
    int cut = tables.positions.nextCut(position, operand);
    if (!room.fitsAlone(operand, cut, point, position)) {
      return;
    }
    int state = point * tables.positions.count + position;
    int next = point * tables.positions.count
        + tables.positions.next(position, operand, tables.complete[point]);
    for (int k = 0; k < toCome.length; k++) {
      toCome[k][state] = Math.min(toCome[k][state], tables.cost(operand, cut, k, point) + toCome[k][next]);
    }
  }

  /** Return the least of a criterion from a state to the end; infinite when no mapping goes on from there. */
  double toCome(int criterion, int state) {
    return toCome[criterion][state];
  }

  /** Return whether any mapping exists. */
  boolean isFeasible() {
    return room.fitsAtStart() && toCome[Criteria.ENERGY][0] < Double.POSITIVE_INFINITY;
  }

  /** Return the least of every criterion, each over all mappings. */
  double[] least() {
    double[] least = tables.fixed.clone();
    for (int k = 0; k < least.length; k++) {
      least[k] += toCome[k][0];
    }
    return least;
  }
}
