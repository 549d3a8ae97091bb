package org.imc.dsl.ide.exploration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.imc.dsl.report.ExplorationProgress;
import org.imc.dsl.report.Explored;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Outcome.Status;
import org.imc.engine.explore.ParetoFront;
import org.imc.engine.explore.Pricing;
import org.imc.engine.explore.Sensitivity;
import org.imc.engine.explore.Sweep;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;
import org.imc.engine.explore.SweepResult;
import org.jspecify.annotations.Nullable;

/**
 * A sweep of which one can see what it has found so far. One thread runs it; any may look.
 *
 * <p>Keeps the front, and as many other priced designs as people can look at.
 */
public final class LiveSweep {

  /** Priced designs that are kept; a plot of more would be one colour. */
  public static final int MOST_DESIGNS = 5_000;

  private static final double NANOS_PER_SECOND = 1e9;

  private final FrozenExploration question;
  private final SweepPlan plan;
  private final Map<Long, Explored.Priced> priced = new HashMap<>();
  private final ParetoFront front;
  private final Pricing pricing;
  private SweepListener.@Nullable State state;
  private @Nullable SweepResult result;
  private long begin;
  private long count;
  private long revision;

  /** Prepare to sweep. */
  public LiveSweep(FrozenExploration question, SweepPlan plan) {
    this.question = question;
    this.plan = plan;
    front = new ParetoFront(question.exploration().metrics());
    pricing = new Pricing(question.exploration());
  }

  /**
   * What was found so far.
   *
   * @param revision grows with each design; as long as it is the same, so is everything
   * @param designs that were priced, by their numbers: all of them, or the front and the first of the others
   * @param front the numbers of those that no other priced one beats
   * @param priced how many were priced
   */
  public record Found(long revision, List<Explored.Priced> designs, Set<Long> front, long priced) { }

  /** Return what is asked. */
  public FrozenExploration question() {
    return question;
  }

  private Exploration exploration() {
    return question.exploration();
  }

  /**
   * Sweep, once.
   *
   * @param progress hears of each step, in the thread of the sweep
   * @throws CancellationException when cancelled; what was found so far can still be seen
   */
  public void run(Consumer<SweepListener.State> progress, Cancellation cancellation) {
    synchronized (this) {
      begin = System.nanoTime();
    }
    try {
      SweepResult found = Sweep.run(exploration(), plan, null, new SweepListener() {
        @Override
        public void mapped(Design design, Outcome outcome) {
          take(design, outcome);
        }

        @Override
        public void progress(State now) {
          step(now);
          progress.accept(now);
        }
      }, cancellation);
      finish(found);
    } catch (IOException e) {
      throw new IllegalStateException("A sweep without a journal writes nothing.", e);
    }
  }

  private synchronized void take(Design design, Outcome outcome) {
    if (outcome.status() == Status.PRICED) {
      count++;
      boolean best = front.add(design.index(), outcome.cost().orElseThrow());
      if (best || priced.size() < MOST_DESIGNS) {
        priced.put(design.index(), new Explored.Priced(design, outcome.cost().get()));
        revision++;
      }
    }
  }

  private synchronized void step(SweepListener.State now) {
    state = now;
  }

  private synchronized void finish(SweepResult found) {
    result = found;
    revision++;
  }

  /** Return how often something was found: a cheap way to see that there is nothing new. */
  public synchronized long revision() {
    return revision;
  }

  /** Return what was found so far. */
  public synchronized Found found() {
    List<Explored.Priced> designs = new ArrayList<>(priced.values());
    designs.sort(Comparator.comparingLong(each -> each.design().index()));
    return new Found(revision, List.copyOf(designs), numbers(front), count);
  }

  private static Set<Long> numbers(ParetoFront front) {
    return front.entries().stream().map(ParetoFront.Entry::index).collect(Collectors.toCollection(HashSet::new));
  }

  /** Return whether the sweep has come to its end. */
  public synchronized boolean isComplete() {
    return result != null;
  }

  /** Say how far it is, how fast, and how long it may take; nothing before the first step. */
  public synchronized Optional<String> progress() {
    return Optional.ofNullable(state).map(now ->
        ExplorationProgress.words(exploration().name(), now, (System.nanoTime() - begin) / NANOS_PER_SECOND));
  }

  /** Return the answer for reports; that of the designs found so far while the sweep is under way or was stopped. */
  public Explored explored() {
    Found found = found();
    synchronized (this) {
      SweepResult answer = result != null ? result : new SweepResult(exploration(), front.entries(),
          state == null ? 0 : state.done(), Map.of(Status.PRICED, count));
      return new Explored(answer, found.designs(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Price the neighbours of a design: what matters around it?
   *
   * @throws CancellationException when cancelled
   */
  public Sensitivity sensitivity(Explored.Priced design, Cancellation cancellation) {
    return Sensitivity.of(exploration(), new ParetoFront.Entry(design.design().index(), design.cost()), pricing, cancellation);
  }
}
