package org.imc.engine.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;

/**
 * In which order loops are to run in time.
 *
 * @param innermost the loops nearest to the array, innermost first
 * @param open whether other loops may run between these and the outermost; if not, they are all there are
 * @param outermost the last loops, innermost first
 */
public record LoopOrder(List<Loop> innermost, boolean open, List<Loop> outermost) {

  public LoopOrder {
    innermost = List.copyOf(innermost);
    outermost = List.copyOf(outermost);
    if (!open && !outermost.isEmpty()) {
      throw new IllegalArgumentException("An order without a gap has innermost loops alone, not also " + outermost + ".");
    }
  }

  /**
   * Return what lies below each border between two loops, as sizes of the dimensions, from the innermost outwards: an order
   * follows this one exactly when it passes through all of them.
   *
   * @param trips the steps in time of each dimension
   * @return nothing when the loops do not make up, or do not divide, these steps
   */
  public Optional<List<LoopBounds>> borders(LoopBounds trips) {
    List<LoopBounds> borders = new ArrayList<>();
    LoopBounds below = LoopBounds.ONES;
    for (Loop loop : innermost) {
      if (trips.get(loop.dim()) / below.get(loop.dim()) % loop.size() != 0) {
        return Optional.empty();
      }
      below = below.with(loop.dim(), below.get(loop.dim()) * loop.size());
      borders.add(below);
    }
    LoopBounds inside = trips;
    for (Loop loop : outermost.reversed()) {
      if (inside.get(loop.dim()) % loop.size() != 0) {
        return Optional.empty();
      }
      inside = inside.with(loop.dim(), inside.get(loop.dim()) / loop.size());
      borders.add(innermost.size(), inside);
    }
    boolean fits = open ? divides(below, inside) : below.equals(trips);
    return fits ? Optional.of(borders) : Optional.empty();
  }

  private static boolean divides(LoopBounds part, LoopBounds whole) {
    for (LoopDim dim : LoopDim.values()) {
      if (whole.get(dim) % part.get(dim) != 0) {
        return false;
      }
    }
    return true;
  }
}
