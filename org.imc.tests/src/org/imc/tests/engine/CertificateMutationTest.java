package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Activations;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Sharing;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.Discrepancy;
import org.imc.engine.certificate.LayerCertificate;
import org.imc.engine.certificate.TensorClaim;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LatencyBreakdown.Exchange;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.result.SearchReport;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

/** Each line of a certificate in turn is made wrong, and found to be wrong where it is. */
class CertificateMutationTest {

  private static final Study STUDY = study();
  private static final Certificate TRUE = Certificate.of(
      Engine.withThreads(1).evaluate(STUDY, Progress.NONE, Cancellation.NEVER));
  private static final LayerCertificate LAYER = TRUE.layers().getFirst();

  private static Study study() {
    var architecture = MapperProblem.architecture(MapperProblem.digital(16, 16, 2, 4, 4, 1), 2,
        MapperProblem.memory("ireg", 4, Sharing.PER_ROW, 0, 0.01, 4, Operand.INPUT),
        MapperProblem.memory("buffer", 1400, Sharing.GLOBAL, 0.1, 0.2, 32, Operand.INPUT, Operand.OUTPUT),
        MapperProblem.memory("dram", 1 << 20, Sharing.GLOBAL, 3, 4, 16, Operand.values()));
    return MapperProblem.study(architecture, Objective.EDP,
        MapperProblem.layer("l", new Precision(4, 4, 16, 4), 1, 1, 1, 1, 12, 8, 6, 6, 3, 3));
  }

  private static Verdict check(Certificate certificate) {
    return new CertificateChecker(CertificateChecker.USUAL_LIMIT)
        .check(STUDY, certificate, Progress.NONE, Cancellation.NEVER);
  }

  /** Assert that a layer is rejected, for a line first. */
  private static void assertWrong(String pointer, LayerCertificate layer) {
    List<Discrepancy> found = check(with(layer)).discrepancies();
    assertFalse(found.isEmpty(), "nothing is wrong at " + pointer);
    assertEquals("/layers/0" + pointer, found.getFirst().pointer(), found::toString);
  }

  /** Assert that a layer is rejected, for this line alone. */
  private static void assertOnlyWrong(String pointer, LayerCertificate layer) {
    assertWrong(pointer, layer);
    assertEquals(1, check(with(layer)).discrepancies().size());
  }

  private static Certificate with(LayerCertificate layer) {
    return new Certificate(TRUE.objective(), TRUE.network(), TRUE.architecture(), TRUE.architectureHash(), TRUE.space(),
        TRUE.activations(), TRUE.tensors(), List.of(layer));
  }

  private static LayerCertificate with(Mapping mapping) {
    return new LayerCertificate(LAYER.layer(), LAYER.hash(), mapping, LAYER.energy(), LAYER.energyPj(), LAYER.latency(),
        LAYER.latencyCycles(), LAYER.bounds(), LAYER.search());
  }

  private static LayerCertificate with(EnergyBreakdown energy, double total) {
    return new LayerCertificate(LAYER.layer(), LAYER.hash(), LAYER.mapping(), energy, total, LAYER.latency(),
        LAYER.latencyCycles(), LAYER.bounds(), LAYER.search());
  }

  private static LayerCertificate with(LatencyBreakdown latency, double total) {
    return new LayerCertificate(LAYER.layer(), LAYER.hash(), LAYER.mapping(), LAYER.energy(), LAYER.energyPj(), latency,
        total, LAYER.bounds(), LAYER.search());
  }

  private static LayerCertificate with(LowerBounds bounds, SearchReport search) {
    return new LayerCertificate(LAYER.layer(), LAYER.hash(), LAYER.mapping(), LAYER.energy(), LAYER.energyPj(),
        LAYER.latency(), LAYER.latencyCycles(), bounds, search);
  }

  @Test
  void theTrueOneIsAccepted() {
    Verdict verdict = check(TRUE);
    assertTrue(verdict.isAccepted(), verdict::toString);
    assertTrue(LAYER.mapping().temporal().loops().size() > 2, "there is something to change");
  }

  @Test
  void eachPartOfTheEnergy() {
    List<EnergyPart> parts = LAYER.energy().parts();
    for (int i = 0; i < parts.size(); i++) {
      List<EnergyPart> wrong = new ArrayList<>(parts);
      EnergyPart part = parts.get(i);
      wrong.set(i, new EnergyPart(part.component(), part.transfer(), part.pj() * (1 + 1e-8) + 1e-6));
      assertOnlyWrong("/energy/parts/%d/energyPj".formatted(i), with(new EnergyBreakdown(wrong), LAYER.energyPj()));
      if (part.pj() > 0) {
        wrong.remove(i);
        assertOnlyWrong("/energy/parts", with(new EnergyBreakdown(wrong), LAYER.energyPj()));
      }
      wrong = new ArrayList<>(parts);
      wrong.add(part);
      assertOnlyWrong("/energy/parts/%d".formatted(parts.size()), with(new EnergyBreakdown(wrong), LAYER.energyPj()));
    }
    assertOnlyWrong("/energy/totalPj", with(LAYER.energy(), LAYER.energyPj() * (1 - 1e-8)));
    assertOnlyWrong("/energy/totalPj", with(LAYER.energy(), Double.NaN));
  }

  @Test
  void eachPartOfTheLatency() {
    LatencyBreakdown it = LAYER.latency();
    assertOnlyWrong("/latency/computeCycles", with(latency(it.computeCycles() + 1, it.weightWriteCycles(),
        it.overlappedWriteCycles(), it.exchanges(), it.ports(), it.clockPeriodNs()), LAYER.latencyCycles()));
    assertOnlyWrong("/latency/accessCycles", with(new LatencyBreakdown(it.computeCycles(), it.accessCycles() + 1,
        it.weightWriteCycles(), it.overlappedWriteCycles(), it.exchanges(), it.ports(), it.clockPeriodNs()),
        LAYER.latencyCycles()));
    assertOnlyWrong("/latency/weightWriteCycles", with(latency(it.computeCycles(), it.weightWriteCycles() - 1,
        it.overlappedWriteCycles(), it.exchanges(), it.ports(), it.clockPeriodNs()), LAYER.latencyCycles()));
    assertOnlyWrong("/latency/overlappedWriteCycles", with(latency(it.computeCycles(), it.weightWriteCycles(),
        it.overlappedWriteCycles() + 1, it.exchanges(), it.ports(), it.clockPeriodNs()), LAYER.latencyCycles()));
    assertOnlyWrong("/latency/clockPeriodNs", with(latency(it.computeCycles(), it.weightWriteCycles(),
        it.overlappedWriteCycles(), it.exchanges(), it.ports(), it.clockPeriodNs() * 2), LAYER.latencyCycles()));
    assertOnlyWrong("/latency/totalCycles", with(it, LAYER.latencyCycles() - 1));
    for (int i = 0; i < it.ports().size(); i++) {
      PortLoad load = it.ports().get(i);
      assertPortWrong(i, "busyCycles", new PortLoad(load.level(), load.port(), load.cycles() * 0.5, load.endCycles()));
      assertPortWrong(i, "endCycles", new PortLoad(load.level(), load.port(), load.cycles(), load.endCycles() + 1));
    }
  }

  private static LatencyBreakdown latency(long compute, long weightWrite, long overlapped, List<Exchange> exchanges,
      List<PortLoad> ports, double clockPeriodNs) {
    return new LatencyBreakdown(compute, LAYER.latency().accessCycles(), weightWrite, overlapped, exchanges, ports, clockPeriodNs);
  }

  private static void assertPortWrong(int port, String line, PortLoad wrong) {
    LatencyBreakdown it = LAYER.latency();
    List<PortLoad> ports = new ArrayList<>(it.ports());
    ports.set(port, wrong);
    assertOnlyWrong("/latency/ports/%d/%s".formatted(port, line), with(latency(it.computeCycles(), it.weightWriteCycles(),
        it.overlappedWriteCycles(), it.exchanges(), ports, it.clockPeriodNs()), LAYER.latencyCycles()));
  }

  @Test
  void eachExchange() {
    List<Exchange> exchanges = LAYER.latency().exchanges();
    assertEquals(List.of("cells", "ireg", "buffer", "buffer"), exchanges.stream().map(Exchange::place).toList());
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange it = exchanges.get(i);
      assertExchangeWrong(i, "place", new Exchange("dram", it.operand(), it.endCycles(), it.waitCycles()));
      assertExchangeWrong(i, "endCycles", new Exchange(it.place(), it.operand(), it.endCycles() + 1, it.waitCycles()));
      assertExchangeWrong(i, "waitCycles", new Exchange(it.place(), it.operand(), it.endCycles(), it.waitCycles() + 1));
      assertExchangeWrong(i, "operand", new Exchange(it.place(),
          it.operand() == Operand.INPUT ? Operand.OUTPUT : Operand.INPUT, it.endCycles(), it.waitCycles()));
    }
    assertOnlyWrong("/latency/exchanges", withExchanges(exchanges.subList(0, exchanges.size() - 1)));
  }

  private static void assertExchangeWrong(int exchange, String line, Exchange wrong) {
    List<Exchange> exchanges = new ArrayList<>(LAYER.latency().exchanges());
    exchanges.set(exchange, wrong);
    assertOnlyWrong("/latency/exchanges/%d/%s".formatted(exchange, line), withExchanges(exchanges));
  }

  private static LayerCertificate withExchanges(List<Exchange> exchanges) {
    LatencyBreakdown it = LAYER.latency();
    return with(latency(it.computeCycles(), it.weightWriteCycles(), it.overlappedWriteCycles(), exchanges, it.ports(),
        it.clockPeriodNs()), LAYER.latencyCycles());
  }

  @Test
  void eachBoundAndCount() {
    LowerBounds bounds = LAYER.bounds();
    SearchReport search = LAYER.search();
    assertOnlyWrong("/bounds/energyPj", with(new LowerBounds(bounds.energyPj() * 1.001, bounds.latencyCycles()), search));
    assertOnlyWrong("/bounds/latencyCycles", with(new LowerBounds(bounds.energyPj(), bounds.latencyCycles() - 1), search));
    assertOnlyWrong("/search/spatialCandidates", with(bounds, new SearchReport(
        0, false, search.spatialCandidates() + 1, search.spatialSearched(), search.orderings(), search.labels())));
    assertOnlyWrong("/search/spatialSearched", with(bounds, new SearchReport(
        0, false, search.spatialCandidates(), 0, search.orderings(), search.labels())));
    assertOnlyWrong("/search/constrained", with(bounds, new SearchReport(
        0, true, search.spatialCandidates(), search.spatialSearched(), search.orderings(), search.labels())));
    assertOnlyWrong("/search", with(bounds, null));
  }

  @Test
  void eachUnrolling() {
    SpatialMapping spatial = LAYER.mapping().spatial();
    assertOnlyWrong("/mapping/spatial/columns", with(new Mapping(
        new SpatialMapping(List.of(new Loop(LoopDim.K, 12)), spatial.rows(), spatial.macros()), LAYER.mapping().temporal())));
    assertOnlyWrong("/mapping/spatial/rows/0/dim", with(new Mapping(
        new SpatialMapping(spatial.columns(), List.of(new Loop(LoopDim.K, 2)), spatial.macros()),
        LAYER.mapping().temporal())));
    assertWrong("/mapping/spatial/macros/0/dim", with(new Mapping(
        new SpatialMapping(spatial.columns(), spatial.rows(), List.of(new Loop(LoopDim.C, 2))),
        LAYER.mapping().temporal())));
    assertWrong("/mapping/temporal", with(new Mapping(
        new SpatialMapping(List.of(), spatial.rows(), spatial.macros()), LAYER.mapping().temporal())));
    assertOnlyWrong("/mapping", with((Mapping) null));
  }

  @Test
  void eachLoop() {
    TemporalMapping temporal = LAYER.mapping().temporal();
    for (int i = 0; i < temporal.loops().size(); i++) {
      List<Loop> loops = new ArrayList<>(temporal.loops());
      loops.set(i, new Loop(loops.get(i).dim(), loops.get(i).size() + 1));
      assertOnlyWrong("/mapping/temporal", with(new Mapping(
          LAYER.mapping().spatial(), new TemporalMapping(loops, temporal.cuts()))));
    }
  }

  @Test
  void anotherOrderOrCutHasOtherCostsOrCostsTheSame() {
    TemporalMapping temporal = LAYER.mapping().temporal();
    int rejected = 0;
    for (int i = 1; i < temporal.loops().size(); i++) {
      List<Loop> loops = new ArrayList<>(temporal.loops());
      loops.add(i - 1, loops.remove(i));
      rejected += judge(new TemporalMapping(loops, temporal.cuts()));
    }
    for (Operand operand : Operand.values()) {
      for (int i = 0; i < temporal.cuts().get(operand).size(); i++) {
        for (int move : new int[] {-1, 1}) {
          List<Integer> cuts = new ArrayList<>(temporal.cuts().get(operand));
          cuts.set(i, cuts.get(i) + move);
          Map<Operand, List<Integer>> all = new EnumMap<>(temporal.cuts());
          all.put(operand, cuts);
          boolean rises = cuts.equals(cuts.stream().sorted().toList());
          rejected += rises && cuts.getFirst() >= 0 && cuts.getLast() <= temporal.loops().size()
              ? judge(new TemporalMapping(temporal.loops(), all)) : 0;
        }
      }
    }
    assertTrue(rejected >= 8, "only %d are rejected".formatted(rejected));
  }

  /** Return 1 when a mapping is rejected, which it must be unless it costs and keeps what the true one does. */
  private static int judge(TemporalMapping temporal) {
    var mapping = new Mapping(LAYER.mapping().spatial(), temporal);
    var layer = (MacLayer) STUDY.network().layers().getFirst();
    var cost = LayerCost.of(STUDY.architecture(), layer, mapping);
    boolean same = cost.energy().equals(LAYER.energy()) && cost.latency().equals(LAYER.latency())
        && MemoryUse.fits(STUDY.architecture(), layer, mapping);
    List<Discrepancy> found = check(with(with(mapping))).discrepancies();
    assertEquals(same, found.isEmpty(), () -> "%s: %s".formatted(temporal, found));
    assertTrue(found.stream().allMatch(each -> each.pointer().matches("/layers/0/(energy|latency|mapping)/.*")));
    return found.isEmpty() ? 0 : 1;
  }

  @Test
  void namesHashesAndTheSpace() {
    assertOnlyWrong("/name", new LayerCertificate("x", LAYER.hash(), LAYER.mapping(), LAYER.energy(), LAYER.energyPj(),
        LAYER.latency(), LAYER.latencyCycles(), LAYER.bounds(), LAYER.search()));
    assertOnlyWrong("/sha256", new LayerCertificate(LAYER.layer(), "0".repeat(64), LAYER.mapping(), LAYER.energy(),
        LAYER.energyPj(), LAYER.latency(), LAYER.latencyCycles(), LAYER.bounds(), LAYER.search()));
    assertStudyWrong("/objective", new Certificate(Objective.ENERGY, TRUE.network(), TRUE.architecture(),
        TRUE.architectureHash(), TRUE.space(), TRUE.activations(), TRUE.tensors(), TRUE.layers()));
    assertStudyWrong("/network", new Certificate(TRUE.objective(), "x", TRUE.architecture(),
        TRUE.architectureHash(), TRUE.space(), TRUE.activations(), TRUE.tensors(), TRUE.layers()));
    assertStudyWrong("/architecture/name", new Certificate(TRUE.objective(), TRUE.network(), "x",
        TRUE.architectureHash(), TRUE.space(), TRUE.activations(), TRUE.tensors(), TRUE.layers()));
    assertStudyWrong("/architecture/sha256", new Certificate(TRUE.objective(), TRUE.network(), TRUE.architecture(),
        "f".repeat(64), TRUE.space(), TRUE.activations(), TRUE.tensors(), TRUE.layers()));
    assertStudyWrong("/space", new Certificate(TRUE.objective(), TRUE.network(), TRUE.architecture(),
        TRUE.architectureHash(), "some of it", TRUE.activations(), TRUE.tensors(), TRUE.layers()));
    assertStudyWrong("/activations", new Certificate(TRUE.objective(), TRUE.network(), TRUE.architecture(),
        TRUE.architectureHash(), TRUE.space(), Activations.OUTERMOST, TRUE.tensors(), TRUE.layers()));
    assertStudyWrong("/tensors", new Certificate(TRUE.objective(), TRUE.network(), TRUE.architecture(),
        TRUE.architectureHash(), TRUE.space(), TRUE.activations(), List.of(new TensorClaim("l", Optional.empty())),
        TRUE.layers()));
    assertStudyWrong("/layers", new Certificate(TRUE.objective(), TRUE.network(), TRUE.architecture(),
        TRUE.architectureHash(), TRUE.space(), TRUE.activations(), TRUE.tensors(), List.of()));
  }

  private static void assertStudyWrong(String pointer, Certificate certificate) {
    assertEquals(List.of(pointer), check(certificate).discrepancies().stream().map(Discrepancy::pointer).toList());
  }

  @Test
  void theMessageNamesWhatIsFoundAndWhatShouldBe() {
    String message = check(with(with(LAYER.energy(), 1))).discrepancies().getFirst().message();
    assertTrue(message.matches("The energy in pJ is 1\\.0, but should be [0-9.]+\\."), message);
    double shouldBe = Double.parseDouble(message.substring(message.lastIndexOf(' ') + 1, message.length() - 1));
    assertEquals(LAYER.energyPj(), shouldBe, 1e-9 * shouldBe);
  }
}
