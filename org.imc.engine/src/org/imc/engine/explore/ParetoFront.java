package org.imc.engine.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The designs that no other beats: none is at least as good in every figure and better in one. Designs with equal figures
 * stand side by side. Exact for any number of figures. Not thread-safe.
 */
public final class ParetoFront {

  /**
   * A design on the front.
   *
   * @param index its number
   * @param cost what it costs
   */
  public record Entry(long index, DesignCost cost) { }

  private record Ranked(Entry entry, double[] badness) { }

  private final List<Metric> metrics;
  private final List<Ranked> ranked = new ArrayList<>();

  /** Create an empty front. */
  public ParetoFront(List<Metric> metrics) {
    this.metrics = List.copyOf(metrics);
  }

  /** Add a priced design, and drop those that it beats. Return whether it is on the front. */
  public boolean add(long index, DesignCost cost) {
    double[] badness = badness(cost);
    if (ranked.stream().anyMatch(each -> beats(each.badness, badness))) {
      return false;
    }
    ranked.removeIf(each -> beats(badness, each.badness));
    ranked.add(new Ranked(new Entry(index, cost), badness));
    return true;
  }

  /** Return whether a design beats every one of which these are bounds. */
  public boolean beatsAll(DesignCost bounds) {
    double[] best = badness(bounds);
    return ranked.stream().anyMatch(each -> beats(each.badness, best));
  }

  /** Return the designs on the front by their numbers. */
  public List<Entry> entries() {
    return ranked.stream().map(Ranked::entry).sorted(Comparator.comparingLong(Entry::index)).toList();
  }

  /** Return the design that is best by one figure; of equal ones, the first. */
  public static Optional<Entry> best(List<Entry> front, Metric metric) {
    return front.stream().min(Comparator.comparingDouble(entry -> Metric.badness(metric, entry.cost())));
  }

  /** Return how many there are. */
  public int size() {
    return ranked.size();
  }

  private double[] badness(DesignCost cost) {
    return metrics.stream().mapToDouble(metric -> Metric.badness(metric, cost)).toArray();
  }

  private static boolean beats(double[] one, double[] other) {
    boolean better = false;
    for (int i = 0; i < one.length; i++) {
      if (one[i] > other[i]) {
        return false;
      }
      better |= one[i] < other[i];
    }
    return better;
  }
}
