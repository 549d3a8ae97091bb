package org.imc.engine.mapper;

import java.util.HashSet;
import java.util.Set;
import org.imc.engine.Budget;
import org.imc.engine.Cancellation;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.LeakageModel;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.cost.Movement;
import org.imc.engine.cost.PricedMacro;
import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.result.SearchReport;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.jspecify.annotations.Nullable;

/**
 * Map one layer: find a good value among a few promising candidates, or by a mapping of a similar layer that is known; then
 * search all candidates that may reach it, best first and each exactly, until no bound is left that can beat the best.
 * Sequential, so that the answer never depends on threads.
 *
 * <p>Nor does it depend on which value was known: candidates that can be as good as it are searched as well, in an order
 * that follows from their own bounds, and what lies more than {@link Goal#BEYOND_TIES} above the best decides nothing.
 */
final class LayerMapper {

  private static final int PROMISING = 16;
  private static final double AGREEMENT = 1e-12;

  private final Architecture architecture;
  private final MacLayer layer;
  private final @Nullable MappingConstraint constraint;
  private final PricedMacro macro;
  private final Goal goal;
  private final Effort effort;
  private final SharedWork shared;
  private final Cancellation cancellation;
  private final CutCosts costs;
  private final SpatialSpace.Key spaceKey;
  private final Known.Alike alike;
  private final Siblings.Key likeness;
  private final Siblings siblings;
  private final CompulsoryBound compulsory;
  private final @Nullable Score least; // null where the bounds are to be those of all candidates
  private Score best = Score.WORST;
  private @Nullable Mapping bestMapping;
  private @Nullable Incumbent first; // the best of the promising candidates
  private final Set<Long> seen = new HashSet<>();
  private final Set<SpatialQueue.Place> counted = new HashSet<>(); // likewise, by padding too
  private final Set<SpatialQueue.Place> searched = new HashSet<>(); // those of them that took more than a look
  private double open; // bound of all that is not searched
  private double orderings;
  private long labels;

  /** A mapping that was found among the promising candidates, with the entry of its candidate at its last bound. */
  private record Incumbent(SpatialQueue.Entry entry, Score score, Mapping mapping) { }

  /**
   * Prepare a search.
   *
   * @param floor of the architecture's macro
   */
  LayerMapper(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint, Objective objective,
      ArrayFloor floor, Effort effort, SharedWork shared, Cancellation cancellation) {
    this(architecture, layer, constraint, objective, Double.POSITIVE_INFINITY, floor, effort, shared, cancellation);
  }

  private LayerMapper(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint, Objective objective,
      double latencyBelow, ArrayFloor floor, Effort effort, SharedWork shared, Cancellation cancellation) {
    this.architecture = architecture;
    this.layer = layer;
    this.constraint = constraint;
    this.effort = effort;
    this.cancellation = cancellation;
    this.shared = shared;
    macro = floor.macro();
    goal = new Goal(objective, LeakageModel.pjPerCycle(macro, architecture), latencyBelow);
    costs = new CutCosts(architecture, layer, floor);
    spaceKey = SpatialSpace.Key.of(architecture, layer, constraint);
    alike = Known.Alike.of(spaceKey, architecture, layer, objective);
    likeness = Siblings.Key.of(spaceKey, layer.precision(), architecture, floor, goal);
    siblings = shared.siblings(likeness);
    compulsory = new CompulsoryBound(costs, goal);
    least = shared.isOfCostsAlone() ? LayerFloor.of(architecture, layer, costs, compulsory) : null;
  }

  /** Return a search for the least energy of the mappings that are faster. */
  static LayerMapper faster(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint,
      double latencyBelow, SharedWork shared, Cancellation cancellation) {
    return new LayerMapper(architecture, layer, constraint, Objective.ENERGY, latencyBelow,
        shared.floor(architecture.macro()), Effort.within(Budget.UNLIMITED), shared, cancellation);
  }

  /** Return a mapping of a similar layer that fits, with what it costs here; null when none is known. */
  @Nullable Known known() {
    Mapping mapping = shared.known(alike);
    Movement moved = mapping == null ? null : siblings.movement(mapping,
        () -> MemoryUse.fits(architecture, layer, mapping) ? Movement.of(architecture, layer, mapping) : null);
    return mapping == null || moved == null ? null
        : new Known(mapping, LayerCost.of(macro, architecture, layer, mapping, moved));
  }

  /** Return {@link #map(Known)} when nothing is known. */
  @Nullable LayerEvaluation map() {
    return map(null);
  }

  /**
   * Return the optimal mapping with its cost; null when no mapping that is as asked for fits the memories.
   *
   * @param known where to begin, which does not change the answer
   * @throws ArithmeticException when a count exceeds a {@code long}
   */
  @Nullable LayerEvaluation map(@Nullable Known known) {
    SpatialSpace space = shared.space(spaceKey, cancellation);
    var queue = new SpatialQueue(costs, space, goal, compulsory, least, effort, cancellation);
    try {
      Score value = known == null ? searchPromising(queue) : known.score(goal);
      best = value.justAbove();
      queue.addAll(best);
      searchAll(queue, true);
      open = Double.POSITIVE_INFINITY;
    } catch (Effort.Spent e) {
      // the best so far is the answer, and what is open says how good it is
    }
    settle();
    Mapping mapping = bestMapping;
    if (mapping == null) {
      return null;
    }
    LayerCost cost;
    if (known != null && known.mapping().equals(mapping)) {
      cost = known.cost();
    } else {
      shared.know(alike, mapping);
      cost = LayerCost.of(macro, architecture, layer, mapping,
          siblings.movement(mapping, () -> Movement.of(architecture, layer, mapping)));
    }
    if (siblings.hasGrown()) {
      shared.keep(likeness, siblings);
    }
    assert agrees(cost) : "The search expected %s, but the mapping costs %s.".formatted(best, cost);
    assert constraint == null || constraint.allows(mapping) : "%s is not as asked for.".formatted(mapping);
    return new LayerEvaluation(layer, architecture, mapping, cost.energy(), cost.latency(), cost.spatialUtilization(),
        bounds(leastOfAll(), cost),
        new SearchReport(gap(), constraint != null, space.size(), seen.size(), orderings, labels));
  }

  /** Search the promising candidates, and return the best value; the worst where none of them fits. */
  private Score searchPromising(SpatialQueue queue) {
    queue.addMostPromising(PROMISING);
    open = compulsory.leastPrimary();
    searchAll(queue, false);
    Score value = best;
    bestMapping = null; // the first in the order of all is the answer
    return value;
  }

  /** Take the best of the promising candidates unless a mapping was found since that is as good. */
  private void settle() {
    Incumbent known = first;
    if (known != null && (bestMapping == null || !goal.cannotBeat(known.score(), best))) {
      best = known.score();
      bestMapping = known.mapping();
    }
  }

  /** Return the bound over the whole space, which a constraint narrows for the search alone. */
  private LowerBounds leastOfAll() {
    if (least != null) {
      return new LowerBounds(goal.withLeakage(least.energy(), least.latency()), least.latency());
    }
    if (constraint != null) {
      SpatialSpace whole = shared.space(SpatialSpace.Key.of(architecture, layer, null), cancellation);
      whole.forEach(some -> compulsory.see(whole, some), cancellation);
    }
    return compulsory.least();
  }

  /** Return how far from the least the best can be, as a share of the least. */
  private double gap() {
    double value = goal.primary(best);
    return open >= value * (1 - Goal.TOLERANCE) ? 0 : value / open - 1;
  }

  /** Search the candidates of a queue, best first; {@code all} when there are no others that may beat the best. */
  private void searchAll(SpatialQueue queue, boolean all) {
    while (!queue.isEmpty()) {
      SpatialQueue.Entry entry = queue.poll();
      if (all) {
        open = entry.primary(); // the others have no lower bound
      }
      if (goal.cannotBeat(entry.bound(), best)) {
        return; // and so for all that follow
      }
      search(entry, queue, all);
    }
  }

  private boolean agrees(LayerCost cost) {
    double value = goal.primaryOfTotal(cost.energy().totalPj(), cost.latency().totalCycles());
    return Math.abs(value - goal.primary(best)) <= AGREEMENT * value;
  }

  /** Return the bounds; where one is reached, its sum may end in another last digit than the cost. */
  private static LowerBounds bounds(LowerBounds bounds, LayerCost cost) {
    return new LowerBounds(Math.min(bounds.energyPj(), cost.energy().totalPj()),
        Math.min(bounds.latencyCycles(), cost.latency().totalCycles()));
  }

  private void search(SpatialQueue.Entry entry, SpatialQueue queue, boolean all) {
    cancellation.check();
    if (all && searched.contains(entry.place())) {
      searchAgain(entry, queue);
      return;
    }
    SpatialSpace.Variant variant = queue.candidate(entry);
    Unrolling candidate = variant.unrolling();
    if (!costs.canStay(costs.elements(Operand.WEIGHT, candidate.trips, Unrolling.ONES))) {
      return;
    }
    Relaxation relaxation = siblings.relaxation(entry.place(), () -> relaxation(candidate));
    CutTables tables = relaxation.tables;
    effort.spend(relaxation.states());
    seen.add(entry.code());
    if (counted.add(entry.place())) {
      orderings += tables.orderings();
    }
    if (!relaxation.isFeasible(cancellation)) {
      return;
    }
    var search = new TemporalSearch(relaxation, costs.fixed(candidate), goal, best, effort, cancellation);
    Score bound = search.bound(compulsory.of(variant));
    if (goal.cannotBeat(bound, best) || queue.defer(entry, bound)) {
      return;
    }
    searched.add(entry.place());
    try {
      search.run();
    } finally { // a spent budget leaves what was found before
      labels += search.labels();
      if (!search.path().states().isEmpty()) {
        best = search.best();
        bestMapping = PathMapping.of(tables, search.path());
        first = all ? first : new Incumbent(entry.with(bound, goal), best, bestMapping);
      }
    }
  }

  private Relaxation relaxation(Unrolling candidate) {
    var tables = new CutTables(costs, candidate, goal.isOfEnergyAlone() ? 1 : costs.criteria.count(), constraint);
    return new Relaxation(tables, new Room(costs, tables));
  }

  /** Take what a promising candidate gave when its turn among all has come: nothing, unless it was the best of them. */
  private void searchAgain(SpatialQueue.Entry entry, SpatialQueue queue) {
    Incumbent known = first;
    if (known != null && known.entry().place().equals(entry.place())
        && !goal.cannotBeat(known.score(), best) && !queue.defer(entry, known.entry().bound())) {
      best = known.score();
      bestMapping = known.mapping();
    }
  }
}
