package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.imc.engine.Budget;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.LayerCertificate;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.SearchReport;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A budget ends a search with its best mapping and a gap that holds. */
class BudgetTest {

  private static Evaluation evaluate(Study study, Budget budget, int threads) {
    return Engine.withThreads(threads).within(budget).evaluate(study, Progress.NONE, Cancellation.NEVER);
  }

  private static double value(LayerEvaluation layer, Objective objective) {
    return switch (objective) {
      case ENERGY -> layer.energy().totalPj();
      case LATENCY -> layer.latency().totalCycles();
      case EDP -> layer.energy().totalPj() * layer.latency().totalCycles();
    };
  }

  @ParameterizedTest
  @EnumSource
  void theGapBoundsTheDistanceToTheOptimum(Objective objective) {
    int ended = 0;
    int worse = 0;
    for (long seed = 0; seed < 150; seed++) {
      Study study = MapperProblem.random(seed, 6).study(objective);
      Evaluation optimum = evaluate(study, Budget.UNLIMITED, 1);
      for (long steps : new long[] {1, 200, 2_000}) {
        Evaluation found = evaluate(study, Budget.ofSteps(steps), 1);
        assertEquals(optimum.layers().size(), found.layers().size(), "a budget finds a mapping where there is one");
        if (found.layers().isEmpty()) {
          continue;
        }
        double least = value(optimum.layers().getFirst(), objective);
        double cost = value(found.layers().getFirst(), objective);
        double gap = found.layers().getFirst().search().gap();
        assertEquals(gap, found.gap());
        assertEquals(gap == 0, found.isProven());
        assertTrue(cost <= least * (1 + gap) * (1 + 1e-12), "seed %d, %d steps: %s, but %s and a gap of %s".formatted(
            seed, steps, least, cost, gap));
        ended += gap > 0 ? 1 : 0;
        worse += cost > least * (1 + 1e-9) ? 1 : 0;
      }
    }
    assertTrue(ended > 50, "only %d searches were ended".formatted(ended));
    assertTrue(worse > 0, "a budget that costs nothing tests nothing");
  }

  @Test
  void stepsGiveTheSameAnswerForAnyNumberOfThreads() {
    MapperProblem problem = MapperProblem.random(11, 6);
    MacLayer[] layers = new MacLayer[6];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = MapperProblem.layer("l" + i, new Precision(4, 4, 12, 4), 1, 1, 1, 1, 2 + i, 3, 4, 6, 1, 2);
    }
    Study study = MapperProblem.study(problem.architecture(), Objective.EDP, layers);
    Evaluation one = evaluate(study, Budget.ofSteps(500), 1);
    assertEquals(one.layers(), evaluate(study, Budget.ofSteps(500), 4).layers());
    assertTrue(one.gap() > 0);
  }

  @Test
  void theShortestTimeEndsWithAMappingAndItsGap() {
    Study study = MapperProblem.study(LayerCostTest.ARCHITECTURE, Objective.EDP, LayerCostTest.LAYER);
    Evaluation found = evaluate(study, Budget.ofTime(Duration.ofNanos(1)), 2);
    assertEquals(1, found.layers().size());
    assertTrue(found.gap() >= 0 && found.gap() < Double.POSITIVE_INFINITY);
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertEquals("A budget of 0 steps and PT2562047H47M16.854775807S allows no search. Both must be more than 0.",
        assertThrows(IllegalArgumentException.class, () -> Budget.ofSteps(0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Budget.ofTime(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> Budget.ofTime(Duration.ofSeconds(-1)));
  }

  @Test
  void timeIsShared() {
    Budget budget = Budget.ofTime(Duration.ofSeconds(10));
    assertEquals(Duration.ofSeconds(2), budget.share(Duration.ofSeconds(4), 3).time());
    assertEquals(Duration.ofNanos(1), budget.share(Duration.ofSeconds(11), 3).time());
    assertEquals(Budget.UNLIMITED, Budget.UNLIMITED.share(Duration.ofSeconds(11), 3));
  }

  @Test
  void theCheckerAcceptsAGapThatHoldsAndNoSmallerOne() {
    int checked = 0;
    for (long seed = 0; seed < 480; seed++) {
      Study study = MapperProblem.random(seed, 6).study(Objective.EDP);
      Evaluation found = evaluate(study, Budget.ofSteps(1), 1);
      Evaluation optimum = evaluate(study, Budget.UNLIMITED, 1);
      if (found.isProven()) {
        continue;
      }
      double cost = value(found.layers().getFirst(), Objective.EDP);
      double real = cost / value(optimum.layers().getFirst(), Objective.EDP) - 1;
      Verdict verdict = check(study, Certificate.of(found));
      assertTrue(verdict.isAccepted(), () -> "seed of " + study + ": " + verdict);
      assertEquals(found.gap(), verdict.proofs().getFirst().gap());
      if (real > 1e-6) {
        Verdict bold = check(study, withGap(Certificate.of(found), real * 0.99));
        assertEquals(List.of("/layers/0/search/gap"), bold.discrepancies().stream().map(wrong -> wrong.pointer()).toList());
        checked++;
      }
    }
    assertTrue(checked > 5, "only %d gaps could be too small".formatted(checked));
  }

  private static Verdict check(Study study, Certificate certificate) {
    return new CertificateChecker(CertificateChecker.USUAL_LIMIT)
        .check(study, certificate, Progress.NONE, Cancellation.NEVER);
  }

  private static Certificate withGap(Certificate certificate, double gap) {
    LayerCertificate layer = certificate.layers().getFirst();
    SearchReport search = layer.search();
    return new Certificate(certificate.objective(), certificate.network(), certificate.architecture(),
        certificate.architectureHash(), certificate.space(), certificate.activations(), certificate.tensors(),
        List.of(new LayerCertificate(layer.layer(), layer.hash(), layer.mapping(), layer.energy(), layer.energyPj(),
            layer.latency(), layer.latencyCycles(), layer.bounds(), new SearchReport(gap, search.constrained(),
            search.spatialCandidates(), search.spatialSearched(), search.orderings(), search.labels()))));
  }
}
