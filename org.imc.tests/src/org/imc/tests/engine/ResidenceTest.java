package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.imc.engine.Activations;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.Weights;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.certificate.WeightsClaim;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.LeakageModel;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.Component;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;
import org.imc.engine.result.Finding.Remedy;
import org.imc.engine.result.LatencyBreakdown.Exchange;
import org.imc.engine.result.Residence;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.junit.jupiter.api.Test;

/** Weights that stay in the cells: what they cost, which ones stay, and that others can check it. */
class ResidenceTest {

  private static Evaluation evaluate(Study study) {
    return Engine.withThreads(1).evaluate(study, Progress.NONE, Cancellation.NEVER);
  }

  private static Verdict check(Study study, Certificate certificate) {
    return new CertificateChecker(1_000_000_000).check(study, certificate, Progress.NONE, Cancellation.NEVER);
  }

  private static double value(Evaluation evaluation) {
    return value(evaluation.study().objective(), evaluation.energy().totalPj(), evaluation.latencyCycles());
  }

  private static double value(Objective objective, double energyPj, double cycles) {
    return switch (objective) {
      case ENERGY -> energyPj;
      case LATENCY -> cycles;
      case EDP -> energyPj * cycles;
    };
  }

  /** The least of all mappings with all weights in some cells, priced as others, but for what the weights cost. */
  private static double leastResident(MapperProblem problem, CellUse cells, Objective objective) {
    double[] least = {Double.POSITIVE_INFINITY};
    double leakage = LeakageModel.pjPerCycle(problem.architecture());
    new MapperBruteForce(problem, objective).forEachMapping(mapping -> {
      if (stays(problem, cells, mapping)) {
        LayerCost cost = LayerCost.of(problem.architecture(), problem.layer(), mapping);
        double cycles = cost.latency().totalCycles() - cost.latency().exchanges().stream()
            .filter(each -> each.operand() == Operand.WEIGHT).mapToDouble(Exchange::endCycles).sum();
        double energy = leakage * cycles + cost.energy().sumPj(part -> part.component() != Component.LEAKAGE
            && part.component() != Component.WEIGHT_WRITE
            && (part.transfer() == null || part.transfer().operand() != Operand.WEIGHT));
        least[0] = Math.min(least[0], value(objective, energy, cycles));
      }
    });
    return least[0];
  }

  private static boolean stays(MapperProblem problem, CellUse cells, Mapping mapping) {
    List<Integer> cuts = mapping.temporal().cuts().get(Operand.WEIGHT);
    long held = problem.layer().elements(Operand.WEIGHT, mapping.temporal().below(cuts.getFirst()));
    boolean fits = held <= cells.weightsPerMultiplier()
        && mapping.spatial().unrolling(ArrayAxis.MACROS) <= cells.macros()
        && cuts.stream().allMatch(cut -> mapping.temporal().periods(Operand.WEIGHT, cut) == 1);
    for (int level = 0; fits && level < problem.architecture().memories().levels().size(); level++) {
      long bits = 0;
      MemoryLevel memory = problem.architecture().memories().levels().get(level);
      for (Operand operand : memory.serves()) {
        bits += operand == Operand.WEIGHT ? 0
            : MemoryUse.bits(problem.architecture(), problem.layer(), mapping, level, operand);
      }
      fits = bits <= memory.capacityBits();
    }
    return fits;
  }

  @Test
  void aLayerWhoseWeightsStayIsMappedAsWellAsAllItsMappingsAllow() {
    int found = 0;
    for (long seed = 0; found < 300; seed++) {
      MapperProblem problem = MapperProblem.random(seed, 3).mixed(seed);
      var random = new Random(seed);
      var cells = new CellUse(1 + random.nextInt(problem.architecture().macros()),
          1 + random.nextInt(problem.architecture().macro().geometry().weightsPerMultiplier()), true);
      Objective objective = Objective.values()[(int) seed % Objective.values().length];
      if (new MapperBruteForce(problem, objective).countMappings(20_000) < 20_000) {
        double least = leastResident(problem, cells, objective);
        Study study = new MapperProblem(problem.architecture().with(cells), problem.layer()).study(objective);
        Evaluation evaluation = evaluate(study);
        String which = "%s of problem %d in %s".formatted(objective, seed, cells);
        assertEquals(least < Double.POSITIVE_INFINITY, evaluation.isComplete(), which);
        if (evaluation.isComplete()) {
          assertEquals(least, value(evaluation), 1e-9 * least, which);
          Verdict verdict = check(study, Certificate.of(evaluation));
          assertTrue(verdict.isAccepted(), which + ": " + verdict);
          found++;
        }
      }
    }
  }

  /** A network whose chip has several weights per multiplier, several macros, or both. */
  private static Study network(long seed, Objective objective, Activations activations) {
    NetworkProblem problem = NetworkProblem.random(seed);
    var random = new Random(seed);
    int each = 1 + random.nextInt(4);
    var macro = MapperProblem.digital(each * (1 + random.nextInt(3)), 4 * (1 + random.nextInt(3)), each, 4, 4, 2);
    Architecture chip = MapperProblem.architecture(macro, 1 + random.nextInt(3),
        problem.architecture().memories().levels().toArray(MemoryLevel[]::new));
    boolean pingPong = each > 1 && random.nextInt(4) == 0;
    List<String> names = problem.network().layers().stream()
        .filter(MacLayer.class::isInstance).map(layer -> layer.name()).toList();
    Weights weights = switch (random.nextInt(4)) {
      case 0 -> new Weights(true, Set.of(names.getFirst()), Set.of());
      case 1 -> new Weights(true, Set.of(), Set.of(names.getLast()));
      default -> Weights.RESIDENT;
    };
    return new Study(new ElementId("s"), problem.network(),
        pingPong ? new MapperProblem(chip, MapperProblem.random(0).layer()).pingPong().architecture() : chip, objective,
        Map.of(), activations, weights);
  }

  @Test
  void theBestOfAllChoicesOfWhatStaysIsFound() {
    int some = 0;
    int none = 0;
    int all = 0;
    for (long seed = 0; some < 60; seed++) {
      for (Objective objective : List.of(Objective.ENERGY, Objective.LATENCY)) {
        Study study = network(seed, objective, Activations.OUTERMOST);
        Evaluation evaluation = evaluate(study);
        double least = new ResidenceBruteForce(study).least();
        String which = "%s of network %d".formatted(objective, seed);
        if (evaluation.isComplete()) {
          assertEquals(least, value(evaluation), 1e-9 * least, which);
          assertEquals(0, evaluation.residence().gap(), which);
          boolean loads = evaluation.residence().others().isPresent();
          some += loads ? 1 : 0;
          none += evaluation.residence().residents().isEmpty() ? 1 : 0;
          all += loads || evaluation.residence().residents().isEmpty() ? 0 : 1;
        } else {
          assertTrue(least == Double.POSITIVE_INFINITY || evaluation.findings().stream()
              .allMatch(finding -> finding.severity() == Finding.Severity.ERROR), which);
        }
      }
    }
    assertTrue(none > 5 && all > 20, none + " " + all);
  }

  @Test
  void everyAnswerIsAcceptedByTheCheckerAndWithinItsGap() {
    int some = 0;
    int known = 0;
    for (long seed = 1_000; some < 40; seed++) {
      for (Objective objective : Objective.values()) {
        Study study = network(seed, objective, Activations.PLACED);
        Evaluation evaluation = evaluate(study);
        if (evaluation.isComplete()) {
          String which = "%s of network %d".formatted(objective, seed);
          Verdict verdict = check(study, Certificate.of(evaluation));
          assertTrue(verdict.isAccepted(), which + ": " + verdict);
          double gap = evaluation.residence().gap();
          known += gap == 0 ? 1 : 0;
          Evaluation reloaded = evaluate(new Study(study.id(), study.network(), study.architecture(), objective));
          assertTrue(!study.weights().resident().isEmpty() || value(evaluation) <= value(reloaded) * (1 + 1e-12), which);
          some += evaluation.residence().others().isPresent() ? 1 : 0;
          assertEquals(evaluation, Engine.withThreads(3).evaluate(study, Progress.NONE, Cancellation.NEVER), which);
        }
      }
    }
    assertTrue(known > 20, "proven best: " + known);
  }

  /** Two 1 x 1 convolutions of 2 x 2 pixels, of 2 weights each, on macros with one output, one input and some weights each. */
  private static Study pair(int macros, int weightsPerMultiplier, Weights weights) {
    MacLayer a = MapperProblem.layer("a", NetworkProblem.PRECISION, 1, 1, 1, 1, 2, 1, 2, 2, 1, 1);
    MacLayer b = MapperProblem.layer("b", NetworkProblem.PRECISION, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1);
    var reader = new MacLayer(b.id(), b.name(), b.operation(), b.bounds(), b.window(), b.precision(), false, List.of("a"));
    Architecture chip = MapperProblem.architecture(
        MapperProblem.digital(weightsPerMultiplier, 4, weightsPerMultiplier, 4, 4, 4), macros,
        MapperProblem.memory("sram", 1 << 10, Sharing.GLOBAL, 0.5, 0.5, 8, Operand.INPUT, Operand.OUTPUT),
        MapperProblem.memory("rom", 1 << 10, Sharing.GLOBAL, 2, 3, 2, Operand.WEIGHT));
    return new Study(new ElementId("s"), new Network(new ElementId("n"), "n", List.of(a, reader)), chip, Objective.ENERGY,
        Map.of(), Activations.PLACED, weights);
  }

  @Test
  void loadingIsPaidOnceAndNotInTheSteadyState() {
    Evaluation stays = evaluate(pair(1, 4, Weights.RESIDENT));
    assertEquals(List.of("a", "b"), stays.residence().residents().stream().map(Residence.Resident::layer).toList());
    Residence.Resident a = stays.residence().of("a").orElseThrow();
    assertEquals(List.of(0), a.macros());
    assertEquals(2, a.weightsPerMultiplier());
    assertEquals(8, a.bits()); // two weights of 4 bits
    assertEquals(8 * 2 + 8 * MapperProblem.TECHNOLOGY.cellWritePjPerBit(), a.loadEnergy().totalPj(), 1e-9);
    assertEquals(8 / 2.0, a.loadCycles(), 1e-9); // 8 bits out of a memory of 2 bits a cycle take longer than two rows
    assertEquals(Optional.empty(), stays.residence().others());
    assertEquals(0, stays.energy().pj(Component.WEIGHT_WRITE));
    assertEquals(0, stays.energy().memoryPj("rom"));

    Evaluation reloaded = evaluate(pair(1, 4, Weights.RELOADED));
    assertEquals(Residence.NONE, reloaded.residence());
    assertEquals(reloaded.totals(), reloaded.singleShot());
    assertEquals(reloaded.energy().totalPj(), stays.singleShot().energyPj(), 1e-9); // the same mappings, loaded once
    assertEquals(reloaded.latencyCycles(), stays.singleShot().cycles(), 1e-9);
    assertEquals(2.0 * 16 / stays.singleShot().energyPj(), stays.singleShot().topsPerWatt(), 1e-12);
  }

  @Test
  void weightsThatDoNotAllFitStayInPartAndTheRestIsSaid() {
    Evaluation part = evaluate(pair(1, 3, Weights.RESIDENT));
    assertEquals(1, part.residence().residents().size());
    assertEquals(Optional.of(new CellUse(1, 1, false)), part.residence().others());
    assertEquals(List.of(new Finding(Finding.Severity.WARNING, "network.weights", new ElementId("a"),
        "The weights of 1 of 2 layers stay in the cells. All of them need at least 16 bits, 4 more than the 12 of 1 x 'm'. "
            + "Maybe set 'macros' to at least 2.", Optional.of(new Remedy("macros", "2")))), part.findings());
  }

  @Test
  void weightsThatMustStayAndCannotAreAnError() {
    Evaluation none = evaluate(pair(1, 3, new Weights(false, Set.of("a", "b"), Set.of())));
    assertFalse(none.isComplete());
    assertEquals(List.of(new Finding(Finding.Severity.ERROR, "mapping.weights", new ElementId("a"),
        "The weights of 'a', 'b' cannot stay in the cells. They need at least 16 bits, 4 more than the 12 of 1 x 'm'. "
            + "Maybe set 'macros' to at least 2.", Optional.of(new Remedy("macros", "2")))), none.findings());
    Evaluation full = evaluate(pair(1, 2, new Weights(false, Set.of("a"), Set.of())));
    assertEquals("The weights of 'a' cannot stay in the cells. Nothing that fits leaves the other layers enough of them. "
        + "Maybe let fewer layers stay.", full.findings().getFirst().message());
  }

  /** Layer 'a' can only stay side by side on four macros, whose outputs have no room in the buffer beside an input. */
  private static Study crowded(Weights weights) {
    MacLayer a = MapperProblem.layer("a", NetworkProblem.PRECISION, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1);
    MacLayer b = MapperProblem.layer("b", NetworkProblem.PRECISION, 1, 1, 1, 1, 1, 4, 1, 1, 1, 1);
    var reader = new MacLayer(b.id(), b.name(), b.operation(), b.bounds(), b.window(), b.precision(), false, List.of("a"));
    Architecture chip = MapperProblem.architecture(MapperProblem.digital(1, 4, 1, 4, 4, 4), 5,
        MapperProblem.memory("buffer", 16, Sharing.GLOBAL, 0.5, 0.5, 8, Operand.INPUT, Operand.OUTPUT),
        MapperProblem.memory("dram", 1 << 20, Sharing.GLOBAL, 2, 2, 8, Operand.values()));
    return new Study(new ElementId("s"), new Network(new ElementId("n"), "n", List.of(a, reader)), chip, Objective.ENERGY,
        Map.of(), Activations.PLACED, weights);
  }

  @Test
  void weightsThatWouldCrowdAMemoryDoNotStay() {
    Evaluation reloaded = evaluate(crowded(new Weights(true, Set.of(), Set.of("b"))));
    assertTrue(reloaded.isComplete());
    assertEquals(List.of(), reloaded.residence().residents());
    assertEquals(evaluate(crowded(Weights.RELOADED)).energy(), reloaded.energy());
    Evaluation asked = evaluate(crowded(new Weights(false, Set.of("a"), Set.of())));
    assertFalse(asked.isComplete());
    assertEquals("mapping.weights", asked.findings().getLast().code());
  }

  @Test
  void whatAMappingSaysOfALayerHolds() {
    Evaluation one = evaluate(pair(2, 2, new Weights(false, Set.of("b"), Set.of())));
    assertEquals(List.of("b"), one.residence().residents().stream().map(Residence.Resident::layer).toList());
    Evaluation other = evaluate(pair(2, 2, new Weights(true, Set.of(), Set.of("b"))));
    assertEquals(List.of("a"), other.residence().residents().stream().map(Residence.Resident::layer).toList());
    assertEquals("A layer's weights cannot both stay and be loaded anew: [a] and [a].",
        assertThrows(IllegalArgumentException.class, () -> new Weights(true, Set.of("a"), Set.of("a"))).getMessage());
  }

  @Test
  void aCertificateOfOtherResidentsIsRejected() {
    Study study = pair(2, 3, new Weights(true, Set.of("a"), Set.of()));
    Certificate truth = Certificate.of(evaluate(study));
    assertTrue(check(study, truth).isAccepted());
    WeightsClaim claim = truth.weights();
    WeightsClaim.Resident a = claim.residents().getFirst();
    WeightsClaim.Resident b = claim.residents().getLast();
    assertEquals(2, claim.residents().size());
    assertWrong("/weights/asked", pair(2, 3, Weights.RESIDENT), truth, claim);
    assertWrong("/weights/residents", study, truth, new WeightsClaim(claim.asked(), List.of(b), claim.others()));
    assertWrong("/weights/residents/1/layer", study, truth, residents(claim, a, a));
    assertWrong("/weights/residents/0/macros", study, truth, residents(claim, with(a, List.of(2), 2), b));
    assertWrong("/weights/residents/0/macros", study, truth, residents(claim, with(a, List.of(0, 0), 1), b));
    assertWrong("/weights/residents/0/macros", study, truth, residents(claim, with(a, List.of(), 1), b));
    assertWrong("/weights/residents/0/weightsPerMultiplier", study, truth, residents(claim, with(a, a.macros(), 4), b));
    assertWrong("/weights/residents/1/weightsPerMultiplier", study, truth,
        residents(claim, with(a, List.of(0), 2), with(b, List.of(0), 2)));
    assertWrong("/weights/others", study, truth,
        new WeightsClaim(claim.asked(), claim.residents(), Optional.of(new CellUse(1, 1, false))));
    assertWrong("/weights/residents/0/loadPj", study, truth, residents(claim,
        new WeightsClaim.Resident("a", a.macros(), a.weightsPerMultiplier(), a.loadPj() * 1.001, a.loadCycles()), b));
    assertWrong("/weights/residents/0/loadCycles", study, truth, residents(claim,
        new WeightsClaim.Resident("a", a.macros(), a.weightsPerMultiplier(), a.loadPj(), a.loadCycles() + 1), b));
  }

  @Test
  void cellsForTheOtherLayersAreCheckedToo() {
    Study study = pair(1, 3, Weights.RESIDENT);
    Certificate truth = Certificate.of(evaluate(study));
    assertTrue(check(study, truth).isAccepted());
    WeightsClaim claim = truth.weights();
    assertWrong("/weights/others/macros", study, truth,
        new WeightsClaim(claim.asked(), claim.residents(), Optional.of(new CellUse(1, 2, false))));
    assertWrong("/weights/others", study, truth, new WeightsClaim(claim.asked(), claim.residents(), Optional.empty()));
    Certificate loaded = Certificate.of(evaluate(pair(1, 3, Weights.RELOADED)));
    assertEquals("/weights/asked", firstWrong(study, loaded, loaded.weights()));
    assertTrue(firstWrong(study, truth, new WeightsClaim(claim.asked(), List.of(), Optional.empty())).startsWith("/layers/"));
  }

  private static WeightsClaim residents(WeightsClaim claim, WeightsClaim.Resident... residents) {
    return new WeightsClaim(claim.asked(), List.of(residents), claim.others());
  }

  private static WeightsClaim.Resident with(WeightsClaim.Resident of, List<Integer> macros, int weights) {
    return new WeightsClaim.Resident(of.layer(), macros, weights, of.loadPj(), of.loadCycles());
  }

  private static void assertWrong(String pointer, Study study, Certificate truth, WeightsClaim claim) {
    assertEquals(pointer, firstWrong(study, truth, claim));
  }

  private static String firstWrong(Study study, Certificate truth, WeightsClaim claim) {
    var claimed = new Certificate(truth.objective(), truth.network(), truth.architecture(), truth.architectureHash(),
        truth.space(), truth.activations(), truth.tensors(), truth.layers(), claim);
    return check(study, claimed).discrepancies().getFirst().pointer();
  }
}
