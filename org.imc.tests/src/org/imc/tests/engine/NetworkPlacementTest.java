package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imc.engine.Activations;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.TensorClaim;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.Placement;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.junit.jupiter.api.Test;

/** Where tensors live: as good as the best of all placements, and only where there is room. */
class NetworkPlacementTest {

  private static Evaluation evaluate(Study study) {
    return Engine.withThreads(1).evaluate(study, Progress.NONE, Cancellation.NEVER);
  }

  private static double value(Evaluation evaluation) {
    double energy = evaluation.energy().totalPj();
    double cycles = evaluation.latencyCycles();
    return switch (evaluation.study().objective()) {
      case ENERGY -> energy;
      case LATENCY -> cycles;
      case EDP -> energy * cycles;
    };
  }

  @Test
  void theBestOfAllPlacementsIsFound() {
    int compared = 0;
    int chosen = 0;
    int open = 0;
    for (long seed = 0; compared < 300; seed++) {
      NetworkProblem problem = NetworkProblem.random(seed);
      for (Objective objective : Objective.values()) {
        Study study = problem.study(objective, Activations.PLACED);
        var all = new NetworkBruteForce(study);
        double least = all.least();
        Evaluation evaluation = evaluate(study);
        String which = "%s of network %d".formatted(objective, seed);
        if (least < Double.POSITIVE_INFINITY) {
          assertTrue(evaluation.isComplete(), which);
          double gap = evaluation.placement().gap();
          assertTrue(gap == 0 || objective == Objective.EDP, which);
          assertTrue(value(evaluation) >= least * (1 - 1e-9), which);
          assertTrue(value(evaluation) <= least * (1 + gap) * (1 + 1e-9), which);
          open += gap > 0 ? 1 : 0;
          compared += all.placements() > 1 ? 1 : 0;
          chosen += evaluation.placement().tensors().stream().anyMatch(home -> home.memory().isPresent()) ? 1 : 0;
        }
      }
    }
    assertTrue(chosen > 100, "placements in inner memories: " + chosen);
    assertTrue(open < 20, "placements with a gap: " + open);
  }

  @Test
  void everyAnswerIsAcceptedByTheChecker() {
    int placed = 0;
    for (long seed = 1_000; placed < 60; seed++) {
      for (Objective objective : Objective.values()) {
        Study study = NetworkProblem.random(seed).study(objective, Activations.PLACED);
        Evaluation evaluation = evaluate(study);
        if (evaluation.isComplete()) {
          Verdict verdict = check(study, Certificate.of(evaluation));
          assertTrue(verdict.isAccepted(), "%s of network %d: %s".formatted(objective, seed, verdict));
          placed += evaluation.placement().tensors().stream().anyMatch(home -> home.memory().isPresent()) ? 1 : 0;
        }
      }
    }
  }

  private static Verdict check(Study study, Certificate certificate) {
    return new CertificateChecker(1_000_000_000).check(study, certificate, Progress.NONE, Cancellation.NEVER);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    for (long seed = 2_000; seed < 2_020; seed++) {
      for (Objective objective : Objective.values()) {
        Study study = NetworkProblem.random(seed).study(objective, Activations.PLACED);
        assertEquals(evaluate(study), Engine.withThreads(3).evaluate(study, Progress.NONE, Cancellation.NEVER));
      }
    }
  }

  /** Two 1 x 1 convolutions of 2 x 2 pixels; the 16 bits between them live in the near memory or in the dram. */
  private static Study chain(long nearBits, Activations activations) {
    MacLayer a = MapperProblem.layer("a", NetworkProblem.PRECISION, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1);
    MacLayer b = MapperProblem.layer("b", NetworkProblem.PRECISION, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1);
    var reader = new MacLayer(b.id(), b.name(), b.operation(), b.bounds(), b.window(), b.precision(), false, List.of("a"));
    Architecture chip = MapperProblem.architecture(MapperProblem.digital(1, 4, 1, 4, 4, 4), 1,
        MapperProblem.memory("near", nearBits, Sharing.GLOBAL, 0.5, 0.5, 8, Operand.INPUT, Operand.OUTPUT),
        MapperProblem.memory("dram", 1 << 20, Sharing.GLOBAL, 2, 2, 8, Operand.values()));
    return new Study(new ElementId("s"), new Network(new ElementId("n"), "n", List.of(a, reader)), chip, Objective.ENERGY,
        Map.of(), activations);
  }

  @Test
  void aTensorThatStaysNearSparesTheWayOutAndBack() {
    Evaluation near = evaluate(chain(64, Activations.PLACED));
    Evaluation out = evaluate(chain(64, Activations.OUTERMOST));
    assertEquals(List.of(new Placement.Home("a", "b", 16, Optional.of("near"))), near.placement().tensors());
    assertEquals("near", near.outputMemory("a"));
    assertEquals("dram", near.outputMemory("b"));
    assertEquals(List.of(), out.placement().tensors());
    // a: near read 0.5, dram written 2; b: dram read 2, near written 0.5; 16 bits each
    assertEquals(16 * (0.5 + 2 + 2 + 0.5), out.energy().totalPj() - near.energy().totalPj(), 1e-9);
  }

  @Test
  void aTensorThatDoesNotFitBesideTheRestStaysOutside() {
    Evaluation tight = evaluate(chain(16, Activations.PLACED)); // and no word of an input
    assertEquals(List.of(new Placement.Home("a", "b", 16, Optional.empty())), tight.placement().tensors());
    assertEquals(evaluate(chain(16, Activations.OUTERMOST)).energy(), tight.energy());
  }

  @Test
  void noMemoryHoldsMoreThanItCan() {
    for (long seed = 3_000; seed < 3_100; seed++) {
      Evaluation evaluation = evaluate(NetworkProblem.random(seed).study(Objective.ENERGY, Activations.PLACED));
      List<String> names = evaluation.study().network().layers().stream().map(Layer::name).toList();
      for (LayerEvaluation layer : evaluation.layers()) {
        for (MemoryLevel level : evaluation.study().architecture().memories().levels()) {
          long bits = ownBits(layer, level.name());
          for (Placement.Home home : evaluation.placement().tensors()) {
            boolean isHere = home.memory().equals(Optional.of(level.name()))
                && names.indexOf(home.layer()) <= names.indexOf(layer.layer().name())
                && names.indexOf(home.lastReader()) >= names.indexOf(layer.layer().name());
            boolean isKeptByItself = layer.mapping() != null
                && (home.layer().equals(layer.layer().name()) || layer.layer().predecessors().contains(home.layer()));
            bits += isHere && !isKeptByItself ? home.bits() : 0;
          }
          assertTrue(bits <= level.capacityBits(), "%s of network %d in %s".formatted(layer.layer().name(), seed, level));
        }
      }
    }
  }

  private static long ownBits(LayerEvaluation layer, String level) {
    List<String> names = layer.architecture().memories().levels().stream().map(MemoryLevel::name).toList();
    return layer.mapping() == null || !names.contains(level) ? 0
        : MemoryUse.bits(layer.architecture(), (MacLayer) layer.layer(), layer.mapping()).get(names.indexOf(level));
  }

  @Test
  void tensorsThatFitNowhereAreAWarning() {
    Study roomy = chain(64, Activations.PLACED);
    List<Layer> layers = new ArrayList<>(roomy.network().layers());
    layers.add(new ElementwiseLayer(
        new ElementId("sum"), "sum", "add", 8, 4, NetworkProblem.PRECISION, List.of("a", "b")));
    Architecture chip = MapperProblem.architecture(roomy.architecture().macro(), 1,
        MapperProblem.memory("sram", 40, Sharing.GLOBAL, 0.5, 0.5, 8, Operand.INPUT, Operand.OUTPUT),
        MapperProblem.memory("dram", 1 << 20, Sharing.GLOBAL, 2, 2, 8, Operand.WEIGHT));
    Evaluation evaluation = evaluate(
        new Study(roomy.id(), new Network(new ElementId("n"), "n", layers), chip, Objective.ENERGY));

    assertTrue(evaluation.isComplete());
    assertEquals(List.of(new Finding(Finding.Severity.WARNING, "network.tensors", new ElementId("sram"),
        "While layer 'sum' runs, the outputs of 'a', 'b', 'sum' are needed: 48 bits, which do not fit with the rest into "
            + "memory 'sram' of 40 bits. The figures leave out what waits there. Maybe set its size to more.")),
        evaluation.findings());
  }

  @Test
  void aCertificateOfOtherHomesIsRejected() {
    Study study = chain(64, Activations.PLACED);
    Certificate truth = Certificate.of(evaluate(study));
    assertTrue(check(study, truth).isAccepted());
    assertEquals("/tensors/0/layer", firstWrong(study, truth, new TensorClaim("b", Optional.of("near"))));
    assertEquals("/tensors/0/memory", firstWrong(study, truth, new TensorClaim("a", Optional.of("far"))));
    assertEquals("/tensors", firstWrong(study, truth, truth.tensors().getFirst(), truth.tensors().getFirst()));
    assertTrue(firstWrong(study, truth, new TensorClaim("a", Optional.empty())).startsWith("/layers/0/"));
    Study tight = chain(16, Activations.PLACED);
    assertTrue(firstWrong(tight, Certificate.of(evaluate(tight)), new TensorClaim("a", Optional.of("near")))
        .startsWith("/layers/0"));
  }

  private static String firstWrong(Study study, Certificate truth, TensorClaim... tensors) {
    var claimed = new Certificate(truth.objective(), truth.network(), truth.architecture(), truth.architectureHash(),
        truth.space(), truth.activations(), List.of(tensors), truth.layers());
    return check(study, claimed).discrepancies().getFirst().pointer();
  }
}
