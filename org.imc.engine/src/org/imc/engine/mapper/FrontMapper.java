package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imc.engine.Cancellation;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.mapper.Mapper.Task;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LayerFront;
import org.imc.engine.workload.MacLayer;
import org.jspecify.annotations.Nullable;

/**
 * Find the energy-latency fronts of layers: the mapping of least energy; then, as long as there is one, that of least energy
 * among the faster ones. Each is found and proven by a {@link LayerMapper}, so that none is missed.
 */
public final class FrontMapper {

  private final Study study;
  private final SharedWork shared = new SharedWork();
  private final Cancellation cancellation;

  private FrontMapper(Study study, Cancellation cancellation) {
    this.study = study;
    this.cancellation = cancellation;
  }

  /**
   * Return the fronts of all layers that an evaluation has mapped, in its order. Equal layers are searched once.
   *
   * @throws CancellationException when cancelled
   */
  public static List<LayerFront> map(Evaluation evaluation, int threads, Progress progress, Cancellation cancellation) {
    List<Task> layers = new ArrayList<>();
    for (LayerEvaluation layer : evaluation.layers()) {
      if (layer.layer() instanceof MacLayer mac) {
        layers.add(new Task(mac, layer.architecture()));
      }
    }
    var stopped = new AtomicBoolean();
    var mapper = new FrontMapper(evaluation.study(), () -> stopped.get() || cancellation.isCancelled());
    ExecutorService pool = Mapper.pool(threads);
    try {
      Map<Mapper.Shape, Future<List<LayerEvaluation>>> fronts = new LinkedHashMap<>();
      for (Task layer : layers) {
        fronts.computeIfAbsent(Mapper.Shape.of(evaluation.study(), layer), shape -> pool.submit(() -> mapper.front(layer)));
      }
      List<LayerFront> all = new ArrayList<>();
      for (Task layer : layers) {
        List<LayerEvaluation> points = Mapper.await(fronts.get(Mapper.Shape.of(evaluation.study(), layer)));
        all.add(new LayerFront(layer.layer(), points));
        progress.report(all.size(), layers.size(), layer.layer().name());
      }
      return all;
    } finally {
      stopped.set(true);
      pool.close();
    }
  }

  /** Return the front of a layer, the fastest first. */
  private List<LayerEvaluation> front(Task layer) {
    List<LayerEvaluation> slowestFirst = new ArrayList<>();
    LayerEvaluation next = fasterThan(Double.POSITIVE_INFINITY, layer);
    while (next != null) {
      if (!slowestFirst.isEmpty() && isAsFrugal(next, slowestFirst.getLast())) {
        slowestFirst.removeLast(); // slower for the same energy
      }
      slowestFirst.add(next);
      next = fasterThan(next.latency().totalCycles(), layer);
    }
    return slowestFirst.reversed();
  }

  private @Nullable LayerEvaluation fasterThan(double cycles, Task task) {
    return LayerMapper.faster(
        task.architecture(), task.layer(), study.constraint(task.layer().name()).orElse(null), cycles, shared,
        cancellation).map();
  }

  private static boolean isAsFrugal(LayerEvaluation faster, LayerEvaluation slower) {
    return faster.energy().totalPj() <= slower.energy().totalPj() * (1 + Goal.TOLERANCE);
  }
}
