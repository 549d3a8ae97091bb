package org.imc.engine.mapper;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.imc.engine.Cancellation;
import org.imc.engine.mapper.Goal.Score;
import org.jspecify.annotations.Nullable;

/**
 * The spatial candidates of a layer that may beat a known score, the most promising first: by the goal's bound, then
 * latency and energy, then the order of {@link SpatialSpace}.
 */
final class SpatialQueue {

  private static final int STEPS_PER_CANDIDATE = 32;

  private final CutCosts costs;
  private final SpatialSpace space;
  private final Goal goal;
  private final CompulsoryBound compulsory;
  private final @Nullable Score floor;
  private final Effort effort;
  private final Cancellation cancellation;
  private final Comparator<Entry> mostPromising = Comparator.comparingDouble(Entry::primary)
      .thenComparingDouble(entry -> entry.bound().latency())
      .thenComparingDouble(entry -> entry.bound().energy())
      .thenComparingLong(Entry::code)
      .thenComparingInt(Entry::padding);
  private final PriorityQueue<Entry> queue = new PriorityQueue<>(mostPromising);

  /**
   * A candidate with a bound.
   *
   * @param code its number in {@link SpatialSpace}
   * @param padding 0, or how far down the list of its {@link Unrolling#padded() padded} variants
   * @param primary bound of what is to be least
   * @param bound of energy and latency
   */
  record Entry(long code, int padding, double primary, Score bound) {

    Place place() {
      return new Place(code, padding);
    }

    Entry with(Score better, Goal goal) {
      return new Entry(code, padding, goal.primary(better), better);
    }
  }

  /** What tells entries apart. */
  record Place(long code, int padding) { }

  /**
   * Create an empty queue.
   *
   * @param floor what no candidate is below, so that not all have to be looked at; null when all have to be
   */
  SpatialQueue(CutCosts costs, SpatialSpace space, Goal goal, CompulsoryBound compulsory, @Nullable Score floor, Effort effort,
      Cancellation cancellation) {
    this.costs = costs;
    this.space = space;
    this.goal = goal;
    this.compulsory = compulsory;
    this.floor = floor;
    this.effort = effort;
    this.cancellation = cancellation;
  }

  /** Fill the queue with the few candidates of least compulsory cost, in order to find a good mapping early. */
  void addMostPromising(int count) {
    var few = new PriorityQueue<Entry>(mostPromising.reversed());
    visit(Score.WORST, (some, i) -> {
      double energy = compulsory.energyJustBelow(i);
      double latency = compulsory.latency(i);
      if (few.size() < count || goal.primary(energy, latency) <= few.element().primary()) {
        Entry entry = entry(some.code(i), 0, compulsory.of(space, some, i));
        if (costs.canStay(some.weightsPerMultiplier(i))) {
          few.add(entry);
        }
        if (few.size() > count) {
          few.remove();
        }
      }
    });
    for (Entry entry : few) {
      Score bound = new CutOrderBound(costs, candidate(entry).unrolling(), goal).bound(Score.WORST);
      queue.add(new Entry(entry.code(), 0, goal.primary(bound), bound));
    }
  }

  /**
   * Fill the queue with all candidates that may beat a score, padded or not. What no ordering changes does not fall with more
   * steps in time, so that a candidate which cannot beat the score by it need not be padded.
   */
  void addAll(Score best) {
    queue.clear();
    visit(best, (some, i) -> {
      if (!goal.cannotBeat(compulsory.energyJustBelow(i), compulsory.latency(i), best)
          && !goal.cannotBeat(compulsory.of(space, some, i), best)
          && costs.canStay(some.weightsPerMultiplier(i))) { // with more steps neither
        addPadded(some.code(i), best);
      }
    });
  }

  private void addPadded(long code, Score best) {
    List<SpatialSpace.Variant> variants = space.variants(code);
    add(code, 0, variants.getFirst().unrolling(), best);
    for (int padding = 1; padding < variants.size(); padding++) {
      effort.spend(STEPS_PER_CANDIDATE);
      if (!goal.cannotBeat(compulsory.of(variants.get(padding)), best)) {
        add(code, padding, variants.get(padding).unrolling(), best);
      }
    }
  }

  private void add(long code, int padding, Unrolling candidate, Score best) {
    Score bound = new CutOrderBound(costs, candidate, goal).bound(best);
    if (!goal.cannotBeat(bound, best)) {
      queue.add(entry(code, padding, bound));
    }
  }

  /** Return the candidate of an entry. */
  SpatialSpace.Variant candidate(Entry entry) {
    return space.variants(entry.code()).get(entry.padding());
  }

  /** Visit the candidates that may beat a score by their steps in time. */
  private void visit(Score best, Visitor visitor) {
    space.forEach(some -> {
      int count = some.before(steps -> cannotBeat(steps, best));
      effort.spend((long) count * STEPS_PER_CANDIDATE);
      compulsory.see(space, some, count);
      for (int i = 0; i < count; i++) {
        visitor.visit(some, i);
      }
    }, cancellation);
  }

  private boolean cannotBeat(double steps, Score best) {
    return floor != null
        && goal.cannotBeat(floor.energy(), Math.max(floor.latency(), costs.computeCycles(steps)), best);
  }

  /** Looks at a candidate, which has just been seen. */
  private interface Visitor {
    void visit(Candidates some, int i);
  }

  private Entry entry(long code, int padding, Score bound) {
    return new Entry(code, padding, goal.primary(bound), bound);
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  Entry poll() {
    return queue.remove();
  }

  /** Put a candidate back with a better bound if another one is more promising now. */
  boolean defer(Entry entry, Score bound) {
    Entry refined = entry.with(bound, goal);
    if (queue.isEmpty() || mostPromising.compare(refined, queue.peek()) <= 0) {
      return false;
    }
    queue.add(refined);
    return true;
  }
}
