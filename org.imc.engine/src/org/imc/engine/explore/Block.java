package org.imc.engine.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The designs that a sweep decides together. Whoever appraises them writes to their own places only. */
final class Block {

  private final Design[] designs;
  private final long[] numbers;
  private final Outcome[] known;
  private final Outcome[] outcomes;
  private final Outcome[] priced;
  private final boolean[] kept;
  private final DesignCost[] bounds;
  private int[] order = new int[0];

  /** Create a block of designs in the order of their numbers. */
  Block(List<Design> designs) {
    this.designs = designs.toArray(Design[]::new);
    numbers = designs.stream().mapToLong(Design::index).toArray();
    known = new Outcome[numbers.length];
    outcomes = new Outcome[numbers.length];
    priced = new Outcome[numbers.length];
    kept = new boolean[numbers.length];
    bounds = new DesignCost[numbers.length];
  }

  int size() {
    return designs.length;
  }

  Design design(int i) {
    return designs[i];
  }

  List<Design> designs() {
    return List.of(designs);
  }

  /** Return the place of a design by its number, or a negative number when it is in another block. */
  int place(long index) {
    return Arrays.binarySearch(numbers, index);
  }

  /** Remember what a journal knew of a design. */
  void know(int i, Outcome outcome) {
    known[i] = outcome;
    kept[i] = true;
  }

  /** Decide all designs as the journal did, if it knew of all. */
  boolean isKnown() {
    if (!Arrays.stream(known).allMatch(Objects::nonNull)) {
      return false;
    }
    System.arraycopy(known, 0, outcomes, 0, known.length);
    return true;
  }

  /** Remember what pricing a design gave. */
  void price(int i, Outcome outcome) {
    priced[i] = outcome;
  }

  /** Return what is known of a design by pricing it, now or before. */
  @Nullable Outcome priced(int i) {
    return known[i] == null ? priced[i] : known[i];
  }

  /** Return whether a design was decided by pricing it now. */
  boolean isEvaluated(int i) {
    return priced[i] != null && outcomes[i] == priced[i];
  }

  /** Return whether the journal has a design, from now on. */
  boolean keep(int i) {
    boolean before = kept[i];
    kept[i] = true;
    return before;
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
   * Put the designs that are not decided yet in order, the most promising first: by the product of their figures at best, those
   * of unknown bounds before all others, then by number.
   */
  void arrange(List<Metric> metrics) {
    double[] promise = new double[size()];
    for (int i = 0; i < size(); i++) {
      promise[i] = bounds[i] == null ? Double.NEGATIVE_INFINITY : promise(bounds[i], metrics);
    }
    order = IntStream.range(0, size()).filter(i -> !isDecided(i)).boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> promise[i]).thenComparingInt(i -> i))
        .mapToInt(Integer::intValue).toArray();
  }

  /** Return the places of the designs that were not decided when they were put in order. */
  int[] order() {
    return order;
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
