package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.Mapping;
import org.junit.jupiter.api.Test;

/** The latency of random mappings against a simulation that moves their words one by one (see {@code docs/model.md}). */
class LatencySimulationTest {

  private static final int MAPPINGS = 1000;
  private static final long MOST_ACTIVATIONS = 400;
  private static final double ROUNDING = 1e-9;

  /** Return the simulated time over that of the model for random mappings that fit, sorted. */
  private static List<Double> ratios() {
    List<Double> ratios = new ArrayList<>();
    for (long seed = 800_000; ratios.size() < MAPPINGS; seed++) {
      MapperProblem problem = MapperProblem.random(seed, 5).mixed(seed);
      Mapping mapping = problem.randomMapping(new Random(seed));
      if (MemoryUse.fits(problem.architecture(), problem.layer(), mapping)
          && mapping.temporal().iterations() <= MOST_ACTIVATIONS) {
        double model = LayerCost.of(problem.architecture(), problem.layer(), mapping).latency().totalCycles();
        ratios.add(new NestSimulation(problem, mapping).cycles() / model);
      }
    }
    Collections.sort(ratios);
    return ratios;
  }

  @Test
  void theModelIsSeldomBelowTheSimulatedTimeAndNeverFarFromIt() {
    List<Double> ratios = ratios();
    long below = ratios.stream().filter(ratio -> ratio > 1 + ROUNDING).count();
    double mean = ratios.stream().mapToDouble(Double::doubleValue).average().orElseThrow();

    assertTrue(below < 0.1 * MAPPINGS, () -> "the model is too low for %d mappings".formatted(below));
    assertTrue(ratios.get(MAPPINGS * 99 / 100) < 1.15, () -> "99 %% are below %s".formatted(ratios.get(MAPPINGS * 99 / 100)));
    assertTrue(ratios.getLast() < 1.5, () -> "one takes %s times as long".formatted(ratios.getLast()));
    assertTrue(ratios.getFirst() > 0.5, () -> "one takes only %s of it".formatted(ratios.getFirst()));
    assertTrue(mean > 0.9 && mean < 1, () -> "on average %s of it".formatted(mean));
  }
}
