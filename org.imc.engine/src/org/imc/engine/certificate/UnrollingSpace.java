package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;

/**
 * Every whole unrolling of a layer that fits an architecture and is as asked for.
 *
 * <p>Where the array's energy does not fall when more of it is used ({@link #rises}), an unrolling is left out when one less
 * on one axis takes the same steps in time: then the orders are the same, and nothing that is moved, kept or waited for
 * falls with an unrolling. Steps do not rise with either unrolling of a dimension, so that those that stay are the smallest
 * of their steps.
 */
final class UnrollingSpace {

  private static final Set<LoopDim> COLUMNS = Set.of(LoopDim.K, LoopDim.OY, LoopDim.OX);
  private static final Set<LoopDim> ROWS = Set.of(LoopDim.C, LoopDim.FY, LoopDim.FX);
  private static final Set<LoopDim> MACROS = Set.of(LoopDim.B, LoopDim.G, LoopDim.K, LoopDim.OY, LoopDim.OX);
  private static final LoopDim[] DIMS = LoopDim.values();
  private static final double ROUNDING = 1e-12;
  private static final long PRICE_STEPS = 300; // six prices, about

  private final Architecture architecture;
  private final MacLayer layer;
  private final Work work;
  private final Optional<MappingConstraint> constraint;
  private final boolean smallestOnly;
  private final long[] columns = Nest.ones();
  private final long[] rows = Nest.ones();
  private final long[] macros = Nest.ones();
  private final List<List<Unrolling>> unrollings = new ArrayList<>();

  /** How one dimension is unrolled: inside a macro, over its columns or rows, and over the macros. */
  private record Unrolling(long inside, long macros) { }

  /** Hears of each unrolling. */
  @FunctionalInterface
  interface Visitor {
    void visit(Nest nest) throws Work.LimitReached;
  }

  UnrollingSpace(Architecture architecture, MacLayer layer, Optional<MappingConstraint> constraint, boolean smallestOnly,
      Work work) throws Work.LimitReached {
    this.architecture = architecture;
    this.layer = layer;
    this.constraint = constraint;
    this.smallestOnly = smallestOnly;
    this.work = work;
    for (LoopDim dim : DIMS) {
      unrollings.add(unrollings(dim));
    }
  }

  /** Return whether a dimension may be unrolled over an axis. */
  static boolean allowsColumns(LoopDim dim) {
    return COLUMNS.contains(dim);
  }

  static boolean allowsRows(LoopDim dim) {
    return ROWS.contains(dim);
  }

  static boolean allowsMacros(LoopDim dim) {
    return MACROS.contains(dim);
  }

  private List<Unrolling> unrollings(LoopDim dim) throws Work.LimitReached {
    MacroGeometry geometry = architecture.macro().geometry();
    long size = layer.bounds().get(dim);
    ArrayAxis inMacro = ROWS.contains(dim) ? ArrayAxis.ROWS : ArrayAxis.COLUMNS;
    ArrayAxis unused = inMacro == ArrayAxis.ROWS ? ArrayAxis.COLUMNS : ArrayAxis.ROWS;
    long room = COLUMNS.contains(dim) ? geometry.outputs() : ROWS.contains(dim) ? geometry.inputs() : 1;
    long macroRoom = MACROS.contains(dim) ? architecture.cells().macros() : 1;
    List<Unrolling> all = new ArrayList<>();
    for (long inside = 1; inside <= Math.min(size, room); inside++) {
      for (long over = 1; over <= Math.min(size, macroRoom); over++) {
        work.spend(8);
        boolean asked = asks(inMacro, dim, inside) && asks(ArrayAxis.MACROS, dim, over) && asks(unused, dim, 1);
        if (asked && !(smallestOnly && isLessEnough(dim, inMacro, size, new Unrolling(inside, over)))) {
          all.add(new Unrolling(inside, over));
        }
      }
    }
    return all;
  }

  /** Return whether an unrolling is what the constraint asks for, if it asks for any. */
  private boolean asks(ArrayAxis axis, LoopDim dim, long unrolling) {
    return constraint.flatMap(asked -> asked.unrolling(axis, dim)).orElse(unrolling) == unrolling;
  }

  private boolean isFree(ArrayAxis axis, LoopDim dim) {
    return constraint.flatMap(asked -> asked.unrolling(axis, dim)).isEmpty();
  }

  /** Return whether one less on an axis where it may be less takes the same steps. */
  private boolean isLessEnough(LoopDim dim, ArrayAxis inMacro, long size, Unrolling unrolling) {
    long inside = unrolling.inside();
    long over = unrolling.macros();
    long steps = Math.ceilDiv(size, inside * over);
    return inside > 1 && isFree(inMacro, dim) && Math.ceilDiv(size, (inside - 1) * over) == steps
        || over > 1 && isFree(ArrayAxis.MACROS, dim) && Math.ceilDiv(size, inside * (over - 1)) == steps;
  }

  void forEach(Visitor visitor) throws Work.LimitReached {
    MacroGeometry geometry = architecture.macro().geometry();
    unroll(0, geometry.outputs(), geometry.inputs(), architecture.cells().macros(), visitor);
  }

  private void unroll(int d, long columnRoom, long rowRoom, long macroRoom, Visitor visitor) throws Work.LimitReached {
    if (d == DIMS.length) {
      if (Nest.drivenRows(layer.window(), columns, rows) <= architecture.macro().geometry().inputs()) {
        visitor.visit(new Nest(architecture, layer, columns.clone(), rows.clone(), macros.clone()));
      }
      return;
    }
    boolean onRows = ROWS.contains(DIMS[d]);
    for (Unrolling unrolling : unrollings.get(d)) {
      work.spend(4);
      if (unrolling.inside() <= (onRows ? rowRoom : columnRoom) && unrolling.macros() <= macroRoom) {
        (onRows ? rows : columns)[d] = unrolling.inside();
        macros[d] = unrolling.macros();
        unroll(d + 1, onRows ? columnRoom : columnRoom / unrolling.inside(),
            onRows ? rowRoom / unrolling.inside() : rowRoom, macroRoom / unrolling.macros(), visitor);
      }
    }
    columns[d] = 1;
    rows[d] = 1;
    macros[d] = 1;
  }

  /**
   * Return whether the energy of an activation never falls when one more row, or added row, or all outputs are used. Each of
   * its terms is in proportion to the outputs or does not depend on them.
   */
  static boolean rises(ArrayCost array, MacroGeometry geometry, Work work) throws Work.LimitReached {
    long most = geometry.outputs();
    for (long rows = 1; rows <= geometry.inputs(); rows++) {
      work.spend(PRICE_STEPS * rows);
      for (long added = 1; added <= rows; added++) {
        double one = array.energyPerActivationPj(1, rows, added) * (1 - ROUNDING);
        double all = array.energyPerActivationPj(most, rows, added) * (1 - ROUNDING);
        boolean falls = all < one
            || rows < geometry.inputs() && array.energyPerActivationPj(1, rows + 1, added) < one
            || rows < geometry.inputs() && array.energyPerActivationPj(most, rows + 1, added) < all
            || added < rows && array.energyPerActivationPj(1, rows, added + 1) < one
            || added < rows && array.energyPerActivationPj(most, rows, added + 1) < all;
        if (falls) {
          return false;
        }
      }
    }
    return true;
  }
}
