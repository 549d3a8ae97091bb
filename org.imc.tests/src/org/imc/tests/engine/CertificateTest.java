package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.ContentHash;
import org.imc.engine.certificate.Discrepancy;
import org.imc.engine.certificate.KnownFeatures;
import org.imc.engine.certificate.LayerCertificate;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

/** The checker accepts what is true of random small problems, and nothing that is not. */
class CertificateTest {

  private static final long LIMIT = 1_000_000_000;

  private static Evaluation evaluate(Study study) {
    return Engine.withThreads(1).evaluate(study, Progress.NONE, Cancellation.NEVER);
  }

  private static Verdict check(Study study, Certificate certificate) {
    return new CertificateChecker(LIMIT).check(study, certificate, Progress.NONE, Cancellation.NEVER);
  }

  private static MapperProblem problem(long seed) {
    MapperProblem problem = MapperProblem.random(seed, 5).mixed(seed);
    return seed % 4 == 0 ? problem.leaking(Math.scalb(1, (int) (seed % 12) - 6)) : problem;
  }

  @Test
  void whatTheEngineClaimsIsAccepted() {
    int checked = 0;
    for (long seed = 700_000; checked < 200; seed++) {
      for (Objective objective : Objective.values()) {
        Study study = problem(seed).study(objective);
        Evaluation evaluation = evaluate(study);
        if (evaluation.isComplete()) {
          Verdict verdict = check(study, Certificate.of(evaluation));
          assertTrue(verdict.isAccepted(), "%s of problem %d: %s".formatted(objective, seed, verdict));
          assertEquals(1, verdict.proofs().size());
          checked++;
        }
      }
    }
  }

  @Test
  void whatTheEngineClaimsWithTheModelOf2023IsAcceptedToo() {
    int checked = 0;
    for (long seed = 760_000; checked < 60; seed++) {
      Study study = MapperProblem.random(seed, 4).mixed(seed).of2023().study(Objective.ENERGY);
      Evaluation evaluation = evaluate(study);
      if (evaluation.isComplete()) {
        Verdict verdict = check(study, Certificate.of(evaluation));
        assertTrue(verdict.isAccepted(), "problem %d: %s".formatted(seed, verdict));
        checked++;
      }
    }
  }

  @Test
  void aMappingWithTruthfulCostsIsAcceptedExactlyIfBruteForceKnowsNoBetterOne() {
    int rejected = 0;
    int accepted = 0;
    for (long seed = 710_000; rejected < 40 || accepted < 40; seed++) {
      MapperProblem problem = MapperProblem.random(seed, 4).mixed(seed);
      Objective objective = Objective.values()[(int) (seed % 3)];
      var all = new MapperBruteForce(problem, objective);
      Evaluation optimum = evaluate(problem.study(objective));
      if (all.countPrices(500) > 500 || !optimum.isComplete()) {
        continue;
      }
      all.runByOperand();
      for (Mapping mapping : mappings(problem, seed)) {
        LayerCost cost = LayerCost.of(problem.architecture(), problem.layer(), mapping);
        double value = MapperBruteForce.value(objective, cost.energy().totalPj(), cost.latency().totalCycles());
        Verdict verdict = check(problem.study(objective), claim(optimum, problem, mapping));
        boolean isBest = value <= all.least() * (1 + 1e-9);
        List<String> wrong = verdict.discrepancies().stream().map(Discrepancy::pointer)
            .filter(pointer -> !pointer.contains("/bounds")).toList(); // its own cost may be below them by rounding
        assertEquals(isBest ? List.of() : List.of("/layers/0/mapping"), wrong,
            "%s of problem %d: %s against %s; %s".formatted(objective, seed, value, all.least(), verdict));
        accepted += isBest ? 1 : 0;
        rejected += isBest ? 0 : 1;
      }
    }
  }

  /** Return mappings that fit: those that are best for each objective, and some random ones. */
  private static List<Mapping> mappings(MapperProblem problem, long seed) {
    List<Mapping> mappings = new ArrayList<>();
    for (Objective objective : Objective.values()) {
      mappings.add(evaluate(problem.study(objective)).layers().getFirst().mapping());
    }
    var random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      Mapping mapping = problem.randomMapping(random);
      if (MemoryUse.fits(problem.architecture(), problem.layer(), mapping)) {
        mappings.add(mapping);
      }
    }
    return mappings;
  }

  private static Certificate claim(Evaluation of, MapperProblem problem, Mapping mapping) {
    Certificate certificate = Certificate.of(of);
    LayerCertificate layer = certificate.layers().getFirst();
    LayerCost cost = LayerCost.of(problem.architecture(), problem.layer(), mapping);
    return new Certificate(certificate.objective(), certificate.network(), certificate.architecture(),
        certificate.architectureHash(), certificate.space(), certificate.activations(), certificate.tensors(),
        List.of(new LayerCertificate(layer.layer(), layer.hash(), mapping,
            cost.energy(), cost.energy().totalPj(), cost.latency(), cost.latency().totalCycles(), layer.bounds(),
            layer.search())));
  }

  @Test
  void anotherArchitectureIsNotTheOneThatWasPriced() {
    Study study = fitting(Objective.EDP);
    Certificate certificate = Certificate.of(evaluate(study));
    var other = new Study(study.id(), study.network(), MapperProblem.architecture(study.architecture().macro(),
        study.architecture().macros() + 1,
        study.architecture().memories().levels().toArray(MemoryLevel[]::new)), study.objective());
    assertEquals(List.of("/architecture/sha256"),
        check(other, certificate).discrepancies().stream().map(Discrepancy::pointer).toList());
  }

  private static Study fitting(Objective objective) {
    for (long seed = 720_000;; seed++) {
      Study study = MapperProblem.random(seed, 5).study(objective);
      if (evaluate(study).isComplete()) {
        return study;
      }
    }
  }

  @Test
  void layersWithoutWeightsAreReplayedToo() {
    MapperProblem problem = new MapperProblem(fitting(Objective.ENERGY).architecture(),
        (MacLayer) fitting(Objective.ENERGY).network().layers().getFirst());
    var pool = new ElementwiseLayer(new ElementId("p"), "p", "pool", 64, 16, new Precision(4, 4, 12, 4), List.of("l"));
    var study = new Study(new ElementId("s"), new Network(new ElementId("n"), "n", List.of(problem.layer(), pool)),
        problem.architecture(), Objective.ENERGY);
    Verdict verdict = check(study, Certificate.of(evaluate(study)));
    assertTrue(verdict.isAccepted(), verdict::toString);
  }

  @Test
  void whatTakesTooMuchWorkStaysOpen() {
    Study study = fitting(Objective.EDP);
    Verdict verdict = new CertificateChecker(100)
        .check(study, Certificate.of(evaluate(study)), Progress.NONE, Cancellation.NEVER);
    assertFalse(verdict.isAccepted());
    assertEquals(List.of(), verdict.discrepancies());
    assertEquals(
        List.of("Layer 'l': the cost is verified, but that it is optimal is not proven anew within 100 steps."),
        verdict.open());
  }

  @Test
  void aCancelledCheckEnds() {
    Study study = fitting(Objective.EDP);
    Certificate certificate = Certificate.of(evaluate(study));
    assertThrows(CancellationException.class,
        () -> new CertificateChecker(LIMIT).check(study, certificate, Progress.NONE, () -> true));
  }

  @Test
  void anUnknownFeatureOfAStudyIsNamed() {
    record Novel(int rows, int colour) { }
    assertEquals(List.of("'colour' of Novel is a feature that this checker does not know"),
        KnownFeatures.missing(Novel.class, Set.of("rows")));
    assertEquals(List.of(), KnownFeatures.missing(Novel.class, Set.of("rows", "colour")));
  }

  @Test
  void hashesTellContentsApartAndNotPlaces() {
    MacLayer layer = (MacLayer) fitting(Objective.EDP).network().layers().getFirst();
    var elsewhere = new MacLayer(new ElementId("elsewhere"), layer.name(), layer.operation(), layer.bounds(),
        layer.window(), layer.precision(), layer.dynamicWeights(), layer.predecessors());
    var renamed = new MacLayer(layer.id(), layer.name() + "2", layer.operation(), layer.bounds(),
        layer.window(), layer.precision(), layer.dynamicWeights(), layer.predecessors());
    assertEquals(ContentHash.of(layer), ContentHash.of(elsewhere));
    assertFalse(ContentHash.of(layer).equals(ContentHash.of(renamed)));
    assertTrue(ContentHash.of(layer).matches("[0-9a-f]{64}"));
  }
}
