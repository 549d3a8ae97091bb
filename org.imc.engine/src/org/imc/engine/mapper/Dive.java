package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds a good mapping of one candidate quickly: goes from the empty mapping to complete ones step by step, and after each
 * step keeps the few partial mappings of least bound, no two of them at one state.
 */
final class Dive {

  private static final int WIDTH = 24;

  private final Steps steps;
  private final int length;

  /** What a dive needs to know of a search. */
  interface Steps {

    /** Return the empty mapping. */
    Partial start();

    /** Return all mappings with one loop or cut more that fit. */
    List<Partial> from(Partial partial);
  }

  /**
   * A partial mapping.
   *
   * @param state loops and cuts placed
   * @param cost by criterion
   * @param used of the shared memories
   * @param bound of the value that it can become
   */
  record Partial(int state, double[] cost, double[] used, double bound) { }

  /**
   * Make a dive.
   *
   * @param length steps of a complete mapping
   */
  Dive(Steps steps, int length) {
    this.steps = steps;
    this.length = length;
  }

  /** Return the value of the best mapping found; infinite when there is none. */
  double value() {
    List<Partial> few = List.of(steps.start());
    for (int step = 0; step < length; step++) {
      List<Partial> next = new ArrayList<>();
      few.forEach(partial -> next.addAll(steps.from(partial)));
      next.sort(Comparator.comparingDouble(Partial::bound)); // stable
      Set<Integer> states = new HashSet<>();
      few = next.stream().filter(partial -> states.add(partial.state())).limit(WIDTH).toList();
    }
    return few.isEmpty() ? Double.POSITIVE_INFINITY : few.getFirst().bound();
  }
}
