package org.imc.engine.mapper;

import java.util.List;
import java.util.Optional;
import org.imc.engine.mapping.LoopOrder;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.jspecify.annotations.Nullable;

/**
 * What a constraint leaves of a candidate's lattice.
 *
 * <p>A path passes through a point exactly when each of its points is comparable with it: of two neighbours, one within it
 * and the other not, the other must hold it, and differs by a single prime. So an order of loops is a set of points.
 *
 * <p>A tile names relevant loops only, so that moving a cut over irrelevant ones stays within the constraint: lemma L1 of
 * {@link TemporalSearch} holds in the narrowed space too.
 */
final class Narrowing {

  private final Lattice lattice;
  private final Chains chains;
  private final @Nullable MappingConstraint constraint;
  private final Optional<List<LoopBounds>> borders;

  Narrowing(Lattice lattice, Chains chains, Unrolling candidate, @Nullable MappingConstraint constraint) {
    this.lattice = lattice;
    this.chains = chains;
    this.constraint = constraint;
    Optional<LoopOrder> order = constraint == null ? Optional.empty() : constraint.order();
    borders = order.isEmpty() ? Optional.of(List.of()) : order.get().borders(trips(candidate));
  }

  private static LoopBounds trips(Unrolling candidate) {
    LoopBounds trips = LoopBounds.ONES;
    for (LoopDim dim : LoopDim.values()) {
      trips = trips.with(dim, candidate.trips[dim.ordinal()]);
    }
    return trips;
  }

  /** Return whether the order lets a path go through a point. */
  boolean allows(int point) {
    return borders.isPresent()
        && borders.get().stream().allMatch(border -> isWithin(point, border) || holds(point, border));
  }

  private boolean isWithin(int point, LoopBounds border) {
    for (LoopDim dim : LoopDim.values()) {
      if (border.get(dim) % lattice.below[dim.ordinal()][point] != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(int point, LoopBounds border) {
    for (LoopDim dim : LoopDim.values()) {
      if (lattice.below[dim.ordinal()][point] % border.get(dim) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Return whether a cut may be placed at a point. */
  boolean allowsCut(Operand operand, int cut, int point) {
    if (constraint == null || chains.below(operand, cut) == Chains.MULTIPLIER) {
      return true;
    }
    Optional<LoopBounds> tile = constraint.tile(operand, cut - chains.hiddenCuts(operand));
    return tile.isEmpty() || isTile(operand, point, tile.get());
  }

  private boolean isTile(Operand operand, int point, LoopBounds tile) {
    for (LoopDim dim : LoopDim.values()) {
      if (dim.isRelevantTo(operand) && lattice.below[dim.ordinal()][point] != tile.get(dim)) {
        return false;
      }
    }
    return true;
  }
}
