package org.imc.engine.mapping;

import java.util.List;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;

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
    return on(axis).stream().filter(loop -> loop.dim() == dim).mapToLong(Loop::size).reduce(1, Math::multiplyExact);
  }

  /** Return the product of the unrollings on an axis. */
  public long unrolling(ArrayAxis axis) {
    return on(axis).stream().mapToLong(Loop::size).reduce(1, Math::multiplyExact);
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
}
