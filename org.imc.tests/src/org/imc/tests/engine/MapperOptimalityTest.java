package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.junit.jupiter.api.Test;

/** The mapper's answer against the least of all unrollings, all loop orders and all cuts, on random small problems. */
class MapperOptimalityTest {

  private static final double TOLERANCE = 1e-12;
  private static final int LOOPS = 5;
  private static final long MOST_PRICES = 1000;
  private static final long MOST_MAPPINGS = 1500;

  private interface Claim {
    void check(MapperProblem problem, long seed);
  }

  /** Check a claim on so many problems, passing over those on which brute force would take too long. */
  private static void forEachProblem(long firstSeed, int count, Claim claim) {
    int checked = 0;
    for (long seed = firstSeed; checked < count; seed++) {
      MapperProblem problem = MapperProblem.random(seed, LOOPS).mixed(seed);
      if (new MapperBruteForce(problem, Objective.ENERGY).countPrices(MOST_PRICES) <= MOST_PRICES) {
        claim.check(problem, seed);
        checked++;
      }
    }
  }

  private static Evaluation evaluate(MapperProblem problem, Objective objective) {
    return Engine.withThreads(1).evaluate(problem.study(objective), Progress.NONE, Cancellation.NEVER);
  }

  private static void checkAgainstBruteForce(MapperProblem problem, Objective objective, long seed) {
    MapperBruteForce all = new MapperBruteForce(problem, objective).runByOperand();
    Evaluation evaluation = evaluate(problem, objective);
    if (Double.isInfinite(all.least())) {
      assertTrue(evaluation.layers().isEmpty(), () -> "nothing fits in problem " + seed);
      assertEquals(1, evaluation.findings().stream().map(f -> f.code()).distinct().count());
      return;
    }
    LayerEvaluation layer = evaluation.layers().getFirst();
    double value = MapperBruteForce.value(objective, layer.energy().totalPj(), layer.latency().totalCycles());
    assertEquals(all.least(), value, TOLERANCE * value, () -> "least %s in problem %d".formatted(objective, seed));
    if (objective == Objective.LATENCY) {
      double energy = layer.energy().totalPj();
      assertEquals(all.leastEnergy(), energy, TOLERANCE * energy,
          () -> "least energy of the fastest in problem %d".formatted(seed));
    }
  }

  @Test
  void energyIsTheLeastOfAllMappings() {
    forEachProblem(0, 1000, (problem, seed) -> checkAgainstBruteForce(problem, Objective.ENERGY, seed));
  }

  @Test
  void energyDelayProductIsTheLeastOfAllMappings() {
    forEachProblem(100_000, 1000, (problem, seed) -> checkAgainstBruteForce(problem, Objective.EDP, seed));
  }

  @Test
  void latencyIsTheLeastOfAllMappingsAndTiesHaveTheLeastEnergy() {
    forEachProblem(200_000, 1000, (problem, seed) -> checkAgainstBruteForce(problem, Objective.LATENCY, seed));
  }

  @Test
  void onALeakingChipTheEnergyOfWaitingCountsToo() {
    forEachProblem(600_000, 300, (problem, seed) -> {
      for (Objective objective : Objective.values()) {
        checkAgainstBruteForce(problem.leaking(Math.scalb(1, (int) (seed % 10) - 6)), objective, seed);
      }
    });
  }

  @Test
  void withTheModelOf2023TheMeanUseOfTheArrayCounts() {
    forEachProblem(800_000, 300, (problem, seed) -> {
      for (Objective objective : Objective.values()) {
        checkAgainstBruteForce(problem.of2023(), objective, seed);
      }
    });
  }

  @Test
  void inDoubleBufferedMemoriesTilesHaveHalfTheRoom() {
    int[] costs = new int[1];
    forEachProblem(700_000, 300, (problem, seed) -> {
      for (Objective objective : Objective.values()) {
        checkAgainstBruteForce(problem.doubleBuffered(), objective, seed);
      }
      List<LayerEvaluation> single = evaluate(problem, Objective.ENERGY).layers();
      List<LayerEvaluation> twice = evaluate(problem.doubleBuffered(), Objective.ENERGY).layers();
      if (!single.isEmpty() && !twice.isEmpty()) {
        double energy = single.getFirst().energy().totalPj();
        assertTrue(twice.getFirst().energy().totalPj() >= energy * (1 - TOLERANCE), () -> "problem " + seed);
        costs[0] += twice.getFirst().energy().totalPj() > energy * (1 + TOLERANCE) ? 1 : 0;
      }
    });
    assertTrue(costs[0] > 10, "the missing room costs energy in some problems, but did in " + costs[0]);
  }

  @Test
  void addingUpOperandsIsPricingEveryMapping() {
    int checked = 0;
    for (long seed = 500_000; checked < 150; seed++) {
      MapperProblem problem = MapperProblem.random(seed).mixed(seed);
      for (Objective objective : Objective.values()) {
        var literal = new MapperBruteForce(problem, objective);
        if (literal.countMappings(MOST_MAPPINGS) <= MOST_MAPPINGS) {
          literal.run();
          MapperBruteForce byOperand = new MapperBruteForce(problem, objective).runByOperand();
          assertEquals(literal.mappings(), byOperand.mappings());
          if (Double.isFinite(literal.least())) {
            assertEquals(literal.least(), byOperand.least(), TOLERANCE * literal.least());
            assertEquals(literal.leastEnergy(), byOperand.leastEnergy(), TOLERANCE * literal.leastEnergy());
            checked++;
          }
        }
      }
    }
  }

  @Test
  void noMappingBeatsTheBoundsAndUtilizationIsAShare() {
    for (long seed = 300_000; seed < 300_500; seed++) {
      MapperProblem mixed = MapperProblem.random(seed).mixed(seed);
      MapperProblem problem = seed % 2 == 0 ? mixed : mixed.leaking(0.1);
      for (Objective objective : Objective.values()) {
        for (LayerEvaluation layer : evaluate(problem, objective).layers()) {
          double sum = layer.energy().parts().stream().mapToDouble(part -> part.pj()).reduce(0, Double::sum);
          assertEquals(sum, layer.energy().totalPj(), "parts sum to the total");
          assertTrue(layer.bounds().energyPj() > 0 && layer.energy().totalPj() >= layer.bounds().energyPj());
          assertTrue(layer.bounds().latencyCycles() > 0
              && layer.latency().totalCycles() >= layer.bounds().latencyCycles());
          assertTrue(layer.spatialUtilization() > 0 && layer.spatialUtilization() <= 1);
          assertTrue(layer.search() != null && layer.search().proven());
        }
      }
    }
  }

  @Test
  void eachObjectiveIsBestAtItsOwn() {
    for (long seed = 400_000; seed < 400_200; seed++) {
      MapperProblem problem = MapperProblem.random(seed).mixed(seed);
      for (Objective objective : Objective.values()) {
        for (LayerEvaluation best : evaluate(problem, objective).layers()) {
          for (Objective other : Objective.values()) {
            LayerEvaluation layer = evaluate(problem, other).layers().getFirst();
            double least = MapperBruteForce.value(objective, best.energy().totalPj(), best.latency().totalCycles());
            double value = MapperBruteForce.value(objective, layer.energy().totalPj(), layer.latency().totalCycles());
            assertTrue(least <= value * (1 + TOLERANCE), "%s in problem %d".formatted(objective, seed));
          }
        }
      }
    }
  }
}
