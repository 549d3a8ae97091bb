package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.imc.engine.Cancellation;
import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.result.LowerBounds;

/**
 * The spatial candidates of a layer, the most promising first: by the goal's bound, then latency and energy, then the order
 * of {@link SpatialSpace}.
 *
 * <p>The first bound of a candidate is that of {@link CutOrderBound}. What no mapping at all can beat is the least, over the
 * candidates, of the array's cost and compulsory traffic.
 */
final class SpatialQueue {

  private static final int CANDIDATES_PER_CHECK = 256;

  private final CutCosts costs;
  private final Goal goal;
  private final Cancellation cancellation;
  private final SpatialSpace space;
  private final List<Entry> entries = new ArrayList<>();
  private final PriorityQueue<Entry> queue;
  private double leastEnergy = Double.POSITIVE_INFINITY;
  private double leastLatency = Double.POSITIVE_INFINITY;

  /**
   * A candidate with a bound.
   *
   * @param code its number in {@link SpatialSpace}
   * @param order the rank in the order of that space
   * @param primary bound of what is to be least
   * @param energy bound, pJ
   * @param latency bound, cycles
   * @param refined whether the bound is that of {@link Relaxation}
   */
  record Entry(long code, int order, double primary, double energy, double latency, boolean refined) { }

  SpatialQueue(CutCosts costs, SpatialSpace space, Goal goal, Cancellation cancellation) {
    this.costs = costs;
    this.space = space;
    this.goal = goal;
    this.cancellation = cancellation;
    space.forEach(this::bound);
    queue = new PriorityQueue<>(Math.max(1, entries.size()), Comparator.comparingDouble(Entry::primary)
        .thenComparingDouble(Entry::latency)
        .thenComparingDouble(Entry::energy)
        .thenComparingInt(Entry::order));
    queue.addAll(entries);
  }

  private void bound(long code) {
    if (entries.size() % CANDIDATES_PER_CHECK == 0) {
      cancellation.check();
    }
    var bound = new CutOrderBound(costs, space.candidate(code), goal);
    double[] compulsory = bound.compulsory();
    leastEnergy = Math.min(leastEnergy, compulsory[Criteria.ENERGY]);
    leastLatency = Math.min(leastLatency, bound.latency(compulsory));
    Score score = bound.bound();
    entries.add(new Entry(code, entries.size(), goal.primary(score.energy(), score.latency()),
        score.energy(), score.latency(), false));
  }

  /** Return the latency of a full cost vector. */
  static double latency(CutCosts costs, Unrolling candidate, double[] cost) {
    double[] bandwidths = costs.criteria.bandwidths(candidate);
    double latency = costs.computeCycles(candidate) + cost[Criteria.WEIGHT_WRITE];
    for (int k = Criteria.WEIGHT_WRITE + 1; k < cost.length; k++) {
      latency = Math.max(latency, cost[k] / bandwidths[k]);
    }
    return latency;
  }

  /** Return the number of candidates in the space. */
  long candidates() {
    return entries.size();
  }

  /** Return what no mapping of any candidate can beat. */
  LowerBounds bounds() {
    return new LowerBounds(leastEnergy, leastLatency);
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  Entry poll() {
    return queue.remove();
  }

  /** Put a candidate back with a better bound if another one is more promising now. */
  boolean defer(Entry entry, double energy, double latency) {
    var refined = new Entry(entry.code(), entry.order(), goal.primary(energy, latency), energy, latency, true);
    if (queue.isEmpty() || queue.comparator().compare(refined, queue.peek()) <= 0) {
      return false;
    }
    queue.add(refined);
    return true;
  }
}
