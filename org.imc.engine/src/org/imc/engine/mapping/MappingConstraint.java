package org.imc.engine.mapping;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imc.engine.ElementId;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * What is asked of the mapping of a layer; the rest is left to the search.
 *
 * <p>A tile counts only the loops that are relevant to its operand. A cut can be moved over the others without any change
 * in what is held or moved, so that no cut is asked for that a better mapping could not have.
 *
 * @param id the element of the source that asks for it
 * @param unrollings by axis: the dimensions whose unrolling is given, 1 where there must be none; the others are free
 * @param order the order of the loops in time; nothing when it is free
 * @param tiles by operand and index of the cut (see {@link TemporalMapping#cuts}): the loops in time below it, as the size
 *     of each dimension that is relevant to the operand, 1 for the others; cuts that are not named are free
 */
public record MappingConstraint(
    ElementId id,
    Map<ArrayAxis, Map<LoopDim, Long>> unrollings,
    Optional<LoopOrder> order,
    Map<Operand, Map<Integer, LoopBounds>> tiles) {

  public MappingConstraint {
    unrollings = copy(unrollings);
    tiles = copy(tiles);
  }

  private static <A extends Enum<A>, K, V> Map<A, Map<K, V>> copy(Map<A, Map<K, V>> map) {
    Map<A, Map<K, V>> copy = new HashMap<>();
    map.forEach((key, inner) -> copy.put(key, Map.copyOf(inner)));
    return Map.copyOf(copy);
  }

  /** Return the unrolling that is asked for; nothing when it is free. */
  public Optional<Long> unrolling(ArrayAxis axis, LoopDim dim) {
    return Optional.ofNullable(unrollings.getOrDefault(axis, Map.of()).get(dim));
  }

  /** Return the loops that are asked for below a cut; nothing when they are free. */
  public Optional<LoopBounds> tile(Operand operand, int cut) {
    return Optional.ofNullable(tiles.getOrDefault(operand, Map.of()).get(cut));
  }

  /** Return the part of some loops that is relevant to an operand. */
  public static LoopBounds relevant(LoopBounds loops, Operand operand) {
    Map<LoopDim, Long> relevant = new EnumMap<>(LoopDim.class);
    for (LoopDim dim : LoopDim.values()) {
      if (dim.isRelevantTo(operand)) {
        relevant.put(dim, loops.get(dim));
      }
    }
    return LoopBounds.of(relevant);
  }

  /** Return whether a mapping is as asked for. */
  public boolean allows(Mapping mapping) {
    TemporalMapping temporal = mapping.temporal();
    boolean unrolled = unrollings.entrySet().stream().allMatch(axis -> axis.getValue().entrySet().stream().allMatch(
        fixed -> mapping.spatial().unrolling(axis.getKey(), fixed.getKey()) == fixed.getValue()));
    boolean ordered = order.isEmpty() || order.get().borders(temporal.below(temporal.loops().size()))
        .filter(borders -> borders.stream().allMatch(border -> passes(temporal, border))).isPresent();
    boolean held = tiles.entrySet().stream().allMatch(of -> of.getValue().entrySet().stream().allMatch(tile ->
        relevant(temporal.below(temporal.cuts().get(of.getKey()).get(tile.getKey())), of.getKey())
            .equals(tile.getValue())));
    return unrolled && ordered && held;
  }

  /** Return whether some border between loops, or inside one loop, has just these loops below it. */
  private static boolean passes(TemporalMapping temporal, LoopBounds border) {
    List<Loop> loops = temporal.loops();
    for (int i = 0; i < loops.size(); i++) {
      LoopBounds below = temporal.below(i);
      LoopDim dim = loops.get(i).dim();
      long asked = border.get(dim);
      if (below.with(dim, asked).equals(border) && asked % below.get(dim) == 0
          && Math.multiplyExact(below.get(dim), loops.get(i).size()) % asked == 0) {
        return true;
      }
    }
    return temporal.below(loops.size()).equals(border);
  }
}
