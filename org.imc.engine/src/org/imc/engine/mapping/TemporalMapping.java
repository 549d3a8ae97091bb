package org.imc.engine.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.Operand;

/**
 * In which order the rest of the loops run, and what each memory level holds meanwhile (uneven: each operand has its own
 * cuts).
 *
 * @param loops innermost first
 * @param cuts for each operand, one number per level of its chain but the last (the chain of WEIGHT begins with the bit
 *     cells): how many loops, counted from the innermost, run inside that level, which therefore holds the tile that
 *     they touch; not decreasing
 */
public record TemporalMapping(List<Loop> loops, Map<Operand, List<Integer>> cuts) {

  public TemporalMapping {
    loops = List.copyOf(loops);
    var copy = new EnumMap<Operand, List<Integer>>(Operand.class);
    for (Operand operand : Operand.values()) {
      List<Integer> of = List.copyOf(cuts.getOrDefault(operand, List.of()));
      int last = 0;
      for (int cut : of) {
        if (cut < last || cut > loops.size()) {
          throw new IllegalArgumentException("The cuts of %s are %s. They must rise from 0 to at most %d loops."
              .formatted(operand, of, loops.size()));
        }
        last = cut;
      }
      copy.put(operand, of);
    }
    cuts = Collections.unmodifiableMap(copy);
  }

  /** Return the number of iterations: the product of all loop sizes. */
  public long iterations() {
    return Loop.product(loops);
  }

  /** Return, for each dimension, the product of the loops below a cut. */
  public LoopBounds below(int cut) {
    LoopBounds below = LoopBounds.ONES;
    for (Loop loop : loops.subList(0, cut)) {
      below = below.with(loop.dim(), Math.multiplyExact(below.get(loop.dim()), loop.size()));
    }
    return below;
  }

  /**
   * Return how often the tile below a cut is exchanged for another one: the product of the loops above the cut, without
   * the run of loops directly above it that are irrelevant to the operand, since the tile stays where it is for them.
   */
  public long periods(Operand operand, int cut) {
    int first = cut;
    while (first < loops.size() && !loops.get(first).dim().isRelevantTo(operand)) {
      first++;
    }
    return Loop.product(loops.subList(first, loops.size()));
  }

  /** Return whether sums are complete when they leave the loops below a cut: nothing above it adds to them. */
  public boolean isComplete(int cut) {
    return loops.subList(cut, loops.size()).stream()
        .allMatch(loop -> loop.size() == 1 || loop.dim().isRelevantTo(Operand.OUTPUT));
  }
}
