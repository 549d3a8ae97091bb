package org.imc.engine.certificate;

import java.util.List;
import java.util.Optional;
import org.imc.engine.mapping.LoopOrder;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/** What a constraint leaves of the orders and cuts of a nest. */
final class Asked {

  private static final LoopDim[] DIMS = LoopDim.values();

  private final Optional<MappingConstraint> constraint;
  private final Places places;
  private final Optional<List<LoopBounds>> borders; // nothing when the loops asked for are not those of the nest

  Asked(Optional<MappingConstraint> constraint, Nest nest, Places places) {
    this.constraint = constraint;
    this.places = places;
    LoopBounds steps = LoopBounds.ONES;
    for (LoopDim dim : DIMS) {
      steps = steps.with(dim, nest.steps[dim.ordinal()]);
    }
    Optional<LoopOrder> order = constraint.flatMap(MappingConstraint::order);
    borders = order.isEmpty() ? Optional.of(List.of()) : order.get().borders(steps);
  }

  /** Return whether an order as asked for can have these steps inside: they hold each border or are held by it. */
  boolean allows(long[] inside) {
    return borders.isPresent() && borders.get().stream().allMatch(border -> isComparable(inside, border));
  }

  private static boolean isComparable(long[] inside, LoopBounds border) {
    boolean holds = true;
    boolean isHeld = true;
    for (LoopDim dim : DIMS) {
      holds &= inside[dim.ordinal()] % border.get(dim) == 0;
      isHeld &= border.get(dim) % inside[dim.ordinal()] == 0;
    }
    return holds || isHeld;
  }

  /** Return whether a cut may have these steps inside. */
  boolean allowsCut(Operand operand, int cut, long[] inside) {
    int spoken = cut - places.unspoken(operand);
    Optional<LoopBounds> tile = constraint.flatMap(asked -> spoken < 0 ? Optional.empty() : asked.tile(operand, spoken));
    for (LoopDim dim : DIMS) {
      if (tile.isPresent() && NestReplay.concerns(dim, operand) && tile.get().get(dim) != inside[dim.ordinal()]) {
        return false;
      }
    }
    return true;
  }
}
