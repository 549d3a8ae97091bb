package org.imc.engine.mapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.imc.engine.Budget;
import org.imc.engine.Cancellation;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.result.Finding;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;
import org.jspecify.annotations.Nullable;

/**
 * Map every layer of a study. Equal layers are mapped once; different ones in parallel, each by a single thread, so that
 * the answer does not depend on how many there are.
 */
public final class Mapper {

  private final Study study;
  private final Budget budget;
  private final int threads;
  private final long begin = System.nanoTime();
  private final Progress progress;
  private final Cancellation cancellation;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private int done;
  private int open; // shapes whose search has not begun

  private Mapper(Study study, int threads, Budget budget, Progress progress, Cancellation cancellation) {
    this.study = study;
    this.threads = threads;
    this.budget = budget;
    this.progress = progress;
    this.cancellation = () -> stopped.get() || cancellation.isCancelled();
  }

  /**
   * What became of the layers.
   *
   * @param layers one for each layer that has a result, in the network's order
   * @param findings why the others have none
   */
  public record Result(List<LayerEvaluation> layers, List<Finding> findings) {

    public Result {
      layers = List.copyOf(layers);
      findings = List.copyOf(findings);
    }
  }

  /** What two layers have in common that cost the same. */
  record Shape(LoopBounds bounds, Window window, Precision precision, boolean dynamicWeights,
      Optional<MappingConstraint> constraint) {

    static Shape of(Study study, MacLayer layer) {
      return new Shape(layer.bounds(), layer.window(), layer.precision(), layer.dynamicWeights(),
          study.constraint(layer.name()));
    }
  }

  /**
   * What became of a shape.
   *
   * @param evaluation null when there is no mapping
   * @param reasons why there is none for a layer
   */
  private record Outcome(@Nullable LayerEvaluation evaluation, Function<MacLayer, List<Finding>> reasons) { }

  /**
   * Map the layers of a study.
   *
   * @throws CancellationException when cancelled
   */
  public static Result map(Study study, int threads, Budget budget, Progress progress, Cancellation cancellation) {
    List<Finding> findings = Feasibility.of(study.architecture());
    return findings.isEmpty()
        ? new Mapper(study, threads, budget, progress, cancellation).map()
        : new Result(List.of(), findings);
  }

  private Result map() {
    Map<Shape, List<MacLayer>> shapes = new LinkedHashMap<>();
    for (Layer layer : study.network().layers()) {
      if (layer instanceof MacLayer mac) {
        shapes.computeIfAbsent(Shape.of(study, mac), shape -> new ArrayList<>()).add(mac);
      }
    }
    open = shapes.size();
    ExecutorService pool = pool(threads);
    try {
      Map<Shape, Future<Outcome>> outcomes = new LinkedHashMap<>();
      shapes.forEach((shape, layers) -> outcomes.put(shape, pool.submit(() -> outcome(layers))));
      return collect(outcomes);
    } finally {
      stopped.set(true);
      pool.close();
    }
  }

  /** Return as many threads, to be closed. */
  static ExecutorService pool(int threads) {
    return Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("imc-mapper-", 0).factory());
  }

  private Outcome outcome(List<MacLayer> equal) {
    cancellation.check();
    Outcome outcome;
    try {
      outcome = outcome(equal.getFirst());
    } catch (ArithmeticException e) {
      outcome = new Outcome(null, layer -> List.of(Feasibility.tooLarge(layer)));
    }
    equal.forEach(this::report);
    return outcome;
  }

  private Outcome outcome(MacLayer first) {
    Architecture architecture = study.architecture();
    if (!Feasibility.reasons(architecture, first).isEmpty()) {
      return new Outcome(null, layer -> Feasibility.reasons(architecture, layer));
    }
    Optional<MappingConstraint> constraint = study.constraint(first.name());
    LayerEvaluation evaluation = map(first, constraint.orElse(null), effort());
    return new Outcome(evaluation, layer -> constraint.stream()
        .map(asked -> EmptySpace.of(architecture, layer, asked, weaker -> map(layer, weaker, Effort.within(Budget.ofSteps(1))) != null))
        .toList());
  }

  private @Nullable LayerEvaluation map(MacLayer layer, @Nullable MappingConstraint constraint, Effort effort) {
    return new LayerMapper(study.architecture(), layer, constraint, study.objective(), effort, cancellation).map();
  }

  /** Return what the next layer may cost: its share of the time that is left, if that is limited. */
  private synchronized Effort effort() {
    int sharing = Math.ceilDiv(open, threads);
    open--;
    return Effort.within(budget.share(Duration.ofNanos(System.nanoTime() - begin), sharing));
  }

  private synchronized void report(Layer layer) {
    done++;
    progress.report(done, study.network().layers().size(), layer.name());
  }

  private Result collect(Map<Shape, Future<Outcome>> outcomes) {
    List<LayerEvaluation> layers = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Layer layer : study.network().layers()) {
      switch (layer) {
        case ElementwiseLayer elementwise -> {
          try {
            layers.add(evaluate(elementwise));
          } catch (ArithmeticException e) {
            findings.add(Feasibility.tooLarge(layer));
          }
          report(layer);
        }
        case MacLayer mac -> {
          Outcome outcome = await(outcomes.get(Shape.of(study, mac)));
          LayerEvaluation found = outcome.evaluation();
          if (found == null) {
            findings.addAll(outcome.reasons().apply(mac));
          } else {
            layers.add(new LayerEvaluation(mac, found.mapping(), found.energy(), found.latency(),
                found.spatialUtilization(), found.bounds(), found.search()));
          }
        }
      }
    }
    return new Result(layers, findings);
  }

  private LayerEvaluation evaluate(ElementwiseLayer layer) {
    LayerCost cost = LayerCost.of(study.architecture(), layer);
    var bounds = new LowerBounds(cost.energy().totalPj(), cost.latency().totalCycles());
    return new LayerEvaluation(layer, null, cost.energy(), cost.latency(), cost.spatialUtilization(), bounds, null);
  }

  /** Return what a task returned, or throw what it threw. */
  static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The evaluation was interrupted.");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
