package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.imc.engine.Objective;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.workload.Operand;
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
      Mapping mapping = mapping(problem, new Random(seed));
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

  private static Mapping mapping(MapperProblem problem, Random random) {
    var all = new MapperBruteForce(problem, Objective.ENERGY);
    List<SpatialMapping> spatials = all.spatialMappings();
    SpatialMapping spatial = spatials.get(random.nextInt(spatials.size()));
    List<Loop> loops = new ArrayList<>(all.factors(spatial));
    Collections.shuffle(loops, random);
    Map<Operand, List<Integer>> cuts = new EnumMap<>(Operand.class);
    for (Operand operand : Operand.values()) {
      int count = problem.architecture().memories().chain(operand).length - (operand == Operand.WEIGHT ? 0 : 1);
      cuts.put(operand, IntStream.range(0, count).map(i -> random.nextInt(loops.size() + 1)).sorted().boxed().toList());
    }
    return new Mapping(spatial, new TemporalMapping(loops, cuts));
  }
}
