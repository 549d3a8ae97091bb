package org.imc.engine.mapping;

import java.util.List;
import org.imc.engine.arch.Sharing;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Window;

/**
 * Which part of each loop dimension is computed at once, and where.
 *
 * @param columns unrollings over the column groups (D1)
 * @param rows unrollings over the rows (D2)
 * @param macros unrollings over the macros (D3)
 */
public record SpatialMapping(List<Loop> columns, List<Loop> rows, List<Loop> macros) {

  public SpatialMapping {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    macros = List.copyOf(macros);
  }

  /** Return the unrollings on an axis. */
  public List<Loop> on(ArrayAxis axis) {
    return switch (axis) {
      case COLUMNS -> columns;
      case ROWS -> rows;
      case MACROS -> macros;
    };
  }

  /** Return the unrolling of one dimension on one axis, 1 when it is not unrolled there. */
  public long unrolling(ArrayAxis axis, LoopDim dim) {
    long product = 1;
    for (Loop loop : on(axis)) {
      product = loop.dim() == dim ? Math.multiplyExact(product, loop.size()) : product;
    }
    return product;
  }

  /** Return the product of the unrollings on an axis. */
  public long unrolling(ArrayAxis axis) {
    return Loop.product(on(axis));
  }

  /** Return, for each dimension, how much of it the given axes compute at once. */
  public LoopBounds tile(ArrayAxis... axes) {
    LoopBounds tile = LoopBounds.ONES;
    for (ArrayAxis axis : axes) {
      for (Loop loop : on(axis)) {
        tile = tile.with(loop.dim(), Math.multiplyExact(tile.get(loop.dim()), loop.size()));
      }
    }
    return tile;
  }

  /** Return how many times each weight stands in one macro: outputs of one kernel side by side need copies, diagonally. */
  public long weightCopies() {
    return Math.multiplyExact(unrolling(ArrayAxis.COLUMNS, LoopDim.OY), unrolling(ArrayAxis.COLUMNS, LoopDim.OX));
  }

  /**
   * Return the rows of one macro that are driven: one for each distinct input that the array's tile touches, padding
   * included. More than the rows that one output adds up when outputs of one kernel lie side by side.
   */
  public long usedRows(Window window) {
    var padded = new Window(window.strideY(), window.strideX(), window.dilationY(), window.dilationX(),
        Long.MAX_VALUE, Long.MAX_VALUE);
    LoopBounds tile = tile(ArrayAxis.COLUMNS, ArrayAxis.ROWS);
    long rows = padded.inputRows(tile.get(LoopDim.OY), tile.get(LoopDim.FY));
    long columns = padded.inputColumns(tile.get(LoopDim.OX), tile.get(LoopDim.FX));
    return Math.multiplyExact(tile.get(LoopDim.C), Math.multiplyExact(rows, columns));
  }

  /** Return how many instances of a memory level are used. */
  public long instances(Sharing sharing, Window window) {
    long macros = unrolling(ArrayAxis.MACROS);
    return switch (sharing) {
      case PER_ROW -> Math.multiplyExact(usedRows(window), macros);
      case PER_OUTPUT -> Math.multiplyExact(unrolling(ArrayAxis.COLUMNS), macros);
      case PER_MACRO -> macros;
      case GLOBAL -> 1;
    };
  }

  /** Return, for each dimension, how much of it the array computes at once under one instance of a memory level. */
  public LoopBounds tile(Sharing sharing) {
    return switch (sharing) {
      case PER_ROW, PER_OUTPUT -> LoopBounds.ONES; // one row, one column group
      case PER_MACRO -> tile(ArrayAxis.COLUMNS, ArrayAxis.ROWS);
      case GLOBAL -> tile(ArrayAxis.values());
    };
  }
}
