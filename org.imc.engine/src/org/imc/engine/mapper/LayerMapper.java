package org.imc.engine.mapper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imc.engine.Budget;
import org.imc.engine.Cancellation;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.LeakageModel;
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
 * Map one layer: find a good mapping among a few promising candidates, then search all that may beat it, best first and
 * each exactly, until no bound is left that can. Sequential, so that the answer never depends on threads.
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
  private final SpatialSpace space;
  private final CompulsoryBound compulsory;
  private Score best = Score.WORST;
  private @Nullable Mapping bestMapping;
  private final Set<Long> seen = new HashSet<>();
  private final Set<List<Long>> counted = new HashSet<>(); // likewise, by padding too
  private double open; // bound of all that is not searched
  private double orderings;
  private long labels;

  LayerMapper(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint, Objective objective,
      Effort effort, SharedWork shared, Cancellation cancellation) {
    this(architecture, layer, constraint, objective, Double.POSITIVE_INFINITY, effort, shared, cancellation);
  }

  private LayerMapper(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint, Objective objective,
      double latencyBelow, Effort effort, SharedWork shared, Cancellation cancellation) {
    this.architecture = architecture;
    this.layer = layer;
    this.constraint = constraint;
    this.effort = effort;
    this.cancellation = cancellation;
    this.shared = shared;
    ArrayFloor floor = shared.floor(architecture.macro());
    macro = floor.macro();
    goal = new Goal(objective, LeakageModel.pjPerCycle(macro, architecture), latencyBelow);
    costs = new CutCosts(architecture, layer, floor);
    space = shared.space(SpatialSpace.Key.of(architecture, layer, constraint), cancellation);
    compulsory = new CompulsoryBound(costs, goal);
  }

  /** Return a search for the least energy of the mappings that are faster. */
  static LayerMapper faster(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint,
      double latencyBelow, SharedWork shared, Cancellation cancellation) {
    return new LayerMapper(architecture, layer, constraint, Objective.ENERGY, latencyBelow, Effort.within(Budget.UNLIMITED), shared, cancellation);
  }

  /**
   * Return the optimal mapping with its cost; null when no mapping that is as asked for fits the memories.
   *
   * @throws ArithmeticException when a count exceeds a {@code long}
   */
  @Nullable LayerEvaluation map() {
    var queue = new SpatialQueue(costs, space, goal, compulsory, effort, cancellation);
    queue.addMostPromising(PROMISING);
    open = compulsory.leastPrimary();
    try {
      searchAll(queue, false);
      queue.addAll(best);
      searchAll(queue, true);
      open = Double.POSITIVE_INFINITY;
    } catch (Effort.Spent e) {
      // the best so far is the answer, and what is open says how good it is
    }
    Mapping mapping = bestMapping;
    if (mapping == null) {
      return null;
    }
    LayerCost cost = LayerCost.of(macro, architecture, layer, mapping);
    assert agrees(cost) : "The search expected %s, but the mapping costs %s.".formatted(best, cost);
    assert constraint == null || constraint.allows(mapping) : "%s is not as asked for.".formatted(mapping);
    return new LayerEvaluation(layer, architecture, mapping, cost.energy(), cost.latency(), cost.spatialUtilization(),
        bounds(leastOfAll(), cost),
        new SearchReport(gap(), constraint != null, space.size(), seen.size(), orderings, labels));
  }

  /** Return the bound over the whole space, which a constraint narrows for the search alone. */
  private LowerBounds leastOfAll() {
    if (constraint != null) {
      SpatialSpace whole = shared.space(SpatialSpace.Key.of(architecture, layer, null), cancellation);
      whole.forEach(compulsory::see, cancellation);
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
      search(entry, queue);
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

  private void search(SpatialQueue.Entry entry, SpatialQueue queue) {
    cancellation.check();
    Unrolling candidate = queue.candidate(entry);
    if (!costs.canStay(costs.elements(Operand.WEIGHT, candidate.trips, Unrolling.ONES))) {
      return;
    }
    var tables = new CutTables(costs, candidate, goal.isOfEnergyAlone() ? 1 : costs.criteria.count(), constraint);
    var relaxation = new Relaxation(tables, new Room(costs, tables), cancellation);
    effort.spend((long) tables.lattice.size * tables.positions.count);
    seen.add(entry.code());
    if (counted.add(List.of(entry.code(), (long) entry.padding()))) {
      orderings += tables.orderings();
    }
    if (!relaxation.isFeasible()) {
      return;
    }
    var search = new TemporalSearch(relaxation, goal, best, effort, cancellation);
    Score bound = search.bound(compulsory.of(space.counts(candidate)));
    if (goal.cannotBeat(bound, best) || queue.defer(entry, bound)) {
      return;
    }
    try {
      search.run();
    } finally { // a spent budget leaves what was found before
      labels += search.labels();
      if (!search.path().states().isEmpty()) {
        best = search.best();
        bestMapping = PathMapping.of(tables, search.path());
      }
    }
  }
}
