package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.PaddedSteps;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.LoopDim;
import org.junit.jupiter.api.Test;

/** Steps in time that are padded to a number with more divisors, where that gains. */
class PaddedStepsTest {

  private static final double TOLERANCE = 1e-12;
  private static final long MOST_PRICES = 2500;
  private static final long[] POOR = {7, 13, 14};

  @Test
  void numbersOfFewDivisorsArePaddedToThoseWithMoreThanAllBetween() {
    assertEquals(List.of(), PaddedSteps.of(1));
    assertEquals(List.of(), PaddedSteps.of(5)); // 6 is a fifth more
    assertEquals(List.of(8L), PaddedSteps.of(7));
    assertEquals(List.of(14L), PaddedSteps.of(13));
    assertEquals(List.of(16L), PaddedSteps.of(14)); // 15 has four divisors too
    assertEquals(List.of(), PaddedSteps.of(56)); // eight divisors are not few
    assertEquals(List.of(198L, 210L), PaddedSteps.of(197));
    assertTrue(PaddedSteps.of((1L << 31) - 1).getLast() <= (1L << 31) + 63);
  }

  @Test
  void theAnswerIsTheLeastOfAllMappingsPaddedOrNot() {
    int checked = 0;
    int padded = 0;
    for (long seed = 900_000; checked < 300; seed++) {
      MapperProblem problem = MapperProblem.random(seed, 3).mixed(seed)
          .withSize(LoopDim.values()[(int) (seed % LoopDim.values().length)], POOR[(int) (seed % POOR.length)]);
      Objective objective = Objective.values()[(int) (seed / 8 % 3)];
      var all = new MapperBruteForce(problem, objective);
      if (all.countPrices(MOST_PRICES) > MOST_PRICES) {
        continue;
      }
      all.runByOperand();
      Study study = problem.study(objective);
      Evaluation evaluation = Engine.withThreads(1).evaluate(study, Progress.NONE, Cancellation.NEVER);
      if (Double.isInfinite(all.least())) {
        assertTrue(evaluation.layers().isEmpty(), "nothing fits in problem " + seed);
        continue;
      }
      LayerEvaluation layer = evaluation.layers().getFirst();
      double value = MapperBruteForce.value(objective, layer.energy().totalPj(), layer.latency().totalCycles());
      assertEquals(all.least(), value, TOLERANCE * value, "least %s in problem %d".formatted(objective, seed));
      Verdict verdict = new CertificateChecker(CertificateChecker.USUAL_LIMIT)
          .check(study, Certificate.of(evaluation), Progress.NONE, Cancellation.NEVER);
      assertTrue(verdict.isAccepted(), "problem %d: %s".formatted(seed, verdict));
      padded += isPadded(problem, layer.mapping()) ? 1 : 0;
      checked++;
    }
    int gains = padded;
    assertTrue(gains >= 2, () -> "padding gains in %d problems".formatted(gains));
  }

  private static boolean isPadded(MapperProblem problem, Mapping mapping) {
    for (LoopDim dim : LoopDim.values()) {
      long needed = Math.ceilDiv(
          problem.layer().bounds().get(dim), mapping.spatial().tile(ArrayAxis.values()).get(dim));
      if (mapping.temporal().below(mapping.temporal().loops().size()).get(dim) > needed) {
        return true;
      }
    }
    return false;
  }
}
