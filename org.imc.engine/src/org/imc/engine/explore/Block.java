package org.imc.engine.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The designs that a sweep decides together. Workers write to their own places only. */
final class Block {

  private final Design[] designs;
  private final Outcome[] known;
  private final Outcome[] outcomes;
  private final boolean[] evaluated;
  private final DesignCost[] bounds;

  Block(int count) {
    designs = new Design[count];
    known = new Outcome[count];
    outcomes = new Outcome[count];
    evaluated = new boolean[count];
    bounds = new DesignCost[count];
  }

  int size() {
    return designs.length;
  }

  void set(int i, Design design) {
    designs[i] = design;
  }

  Design design(int i) {
    return designs[i];
  }

  /** Return the place of a design by its number, or a negative number when it is in another block. */
  static int place(long[] numbers, long index) {
    return Arrays.binarySearch(numbers, index);
  }

  /** Remember what a journal knew of a design. */
  void know(int i, Outcome outcome) {
    known[i] = outcome;
  }

  @Nullable Outcome known(int i) {
    return known[i];
  }

  /** Decide all designs as the journal did, if it knew of all. */
  boolean isKnown() {
    if (!Arrays.stream(known).allMatch(Objects::nonNull)) {
      return false;
    }
    System.arraycopy(known, 0, outcomes, 0, known.length);
    return true;
  }

  /** Decide a design by mapping its layers. */
  void evaluate(int i, Outcome outcome) {
    outcomes[i] = outcome;
    evaluated[i] = true;
  }

  boolean isEvaluated(int i) {
    return evaluated[i];
  }

  void decide(int i, Outcome outcome) {
    outcomes[i] = outcome;
  }

  boolean isDecided(int i) {
    return outcomes[i] != null;
  }

  Outcome outcome(int i) {
    return outcomes[i];
  }

  void bound(int i, @Nullable DesignCost cost) {
    bounds[i] = cost;
  }

  @Nullable DesignCost bounds(int i) {
    return bounds[i];
  }

  /**
   * Return the designs that are not decided yet, the most promising first: by the product of their figures at best, those
   * of unknown bounds before all others, then by number.
   */
  int[] byPromise(List<Metric> metrics) {
    double[] promise = new double[size()];
    for (int i = 0; i < size(); i++) {
      promise[i] = bounds[i] == null ? Double.NEGATIVE_INFINITY : promise(bounds[i], metrics);
    }
    return IntStream.range(0, size()).filter(i -> !isDecided(i)).boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> promise[i]).thenComparingInt(i -> i))
        .mapToInt(Integer::intValue).toArray();
  }

  private static double promise(DesignCost bounds, List<Metric> metrics) {
    double sum = 0;
    for (Metric metric : metrics) {
      double log = Math.log(metric.of(bounds));
      sum += metric.moreIsBetter() ? -log : log;
    }
    return sum;
  }
}
