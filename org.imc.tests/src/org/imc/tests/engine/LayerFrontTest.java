package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LayerFront;
import org.junit.jupiter.api.Test;

/** The energy-latency front of a layer, against all its mappings. */
class LayerFrontTest {

  private static final double TOLERANCE = 1e-11;
  private static final long MOST_MAPPINGS = 1500;

  private record Point(double energyPj, double cycles) { }

  private static Evaluation evaluate(MapperProblem problem) {
    return Engine.withThreads(1).evaluate(problem.study(Objective.ENERGY), Progress.NONE, Cancellation.NEVER);
  }

  private static List<LayerFront> fronts(Evaluation evaluation) {
    return Engine.withThreads(2).fronts(evaluation, Progress.NONE, Cancellation.NEVER);
  }

  /** Return the front of all mappings that fit, the fastest first. */
  private static List<Point> allMappings(MapperProblem problem) {
    List<Point> all = new ArrayList<>();
    new MapperBruteForce(problem, Objective.ENERGY).forEachMapping(mapping -> {
      if (MemoryUse.fits(problem.architecture(), problem.layer(), mapping)) {
        LayerCost cost = LayerCost.of(problem.architecture(), problem.layer(), mapping);
        all.add(new Point(cost.energy().totalPj(), cost.latency().totalCycles()));
      }
    });
    all.sort(Comparator.comparingDouble(Point::cycles).thenComparingDouble(Point::energyPj));
    List<Point> front = new ArrayList<>();
    for (Point point : all) {
      if (front.isEmpty() || point.energyPj() < front.getLast().energyPj() * (1 - TOLERANCE)) {
        if (!front.isEmpty() && point.cycles() <= front.getLast().cycles() * (1 + TOLERANCE)) {
          front.removeLast(); // as fast, but for the last digits
        }
        front.add(point);
      }
    }
    return front;
  }

  @Test
  void everyPointAndNoOtherIsOnTheFrontOfAllMappings() {
    int checked = 0;
    int points = 0;
    for (long seed = 800_000; checked < 120; seed++) {
      MapperProblem problem = seed % 4 == 0 ? MapperProblem.random(seed).leaking(0.25) : MapperProblem.random(seed);
      if (new MapperBruteForce(problem, Objective.ENERGY).countMappings(MOST_MAPPINGS) > MOST_MAPPINGS) {
        continue;
      }
      Evaluation evaluation = evaluate(problem);
      if (evaluation.layers().isEmpty()) {
        assertEquals(List.of(), fronts(evaluation));
        continue;
      }
      List<Point> expected = allMappings(problem);
      List<LayerEvaluation> front = fronts(evaluation).getFirst().points();
      String where = "seed %d: %s".formatted(seed, expected);
      assertEquals(expected.size(), front.size(), where);
      for (int i = 0; i < front.size(); i++) {
        double energy = front.get(i).energy().totalPj();
        double cycles = front.get(i).latency().totalCycles();
        assertEquals(expected.get(i).energyPj(), energy, TOLERANCE * energy, where);
        assertEquals(expected.get(i).cycles(), cycles, TOLERANCE * cycles, where);
        assertTrue(front.get(i).search().proven(), where);
      }
      checked++;
      points += front.size();
    }
    assertTrue(points > checked + 20, "only %d points on %d fronts test little".formatted(points, checked));
  }

  @Test
  void theEndsOfAFrontAreTheOptimaOfEitherAndTheProductLiesOnIt() {
    for (long seed = 900_000; seed < 900_060; seed++) {
      MapperProblem problem = MapperProblem.random(seed, 6);
      Evaluation energy = evaluate(problem);
      if (energy.layers().isEmpty()) {
        continue;
      }
      List<LayerEvaluation> front = fronts(energy).getFirst().points();
      double least = energy.layers().getFirst().energy().totalPj();
      assertEquals(least, front.getLast().energy().totalPj(), TOLERANCE * least);
      Engine engine = Engine.withThreads(1);
      LayerEvaluation fastest = engine.evaluate(problem.study(Objective.LATENCY), Progress.NONE, Cancellation.NEVER)
          .layers().getFirst();
      assertEquals(fastest.latency().totalCycles(), front.getFirst().latency().totalCycles(), 1e-6);
      LayerEvaluation product = engine.evaluate(problem.study(Objective.EDP), Progress.NONE, Cancellation.NEVER)
          .layers().getFirst();
      double edp = front.stream().mapToDouble(LayerFrontTest::product).min().orElseThrow();
      assertEquals(product(product), edp, TOLERANCE * edp);
    }
  }

  private static double product(LayerEvaluation layer) {
    return layer.energy().totalPj() * layer.latency().totalCycles();
  }

  @Test
  void aFrontCanBeCancelled() {
    Evaluation evaluation = evaluate(MapperProblem.random(900_001, 6));
    assertThrows(CancellationException.class,
        () -> Engine.withThreads(2).fronts(evaluation, Progress.NONE, () -> true));
  }
}
