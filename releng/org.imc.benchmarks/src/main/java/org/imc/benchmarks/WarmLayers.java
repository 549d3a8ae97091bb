package org.imc.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.imc.benchmarks.MapperWork.ResNet18;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;

/**
 * How long a warm thread maps each layer of ResNet-18 at one unrolling on three memory levels: by the clock, so that the compiler's
 * threads, which {@link MapperFigures} counts, do not matter. For a machine with nothing beside it.
 */
public final class WarmLayers {

  private static final int LEVELS = 3;
  private static final int WARM_UP = 60;
  private static final int RUNS = 15;

  private WarmLayers() { }

  /** Print a line a layer: the medians, in ms. */
  public static void main(String[] arguments) {
    for (ResNet18 shape : ResNet18.values()) {
      System.out.println(String.format(Locale.ROOT, "| %s | %.1f ms | %.1f ms |", shape.name().toLowerCase(Locale.ROOT),
          median(MapperWork.unrolled(shape.layer(), LEVELS, Objective.ENERGY)),
          median(MapperWork.unrolled(shape.layer(), LEVELS, Objective.EDP))));
    }
  }

  private static double median(Study study) {
    Engine engine = Engine.withThreads(1);
    var times = new double[WARM_UP + RUNS];
    for (int i = 0; i < times.length; i++) {
      long begin = System.nanoTime();
      engine.evaluate(study, Progress.NONE, Cancellation.NEVER);
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(times, WARM_UP, times.length);
    Arrays.sort(warm);
    return warm[RUNS / 2];
  }
}
