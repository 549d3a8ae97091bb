package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.Cancellation;
import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.workload.Operand;

/**
 * Find the best loop order and cuts of one spatial candidate: label setting on the lattice of loop multisets.
 *
 * <p>Lemma L1: moving a cut up through a loop that is irrelevant to its operand changes neither the tile nor the words that
 * cross, nor how long a tile takes to be exchanged and what of that is hidden, so some best mapping has a relevant loop, or
 * none, directly above each cut. There the periods are all loops above the cut, and the cost of a cut depends on nothing but
 * the multiset of loops below it. Lemma L2: two orders with the same multisets at the cuts therefore cost the same, and the
 * orders collapse to rising paths on the lattice.
 *
 * <p>A state is a multiset with the cuts placed so far; a label adds the cost vector and what shared memories hold. A label
 * dies when another of its state is as good in every component, or when, with the least that is still to come, it cannot
 * beat the best known.
 */
final class TemporalSearch {

  private static final Operand[] OPERANDS = Operand.values();
  private static final int BEAM = 4;
  private static final int STATES_PER_CHECK = 64;
  /** Fewer states are searched sooner than a dive goes through them. */
  private static final int LEAST_STATES_FOR_A_DIVE = 2048;
  /** At some hundred bytes each, what a heap of a gibibyte has room for. */
  private static final int MOST_LABELS = 1 << 21;

  private final Relaxation relaxation;
  private final CutTables tables;
  private final double[] fixed; // what no ordering changes
  private final Goal goal;
  private final Effort effort;
  private final Cancellation cancellation;
  private int[] deciding = {}; // criteria that labels carry
  private double[][] toCome = {}; // of them, by state
  private double[][][] costs = {}; // of them: what placing a cut adds, by position and operand, then by point
  private double[] cost = {}; // of them
  private double[] nextCost = {};
  private final double[] used;
  private final double[] nextUsed;
  private long labels;
  private double within = Double.POSITIVE_INFINITY; // what mappings that can be best are not above
  private Score best;
  private Path bestPath = Path.NONE;

  /**
   * A mapping as the states it went through.
   *
   * @param states from the first to the last
   */
  record Path(List<Integer> states) {

    static final Path NONE = new Path(List.of());
  }

  /**
   * Prepare a search.
   *
   * @param fixed what no ordering changes, by criterion
   * @param best value to beat
   */
  TemporalSearch(
      Relaxation relaxation, double[] fixed, Goal goal, Score best, Effort effort, Cancellation cancellation) {
    this.fixed = fixed;
    this.relaxation = relaxation;
    this.goal = goal;
    this.best = best;
    this.effort = effort;
    this.cancellation = cancellation;
    tables = relaxation.tables;
    used = new double[relaxation.room.shared];
    nextUsed = new double[relaxation.room.shared];
  }

  /**
   * Return the bound of the candidate, over all orderings. Criteria are looked at one by one, and no more of them than are
   * needed to see that the candidate cannot beat the best.
   *
   * @param known a bound of energy, and one of latency
   */
  Score bound(Score known) {
    double energy = Math.max(known.energy(), least(Criteria.ENERGY));
    double latency = known.latency();
    for (int k = Criteria.ARRAY; k < tables.criteria && !goal.cannotBeat(energy, latency, best); k++) {
      latency = Math.max(latency, least(k));
    }
    return new Score(energy, latency);
  }

  private double least(int criterion) {
    return fixed[criterion] + relaxation.toCome(criterion, cancellation)[0];
  }

  /** Return the best score, which is the given one when nothing beats it. */
  Score best() {
    return best;
  }

  /** Return the path of the best mapping, empty when nothing beat the given score. */
  Path path() {
    return bestPath;
  }

  /** Return the labels kept. */
  long labels() {
    return labels;
  }

  /**
   * Search: first a dive, for a value that can be had; then the few most promising labels of
   * each state, for a good incumbent; then exactly.
   */
  void run() {
    deciding = tables.deciding();
    toCome = new double[deciding.length][];
    costs = new double[deciding.length][][];
    for (int i = 0; i < deciding.length; i++) {
      toCome[i] = relaxation.toCome(deciding[i], cancellation);
      costs[i] = relaxation.costs(deciding[i]);
    }
    cost = new double[deciding.length];
    nextCost = new double[deciding.length];
    if (tables.lattice.size * tables.positions.count >= LEAST_STATES_FOR_A_DIVE) {
      within = dive() * Goal.BEYOND_TIES;
    }
    run(BEAM);
    run(Integer.MAX_VALUE);
  }

  /** Return the value of a good mapping; infinite when none was found. */
  private double dive() {
    int length = tables.lattice.loops();
    for (Operand operand : OPERANDS) {
      length += tables.chains.cuts(operand);
    }
    return new Dive(new Dive.Steps() {
      @Override
      public Dive.Partial start() {
        TemporalSearch.this.start();
        return next(0);
      }

      @Override
      public List<Dive.Partial> from(Dive.Partial partial) {
        return steps(partial);
      }
    }, length).value();
  }

  private List<Dive.Partial> steps(Dive.Partial partial) {
    List<Dive.Partial> all = new ArrayList<>();
    int point = partial.state() / tables.positions.count;
    int position = partial.state() % tables.positions.count;
    load(partial);
    for (int symbols = tables.lattice.growable[point]; symbols != 0; symbols &= symbols - 1) {
      int stride = tables.lattice.strides[Integer.numberOfTrailingZeros(symbols)];
      all.add(next(partial.state() + stride * tables.positions.count));
    }
    for (int operands = relaxation.fits(partial.state()); operands != 0; operands &= operands - 1) {
      int next = place(OPERANDS[Integer.numberOfTrailingZeros(operands)], point, position);
      if (next != LabelPool.NONE) {
        all.add(next(next));
      }
    }
    all.removeIf(next -> next.bound() == Double.POSITIVE_INFINITY);
    return all;
  }

  private void load(Dive.Partial partial) {
    System.arraycopy(partial.cost(), 0, cost, 0, cost.length);
    System.arraycopy(partial.cost(), 0, nextCost, 0, cost.length);
    System.arraycopy(partial.used(), 0, used, 0, used.length);
    System.arraycopy(partial.used(), 0, nextUsed, 0, used.length);
  }

  /** Return the partial mapping of what the next cost is worked out of; one that is too slow is bounded by infinity. */
  private Dive.Partial next(int state) {
    double energy = nextCost[Criteria.ENERGY] + toCome[Criteria.ENERGY][state];
    double latency = latency(nextCost, state);
    double bound = goal.cannotBeat(energy, latency, Score.WORST) ? Double.POSITIVE_INFINITY : goal.primary(energy, latency);
    return new Dive.Partial(state, nextCost.clone(), nextUsed.clone(), bound);
  }

  private void start() {
    for (int i = 0; i < deciding.length; i++) {
      nextCost[i] = fixed[deciding[i]];
    }
    System.arraycopy(relaxation.room.usedAtStart(), 0, nextUsed, 0, nextUsed.length);
  }

  private void run(int beam) {
    var pool = new LabelPool(tables.lattice.size * tables.positions.count, deciding.length, used.length);
    start();
    add(pool, 0, LabelPool.NONE);
    int states = tables.lattice.size * tables.positions.count;
    for (int state = 0; state < states; state++) {
      if (state % STATES_PER_CHECK == 0) {
        cancellation.check();
      }
      if (pool.first(state) != LabelPool.NONE) {
        narrow(pool, state, beam);
        for (int label = pool.first(state); label != LabelPool.NONE; label = pool.next(label)) {
          expand(pool, label, state);
        }
      }
    }
    labels += pool.size();
    finish(pool, states);
  }

  private void expand(LabelPool pool, int label, int state) {
    int point = state / tables.positions.count;
    int position = state % tables.positions.count;
    pool.load(label, cost, used);
    System.arraycopy(cost, 0, nextCost, 0, cost.length);
    System.arraycopy(used, 0, nextUsed, 0, used.length);
    for (int symbols = tables.lattice.growable[point]; symbols != 0; symbols &= symbols - 1) {
      int stride = tables.lattice.strides[Integer.numberOfTrailingZeros(symbols)];
      add(pool, state + stride * tables.positions.count, label);
    }
    for (int operands = relaxation.fits(state); operands != 0; operands &= operands - 1) {
      int next = place(OPERANDS[Integer.numberOfTrailingZeros(operands)], point, position);
      if (next != LabelPool.NONE) {
        add(pool, next, label);
      }
    }
  }

  /** Work out the next cost of placing a cut; return the state after it, or a negative number when it does not fit. */
  private int place(Operand operand, int point, int position) {
    int cut = tables.positions.nextCut(position, operand);
    int next = tables.positions.next(position, operand, tables.complete[point]);
    System.arraycopy(used, 0, nextUsed, 0, used.length);
    if (!relaxation.room.place(operand, cut, point, position, next, nextUsed)) {
      return LabelPool.NONE;
    }
    for (int i = 0; i < cost.length; i++) {
      nextCost[i] = cost[i] + costs[i][position * OPERANDS.length + operand.ordinal()][point];
    }
    return point * tables.positions.count + next;
  }

  private void add(LabelPool pool, int state, int from) {
    effort.spend(1);
    if (pool.size() >= MOST_LABELS) {
      effort.end();
    }
    double energy = nextCost[Criteria.ENERGY] + toCome[Criteria.ENERGY][state];
    if (energy < Double.POSITIVE_INFINITY) {
      double latency = latency(nextCost, state);
      if (goal.primary(energy, latency) <= within && !goal.cannotBeat(energy, latency, best)) {
        pool.add(state, nextCost, nextUsed, from);
      }
    }
  }

  /** Return the least latency of what a cost vector at a state can become; 0 if only energy counts. */
  private double latency(double[] cost, int state) {
    double latency = 0;
    for (int i = Criteria.ARRAY; i < cost.length; i++) {
      latency = Math.max(latency, cost[i] + toCome[i][state]);
    }
    return latency;
  }

  private double bound(LabelPool pool, int label, int state) {
    pool.load(label, nextCost, nextUsed);
    return bound(nextCost, state);
  }

  /** Return the least value of what a cost vector at a state can become. */
  private double bound(double[] cost, int state) {
    return goal.primary(cost[Criteria.ENERGY] + toCome[Criteria.ENERGY][state], latency(cost, state));
  }

  /** Keep the labels of least bound when there are more than a beam. */
  private void narrow(LabelPool pool, int state, int beam) {
    record Bounded(int label, double bound) { }
    if (beam == Integer.MAX_VALUE || !pool.hasMore(state, beam)) {
      return;
    }
    List<Bounded> all = new ArrayList<>();
    for (int label = pool.first(state); label != LabelPool.NONE; label = pool.next(label)) {
      all.add(new Bounded(label, bound(pool, label, state)));
    }
    all.sort((a, b) -> Double.compare(a.bound(), b.bound())); // stable
    pool.keep(state, all.subList(0, beam).stream().mapToInt(Bounded::label).toArray());
  }

  private void finish(LabelPool pool, int states) {
    for (int state = states - tables.positions.count; state < states; state++) {
      if (tables.positions.isEnd(state % tables.positions.count)) {
        for (int label = pool.first(state); label != LabelPool.NONE; label = pool.next(label)) {
          pool.load(label, cost, used);
          double latency = latency(cost, state);
          if (!goal.cannotBeat(cost[Criteria.ENERGY], latency, best)) {
            best = new Score(cost[Criteria.ENERGY], latency);
            bestPath = path(pool, label);
            effort.allowEnd();
          }
        }
      }
    }
  }

  private static Path path(LabelPool pool, int label) {
    List<Integer> states = new ArrayList<>();
    for (int at = label; at != LabelPool.NONE; at = pool.parent(at)) {
      states.add(pool.state(at));
    }
    return new Path(states.reversed());
  }
}
