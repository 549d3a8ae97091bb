package org.imc.engine.mapper;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.imc.engine.Cancellation;
import org.imc.engine.mapper.Goal.Score;

/**
 * The spatial candidates of a layer that may beat a known score, the most promising first: by the goal's bound, then
 * latency and energy, then the order of {@link SpatialSpace}.
 */
final class SpatialQueue {

  private static final int CANDIDATES_PER_CHECK = 256;
  private static final int STEPS_PER_CANDIDATE = 32;

  private final CutCosts costs;
  private final SpatialSpace space;
  private final Goal goal;
  private final CompulsoryBound compulsory;
  private final Effort effort;
  private final Cancellation cancellation;
  private final Comparator<Entry> mostPromising = Comparator.comparingDouble(Entry::primary)
      .thenComparingDouble(entry -> entry.bound().latency())
      .thenComparingDouble(entry -> entry.bound().energy())
      .thenComparingLong(Entry::order)
      .thenComparingInt(Entry::padding);
  private final PriorityQueue<Entry> queue = new PriorityQueue<>(mostPromising);
  private long visited;
  private long candidates;

  /**
   * A candidate with a bound.
   *
   * @param code its number in {@link SpatialSpace}
   * @param padding 0, or how far down the list of its {@link Unrolling#padded() padded} variants
   * @param order its rank in that space
   * @param primary bound of what is to be least
   * @param bound of energy and latency
   */
  record Entry(long code, int padding, long order, double primary, Score bound) { }

  SpatialQueue(CutCosts costs, SpatialSpace space, Goal goal, CompulsoryBound compulsory, Effort effort,
      Cancellation cancellation) {
    this.costs = costs;
    this.space = space;
    this.goal = goal;
    this.compulsory = compulsory;
    this.effort = effort;
    this.cancellation = cancellation;
  }

  /** Fill the queue with the few candidates of least compulsory cost, in order to find a good mapping early. */
  void addMostPromising(int count) {
    var few = new PriorityQueue<Entry>(mostPromising.reversed());
    visit(code -> {
      Score bound = compulsory.of(space.candidate(code));
      few.add(entry(code, 0, bound));
      if (few.size() > count) {
        few.remove();
      }
    });
    candidates = visited;
    for (Entry entry : few) {
      Score bound = new CutOrderBound(costs, space.candidate(entry.code()), goal).bound(Score.WORST);
      queue.add(new Entry(entry.code(), 0, entry.order(), goal.primary(bound), bound));
    }
  }

  /**
   * Fill the queue with all candidates that may beat a score, padded or not. What no ordering changes does not fall with more
   * steps in time, so that a candidate which cannot beat the score by it need not be padded.
   */
  void addAll(Score best) {
    queue.clear();
    visit(code -> {
      Unrolling candidate = space.candidate(code);
      if (!goal.cannotBeat(compulsory.of(candidate), best)) {
        add(code, 0, candidate, best);
        List<Unrolling> padded = candidate.padded();
        for (int i = 0; i < padded.size(); i++) {
          effort.spend(STEPS_PER_CANDIDATE);
          if (!goal.cannotBeat(compulsory.of(padded.get(i)), best)) {
            add(code, i + 1, padded.get(i), best);
          }
        }
      }
    });
  }

  private void add(long code, int padding, Unrolling candidate, Score best) {
    Score bound = new CutOrderBound(costs, candidate, goal).bound(best);
    if (!goal.cannotBeat(bound, best)) {
      queue.add(entry(code, padding, bound));
    }
  }

  /** Return the candidate of an entry. */
  Unrolling candidate(Entry entry) {
    Unrolling candidate = space.candidate(entry.code());
    return entry.padding() == 0 ? candidate : candidate.padded().get(entry.padding() - 1);
  }

  private void visit(LongConsumer visitor) {
    visited = 0;
    space.forEach(code -> {
      if (visited % CANDIDATES_PER_CHECK == 0) {
        cancellation.check();
      }
      effort.spend(STEPS_PER_CANDIDATE);
      visitor.accept(code);
      visited++;
    });
  }

  private Entry entry(long code, int padding, Score bound) {
    return new Entry(code, padding, visited, goal.primary(bound), bound);
  }

  /** Return the number of candidates in the space. */
  long candidates() {
    return candidates;
  }

  /** Return the least bound of those in the queue, infinite when it is empty. */
  double leastPrimary() {
    return queue.isEmpty() ? Double.POSITIVE_INFINITY : queue.peek().primary();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  Entry poll() {
    return queue.remove();
  }

  /** Put a candidate back with a better bound if another one is more promising now. */
  boolean defer(Entry entry, Score bound) {
    var refined = new Entry(entry.code(), entry.padding(), entry.order(), goal.primary(bound), bound);
    if (queue.isEmpty() || mostPromising.compare(refined, queue.peek()) <= 0) {
      return false;
    }
    queue.add(refined);
    return true;
  }
}
