package org.imc.engine.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Outcome.Status;
import org.jspecify.annotations.Nullable;

/**
 * Decide every design of an exploration: price it, or show that it cannot be on the front.
 *
 * <p>Designs are taken in blocks, by their numbers; in a block the most promising first, by bounds that cost little. Batches
 * of them are priced in parallel. A design is left out when one that was priced in an earlier batch beats its bounds: no
 * figure of it can be better than that of its bounds, so it is beaten for certain, and the front is complete. Since blocks,
 * order and batches depend on the designs alone, so does every outcome, whatever the number of threads, and wherever a
 * sweep that was resumed had been killed.
 *
 * <p>Whoever prices more at once than a batch is given designs of later batches too, those that nothing beats so far. What
 * comes of them is looked at when their turn comes, and forgotten when they are beaten by then: the outcomes stay the same.
 *
 * <p>Memory holds the blocks that are bounded at once, and the front.
 */
public final class Sweep {

  private static final int BLOCK = 4096;

  /** Larger batches would wait less for each other, smaller ones leave out more. */
  private static final int BATCH = 16;

  private final Exploration exploration;
  private final SweepPlan plan;
  private final @Nullable Journal journal;
  private final SweepListener listener;
  private final Appraiser appraiser;
  private final ParetoFront front;
  private final Map<Status, Long> counts = new EnumMap<>(Status.class);
  private final long total;
  private long decided;
  private long evaluated;
  private long restored;

  /** A design of a block. */
  private record Place(Block block, int i) { }

  private Sweep(Exploration exploration, SweepPlan plan, @Nullable Journal journal, SweepListener listener,
      Appraiser appraiser) {
    this.exploration = exploration;
    this.plan = plan;
    this.journal = journal;
    this.listener = listener;
    this.appraiser = appraiser;
    front = new ParetoFront(exploration.metrics());
    total = plan.count(exploration.space());
  }

  /**
   * Run a sweep in threads of this process.
   *
   * @param journal where outcomes are kept, and taken from when it has some; null to keep none
   * @throws CancellationException when cancelled; what was found so far is in the journal
   * @throws IOException when the journal or the listener cannot write
   */
  public static SweepResult run(Exploration exploration, SweepPlan plan, @Nullable Journal journal, SweepListener listener,
      Cancellation cancellation) throws IOException {
    try (var threads = new Threads(exploration, plan.threads(), plan.everything(), cancellation)) {
      return run(exploration, plan, journal, listener, threads);
    }
  }

  /**
   * Run a sweep whose designs somebody else appraises.
   *
   * @param appraiser is left open
   * @param journal where outcomes are kept, and taken from when it has some; null to keep none
   * @throws CancellationException when the appraiser is cancelled; what was found so far is in the journal
   * @throws IOException when the journal or the listener cannot write
   */
  public static SweepResult run(Exploration exploration, SweepPlan plan, @Nullable Journal journal, SweepListener listener,
      Appraiser appraiser) throws IOException {
    try {
      return new Sweep(exploration, plan, journal, listener, appraiser).run();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private SweepResult run() throws IOException {
    long from = 0;
    while (from < total) {
      List<Block> blocks = blocks(from);
      for (int k = 0; k < blocks.size(); k++) {
        Block block = blocks.get(k);
        decide(blocks.subList(k, blocks.size()));
        record(block);
        for (int i = 0; i < block.size(); i++) {
          counts.merge(block.outcome(i).status(), 1L, Long::sum);
          listener.outcome(block.design(i), block.outcome(i));
        }
        from += block.size();
      }
    }
    return new SweepResult(exploration, front.entries(), total, counts);
  }

  /** Make the blocks that are bounded at once. */
  private List<Block> blocks(long from) throws IOException {
    var blocks = new ArrayList<Block>();
    long next = from;
    do {
      var designs = new ArrayList<Design>();
      for (; next < total && designs.size() < BLOCK; next++) {
        designs.add(exploration.space().design(plan.index(next, exploration.space())));
      }
      var block = new Block(designs);
      restore(block);
      blocks.add(block);
    } while (next < total && next - from < appraiser.boundedAtOnce());
    bound(blocks.stream().filter(block -> !block.isKnown()).toList());
    return blocks;
  }

  /** Take what the journal knows of a block: its lines stand together. */
  private void restore(Block block) throws IOException {
    if (journal == null) {
      return;
    }
    Optional<Outcome> next = journal.next();
    while (next.isPresent() && block.place(next.get().index()) >= 0) {
      block.know(block.place(next.get().index()), next.get());
      restored += next.get().cost().isPresent() ? 1 : 0;
      journal.advance();
      next = journal.next();
    }
  }

  /** Bound all designs, unless they are priced anyway, and put those of each block in order. */
  private void bound(List<Block> blocks) {
    if (!plan.everything()) {
      List<Place> places = blocks.stream()
          .flatMap(block -> IntStream.range(0, block.size()).mapToObj(i -> new Place(block, i))).toList();
      appraiser.bound(designs(places), (k, appraisal) -> bound(places.get(k), appraisal));
    }
    blocks.forEach(block -> block.arrange(exploration.metrics()));
  }

  private static void bound(Place place, Appraisal appraisal) {
    if (appraisal.isImpossible()) {
      place.block.decide(place.i, Outcome.impossible(place.block.design(place.i).index(), appraisal.obstacle()));
    } else {
      place.block.bound(place.i, appraisal.cost().orElse(null));
    }
  }

  private static List<Design> designs(List<Place> places) {
    return places.stream().map(place -> place.block.design(place.i)).toList();
  }

  /** Decide all designs of the first block; others may be priced on the way. */
  private void decide(List<Block> blocks) {
    Block block = blocks.getFirst();
    if (plan.everything()) {
      keepPriced(block);
    }
    int[] order = block.order();
    decided += block.size() - order.length;
    int next = 0;
    while (next < order.length) {
      int begin = next;
      List<Integer> batch = new ArrayList<>();
      for (; next < order.length && batch.size() < BATCH; next++) {
        int i = order[next];
        atOnce(block, i).ifPresentOrElse(outcome -> block.decide(i, outcome), () -> batch.add(i));
      }
      price(batch, blocks);
      for (int i : batch) {
        block.decide(i, Objects.requireNonNull(block.priced(i)));
        take(block.outcome(i));
        listener.mapped(block.design(i), block.outcome(i));
        evaluated += block.isEvaluated(i) && block.outcome(i).cost().isPresent() ? 1 : 0;
      }
      decided += next - begin;
      report();
    }
    if (order.length == 0) { // the journal knew them all
      IntStream.range(0, block.size()).forEach(i -> take(block.outcome(i)));
      report();
    }
  }

  /** Return what becomes of a design by its quick bounds, if they decide it. */
  private Optional<Outcome> atOnce(Block block, int i) {
    DesignCost bounds = block.bounds(i);
    if (bounds == null) {
      return Optional.empty();
    }
    long index = block.design(i).index();
    return unmet(limit -> !limit.mayAdmit(bounds)).map(reason -> Outcome.excluded(index, Optional.empty(), reason))
        .or(() -> front.beatsAll(bounds) ? Optional.of(Outcome.beaten(index)) : Optional.empty());
  }

  private Optional<String> unmet(Predicate<Limit> condition) {
    return exploration.limits().stream().filter(condition).findFirst().map(Limit::words);
  }

  /** Price what is not priced yet of a batch of the first block, and others with it; the front stays as it is meanwhile. */
  private void price(List<Integer> batch, List<Block> blocks) {
    var asked = new LinkedHashSet<Place>();
    batch.stream().filter(i -> blocks.getFirst().priced(i) == null).forEach(i -> asked.add(new Place(blocks.getFirst(), i)));
    if (asked.isEmpty()) {
      return;
    }
    int due = asked.size();
    addProspects(blocks, asked);
    List<Place> places = List.copyOf(asked);
    appraiser.price(designs(places), (k, appraisal) -> {
      Place place = places.get(k);
      place.block.price(place.i, outcome(place.block.design(place.i).index(), appraisal));
      if (place.block == blocks.getFirst() && (k < due || plan.everything())) {
        keep(place); // nothing can beat it any more
      }
    });
  }

  /** Add designs whose turn has not come, and that nothing beats so far. */
  private void addProspects(List<Block> blocks, Set<Place> asked) {
    for (Block block : blocks) {
      for (int i : block.order()) {
        if (asked.size() >= appraiser.pricedAtOnce()) {
          return;
        }
        if (!block.isDecided(i) && block.priced(i) == null && atOnce(block, i).isEmpty()) {
          asked.add(new Place(block, i));
        }
      }
    }
  }

  private Outcome outcome(long index, Appraisal appraisal) {
    return appraisal.cost()
        .map(cost -> unmet(limit -> !limit.admits(cost))
            .map(reason -> Outcome.excluded(index, Optional.of(cost), reason))
            .orElseGet(() -> Outcome.priced(index, cost)))
        .orElseGet(() -> Outcome.impossible(index, appraisal.obstacle()));
  }

  private void take(Outcome outcome) {
    if (outcome.status() == Status.PRICED) {
      front.add(outcome.index(), outcome.cost().orElseThrow());
    }
  }

  /** Keep all that the journal does not have yet of a block that is decided. */
  private void record(Block block) {
    for (int i = 0; i < block.size(); i++) {
      keep(new Place(block, i));
    }
  }

  /** Keep what was priced before its block came first: the journal goes block by block, so that memory need not hold it. */
  private void keepPriced(Block block) {
    IntStream.range(0, block.size()).filter(i -> block.priced(i) != null).forEach(i -> keep(new Place(block, i)));
  }

  private void keep(Place place) {
    if (!place.block.keep(place.i) && journal != null) {
      journal.append(place.block.isDecided(place.i) ? place.block.outcome(place.i) : place.block.priced(place.i));
    }
  }

  private void report() {
    listener.progress(new SweepListener.State(decided, total, evaluated, restored, front.size()));
  }
}
