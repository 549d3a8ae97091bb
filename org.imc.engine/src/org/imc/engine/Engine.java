package org.imc.engine;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.AreaModel;
import org.imc.engine.cost.MacroCostModel;
import org.imc.engine.mapper.FrontMapper;
import org.imc.engine.mapper.SharedWork;
import org.imc.engine.network.NetworkMapper;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerFront;
import org.imc.engine.result.MacroCost;

/**
 * Answer studies: map every layer optimally and price it.
 *
 * <p>Stateless and thread-safe. The answer depends on the study alone, and on the steps of a budget, but not on the number of
 * threads. Only a budget of time makes it depend on the machine.
 */
public final class Engine {

  private final int threads;
  private final Budget budget;
  private final Supplier<SharedWork> shared;

  private Engine(int threads, Budget budget, Supplier<SharedWork> shared) {
    this.threads = threads;
    this.budget = budget;
    this.shared = shared;
  }

  /** Return an engine that uses this many threads, at least 1. */
  public static Engine withThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("An engine with %d threads cannot work. Maybe use 1.".formatted(threads));
    }
    return new Engine(threads, Budget.UNLIMITED, SharedWork::new);
  }

  /** Return an engine that uses all processors. */
  public static Engine onAllProcessors() {
    return withThreads(Runtime.getRuntime().availableProcessors());
  }

  /** Return this engine with a budget for each evaluation. */
  public Engine within(Budget of) {
    return new Engine(threads, of, shared);
  }

  /** Return this engine for studies that have something in common, which are answered the same, but sooner. */
  public Engine sharing(SharedWork work) {
    return new Engine(threads, budget, () -> work);
  }

  /**
   * Map and price every layer of a study.
   *
   * @return the evaluation; layers that do not fit are missing from it and explained by its findings
   * @throws CancellationException when cancelled; nothing is published then
   */
  public Evaluation evaluate(Study study, Progress progress, Cancellation cancellation) {
    SharedWork work = shared.get();
    NetworkMapper.Result mapped = NetworkMapper.map(study, threads, budget, work, progress, cancellation);
    MacroCost macro = work.floor(study.architecture().macro()).macro().cost();
    return new Evaluation(
        study, mapped.layers(), macro, AreaModel.of(study.architecture(), macro), mapped.findings(),
        mapped.placement(), mapped.residence());
  }

  /**
   * Find the energy-latency front of every layer that an evaluation has mapped, as the constraints of its study allow. Exact,
   * whatever the budget.
   *
   * @throws CancellationException when cancelled
   */
  public List<LayerFront> fronts(Evaluation evaluation, Progress progress, Cancellation cancellation) {
    return FrontMapper.map(evaluation, threads, progress, cancellation);
  }

  /** Return what one macro costs at its peak. */
  public static MacroCost macroCost(Macro macro) {
    return MacroCostModel.of(macro);
  }
}
