package org.imc.engine.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    return loops.stream().mapToLong(Loop::size).reduce(1, Math::multiplyExact);
  }
}
