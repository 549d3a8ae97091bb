package org.imc.engine.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.imc.engine.Cancellation;
import org.imc.engine.arch.Architecture;
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
 * <p>Memory holds one block and the front.
 */
public final class Sweep {

  private static final int BLOCK = 4096;

  /** Larger batches would wait less for each other, smaller ones leave out more. */
  private static final int BATCH = 16;

  private final Exploration exploration;
  private final SweepPlan plan;
  private final @Nullable Journal journal;
  private final SweepListener listener;
  private final Workers workers;
  private final Pricing pricing;
  private final ParetoFront front;
  private final Map<Status, Long> counts = new EnumMap<>(Status.class);
  private final long total;
  private long decided;
  private long evaluated;
  private long restored;

  private Sweep(Exploration exploration, SweepPlan plan, @Nullable Journal journal, SweepListener listener,
      Workers workers) {
    this.exploration = exploration;
    this.plan = plan;
    this.journal = journal;
    this.listener = listener;
    this.workers = workers;
    pricing = new Pricing(exploration.networks());
    front = new ParetoFront(exploration.metrics());
    total = plan.count(exploration.space());
  }

  /**
   * Run a sweep.
   *
   * @param journal where outcomes are kept, and taken from when it has some; null to keep none
   * @throws CancellationException when cancelled; what was found so far is in the journal
   * @throws IOException when the journal or the listener cannot write
   */
  public static SweepResult run(Exploration exploration, SweepPlan plan, @Nullable Journal journal, SweepListener listener,
      Cancellation cancellation) throws IOException {
    try (var workers = new Workers(plan.threads(), cancellation)) {
      return new Sweep(exploration, plan, journal, listener, workers).run();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private SweepResult run() throws IOException {
    for (long from = 0; from < total; from += BLOCK) {
      Block block = block(from, (int) Math.min(BLOCK, total - from));
      for (int i = 0; i < block.size(); i++) {
        Outcome outcome = block.outcome(i);
        counts.merge(outcome.status(), 1L, Long::sum);
        listener.outcome(block.design(i), outcome);
      }
    }
    return new SweepResult(exploration, front.entries(), total, counts);
  }

  private Block block(long from, int count) throws IOException {
    var block = new Block(count);
    workers.forEach(count, i -> block.set(i, exploration.space().design(plan.index(from + i, exploration.space()))));
    restore(block);
    if (block.isKnown()) {
      for (int i = 0; i < count; i++) {
        take(block.outcome(i));
      }
      decided += count;
      report();
    } else {
      workers.forEach(count, i -> bound(block, i));
      decide(block);
      record(block);
    }
    return block;
  }

  /** Take what the journal knows of a block: its lines stand together. */
  private void restore(Block block) throws IOException {
    if (journal == null) {
      return;
    }
    long[] numbers = new long[block.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = block.design(i).index();
    }
    Optional<Outcome> next = journal.next();
    while (next.isPresent() && Block.place(numbers, next.get().index()) >= 0) {
      block.know(Block.place(numbers, next.get().index()), next.get());
      restored += next.get().cost().isPresent() ? 1 : 0;
      journal.advance();
      next = journal.next();
    }
  }

  private void bound(Block block, int i) {
    Design design = block.design(i);
    if (design.architecture().isEmpty()) {
      block.decide(i, Outcome.impossible(design.index(), design.obstacle()));
      return;
    }
    try {
      block.bound(i, pricing.bounds(design.architecture().get()));
    } catch (ArithmeticException | IllegalArgumentException e) {
      block.bound(i, null); // the mapper is asked, which says what does not fit
    }
  }

  private void decide(Block block) {
    int[] order = block.byPromise(exploration.metrics());
    decided += block.size() - order.length;
    int next = 0;
    while (next < order.length) {
      int begin = next;
      List<Integer> batch = new ArrayList<>();
      for (; next < order.length && batch.size() < BATCH; next++) {
        int i = order[next];
        atOnce(block.design(i), block.bounds(i))
            .ifPresentOrElse(outcome -> block.decide(i, outcome), () -> batch.add(i));
      }
      workers.forEach(batch.size(), k -> price(block, batch.get(k)));
      for (int i : batch) {
        take(block.outcome(i));
        evaluated += block.isEvaluated(i) && block.outcome(i).cost().isPresent() ? 1 : 0;
      }
      decided += next - begin;
      report();
    }
  }

  /** Return what becomes of a design by its quick bounds, if they decide it. */
  private Optional<Outcome> atOnce(Design design, @Nullable DesignCost bounds) {
    if (bounds == null || plan.everything()) {
      return Optional.empty();
    }
    return unmet(limit -> !limit.mayAdmit(bounds)).map(reason -> Outcome.excluded(design.index(), Optional.empty(), reason))
        .or(() -> front.beatsAll(bounds) ? Optional.of(Outcome.beaten(design.index())) : Optional.empty());
  }

  private Optional<String> unmet(Predicate<Limit> condition) {
    return exploration.limits().stream().filter(condition).findFirst().map(Limit::words);
  }

  /** Price a design of a batch, unless the journal knows it; the front stays as it is meanwhile. */
  private void price(Block block, int i) {
    Outcome known = block.known(i);
    if (known == null) {
      Outcome outcome = price(block.design(i));
      block.evaluate(i, outcome);
      append(outcome);
    } else {
      block.decide(i, known);
    }
  }

  private Outcome price(Design design) {
    Architecture architecture = design.architecture().orElseThrow();
    Outcome outcome = pricing.price(architecture, design, workers.cancellation());
    return outcome.cost()
        .flatMap(cost -> unmet(limit -> !limit.admits(cost))
            .map(reason -> Outcome.excluded(design.index(), Optional.of(cost), reason)))
        .orElse(outcome);
  }

  private void take(Outcome outcome) {
    if (outcome.status() == Status.PRICED) {
      front.add(outcome.index(), outcome.cost().orElseThrow());
    }
  }

  /** Keep what was decided without being priced: all that the journal does not have yet. */
  private void record(Block block) {
    for (int i = 0; i < block.size(); i++) {
      if (block.known(i) == null && !block.isEvaluated(i)) {
        append(block.outcome(i));
      }
    }
  }

  private void append(Outcome outcome) {
    if (journal != null) {
      journal.append(outcome);
    }
  }

  private void report() {
    listener.progress(new SweepListener.State(decided, total, evaluated, restored, front.size()));
  }
}
