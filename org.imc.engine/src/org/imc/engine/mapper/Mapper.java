package org.imc.engine.mapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imc.engine.Budget;
import org.imc.engine.Cancellation;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.result.Finding;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;
import org.jspecify.annotations.Nullable;

/**
 * Map layers onto the architectures that they see. Equal layers on equal architectures are mapped once; different ones in
 * parallel, each by a single thread, so that the answer does not depend on how many there are.
 *
 * <p>Close it to end its threads and what they still do.
 */
public final class Mapper implements AutoCloseable {

  /** Whether each layer is mapped once or, where tensors have homes to choose from, perhaps again. */
  private static final int MAPPED_PERHAPS_AGAIN = 2;

  private final Study study;
  private final Budget budget;
  private final SharedWork shared;
  private final ArrayFloor floor;
  private final int threads;
  private final long begin = System.nanoTime();
  private final Cancellation cancellation;
  private final ExecutorService pool;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Map<Shape, FutureTask<OfShape>> outcomes = new HashMap<>();
  private int open; // searches that have not begun and may come

  /** Create a mapper for the layers of a study, by its objective and its constraints. */
  public Mapper(Study study, int threads, Budget budget, SharedWork shared, Cancellation cancellation) {
    this.study = study;
    this.shared = shared;
    floor = shared.floor(study.architecture().macro());
    this.threads = threads;
    this.budget = budget;
    this.cancellation = () -> stopped.get() || cancellation.isCancelled();
    pool = pool(threads);
  }

  /**
   * What is to be mapped.
   *
   * @param layer of the study
   * @param architecture as the layer sees it
   */
  public record Task(MacLayer layer, Architecture architecture) { }

  /** What two layers have in common that cost the same. */
  record Shape(LoopBounds bounds, Window window, Precision precision, boolean dynamicWeights,
      Optional<MappingConstraint> constraint, Architecture architecture) {

    static Shape of(Study study, Task task) {
      MacLayer layer = task.layer();
      return new Shape(layer.bounds(), layer.window(), layer.precision(), layer.dynamicWeights(),
          study.constraint(layer.name()), task.architecture());
    }

    @Override
    public int hashCode() { // of what differs between the layers of a study, which is quick
      return Objects.hash(bounds, window, precision, architecture.cells());
    }
  }

  /**
   * What became of a task.
   *
   * @param evaluation nothing when there is no mapping
   * @param reasons why there is none; takes its time
   */
  public record Outcome(Optional<LayerEvaluation> evaluation, Supplier<List<Finding>> reasons) { }

  /** What became of a shape: for each layer of it the same, or the same reasons in its own name. */
  private record OfShape(@Nullable LayerEvaluation found, Function<MacLayer, List<Finding>> reasons) {

    Outcome of(MacLayer layer) {
      return new Outcome(Optional.ofNullable(found).map(each -> each.of(layer)), () -> reasons.apply(layer));
    }
  }

  /** Return what keeps every layer from being mapped onto an architecture; empty if nothing does. */
  public static List<Finding> obstacles(Architecture architecture) {
    return Feasibility.of(architecture);
  }

  /** Return that a layer is larger than the counts of this engine. */
  public static Finding tooLarge(Layer layer) {
    return Feasibility.tooLarge(layer);
  }

  /**
   * Map layers, in parallel. Those that were mapped before are not mapped again.
   *
   * @param done hears of each task once it is done, in their order
   * @return what became of each task
   * @throws CancellationException when cancelled
   */
  public List<Outcome> map(List<Task> tasks, Consumer<Task> done) {
    List<FutureTask<OfShape>> found = new ArrayList<>();
    List<FutureTask<OfShape>> begun = new ArrayList<>();
    for (Task task : tasks) {
      found.add(outcomes.computeIfAbsent(Shape.of(study, task), shape -> {
        var outcome = new FutureTask<>(() -> outcome(task));
        begun.add(outcome);
        return outcome;
      }));
    }
    expect(MAPPED_PERHAPS_AGAIN * begun.size());
    if (threads > 1) {
      begun.forEach(pool::execute);
    }
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (threads == 1) {
        found.get(i).run(); // in the thread of the caller, unless it has
      }
      all.add(await(found.get(i)).of(tasks.get(i).layer()));
      done.accept(tasks.get(i));
    }
    return all;
  }

  /** Return as many threads, to be closed. */
  static ExecutorService pool(int threads) {
    return Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("imc-mapper-", 0).factory());
  }

  /** Return how many different tasks there were so far. */
  public int mapped() {
    return outcomes.size();
  }

  @Override
  public void close() {
    stopped.set(true);
    pool.close();
  }

  private OfShape outcome(Task task) {
    cancellation.check();
    try {
      return found(task);
    } catch (ArithmeticException e) {
      return new OfShape(null, layer -> List.of(Feasibility.tooLarge(layer)));
    }
  }

  private OfShape found(Task task) {
    Architecture architecture = task.architecture();
    Optional<MappingConstraint> constraint = study.constraint(task.layer().name());
    Effort effort = effort();
    LayerMapper mapper = mapper(task.layer(), architecture, constraint.orElse(null), effort);
    Known known = mapper.known();
    if (known == null && !Feasibility.reasons(architecture, task.layer()).isEmpty()) {
      return new OfShape(null, layer -> Feasibility.reasons(architecture, layer));
    }
    return new OfShape(mapper.map(effort.isLimited() ? null : known), layer -> constraint.stream()
        .map(asked -> EmptySpace.of(architecture, layer, asked,
            weaker -> mapper(layer, architecture, weaker, Effort.within(Budget.ofSteps(1))).map() != null))
        .toList());
  }

  private LayerMapper mapper(
      MacLayer layer, Architecture architecture, @Nullable MappingConstraint constraint, Effort effort) {
    return new LayerMapper(architecture, layer, constraint, study.objective(), floor, effort, shared, cancellation);
  }

  private synchronized void expect(int more) {
    open += more;
  }

  /** Return what the next layer may cost: its share of the time that is left, if that is limited. */
  private synchronized Effort effort() {
    int sharing = Math.max(1, Math.ceilDiv(open, threads));
    open--;
    return Effort.within(budget.share(Duration.ofNanos(System.nanoTime() - begin), sharing));
  }

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
