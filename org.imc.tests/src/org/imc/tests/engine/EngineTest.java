package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

class EngineTest {

  private static final Precision PRECISION = new Precision(8, 8, 24, 8);

  private static final Architecture CHIP = chip(1 << 17, 1L << 33);

  private static Architecture chip(long sramBits, long dramBits) {
    return MapperProblem.architecture(MapperProblem.digital(32, 32 * 8, 1, 8, 8, 1), 2,
        MapperProblem.memory("ireg", 8, Sharing.PER_ROW, 0, 0.01, 8, Operand.INPUT),
        MapperProblem.memory("oreg", 24, Sharing.PER_OUTPUT, 0, 0.01, 24, Operand.OUTPUT),
        MapperProblem.memory("sram", sramBits, Sharing.GLOBAL, 0.2, 0.25, 128, Operand.INPUT, Operand.OUTPUT),
        MapperProblem.memory("dram", dramBits, Sharing.GLOBAL, 3.7, 3.7, 64, Operand.values()));
  }

  private static MacLayer conv(String name, long k, long c, long size, long kernel) {
    return MapperProblem.layer(name, PRECISION, 1, 1, 1, 1, k, c, size, size, kernel, kernel);
  }

  private static ElementwiseLayer add(String name, long elements) {
    return new ElementwiseLayer(new ElementId(name), name, "add", 2 * elements, elements, PRECISION, List.of());
  }

  private static Evaluation evaluate(Study study) {
    return Engine.withThreads(1).evaluate(study, Progress.NONE, Cancellation.NEVER);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    MacLayer[] layers = {
      conv("a", 16, 3, 16, 3), conv("b", 16, 16, 16, 3), conv("c", 32, 16, 8, 3), conv("d", 32, 32, 8, 1),
      conv("b2", 16, 16, 16, 3), conv("e", 10, 64, 1, 1)
    };
    for (Objective objective : Objective.values()) {
      Study study = MapperProblem.study(CHIP, objective, layers);
      Evaluation one = evaluate(study);
      for (int threads : new int[] {2, 5}) {
        Evaluation many = Engine.withThreads(threads).evaluate(study, Progress.NONE, Cancellation.NEVER);
        assertEquals(one, many); // records of doubles: equal in every bit
      }
      assertEquals(one, evaluate(study));
    }
  }

  @Test
  void equalLayersHaveEqualResultsUnderTheirOwnNames() {
    Evaluation evaluation = evaluate(
        MapperProblem.study(CHIP, Objective.EDP, conv("first", 16, 16, 8, 3), conv("second", 16, 16, 8, 3)));

    LayerEvaluation first = evaluation.layers().get(0);
    LayerEvaluation second = evaluation.layers().get(1);
    assertEquals("first", first.layer().name());
    assertEquals("second", second.layer().name());
    assertEquals(first.mapping(), second.mapping());
    assertEquals(first.energy(), second.energy());
  }

  @Test
  void progressCountsEveryLayerOnceAndInOrder() {
    List<Integer> done = new ArrayList<>();
    List<String> names = new ArrayList<>();
    var inside = new AtomicInteger();
    Progress progress = (count, total, what) -> {
      assertEquals(1, inside.incrementAndGet(), "one call at a time");
      done.add(count);
      names.add(what);
      assertEquals(4, total);
      inside.decrementAndGet();
    };
    var network = new Network(new ElementId("n"), "n",
        List.of(conv("a", 4, 4, 4, 3), conv("b", 4, 4, 4, 3), add("sum", 64), conv("c", 8, 4, 2, 1)));

    Engine.withThreads(3).evaluate(
        new Study(new ElementId("s"), network, CHIP, Objective.ENERGY), progress, Cancellation.NEVER);

    assertEquals(List.of(1, 2, 3, 4), done);
    assertEquals(List.of("a", "b", "c", "sum"), names.stream().sorted().toList());
  }

  @Test
  void cancellingStopsALongSearchWithinASecond() {
    MacLayer huge = MapperProblem.layer("huge", PRECISION, 1, 1, 4, 1, 2310, 2310, 210, 210, 5, 5);
    Study study = MapperProblem.study(CHIP, Objective.EDP, huge);
    long start = System.nanoTime();
    Cancellation soon = () -> System.nanoTime() - start > Duration.ofMillis(200).toNanos();

    assertTimeoutPreemptively(Duration.ofMillis(1200), () -> assertThrows(
        CancellationException.class, () -> Engine.withThreads(2).evaluate(study, Progress.NONE, soon)));
  }

  @Test
  void cancellingStopsTheChoiceAmongAbsurdlyManyUnrollingsWithinASecond() {
    Architecture chip = chip(1 << 17, 1L << 50);
    var vast = new Architecture(chip.id(), chip.name(), chip.macro(), 65_536, chip.memories());
    MacLayer huge = MapperProblem.layer("huge", PRECISION, 1, 1, 1, 1, 1 << 24, 8, 1, 1, 1, 1);
    Study study = MapperProblem.study(vast, Objective.ENERGY, huge);
    long start = System.nanoTime();
    Cancellation soon = () -> System.nanoTime() - start > Duration.ofMillis(200).toNanos();

    assertTimeoutPreemptively(Duration.ofMillis(1200), () -> assertThrows(
        CancellationException.class, () -> Engine.withThreads(2).evaluate(study, Progress.NONE, soon)));
  }

  @Test
  void aMemoryThatIsTooSmallIsNamedWithTheSizeItNeeds() {
    MacLayer layer = conv("conv1", 16, 8, 8, 3); // 1152 weights, 800 inputs, 1024 outputs of 8 bits
    Evaluation evaluation = evaluate(MapperProblem.study(chip(1 << 17, 20_000), Objective.ENERGY, layer));

    assertTrue(evaluation.layers().isEmpty());
    assertEquals(List.of(new Finding(Finding.Severity.ERROR, "memory.too-small", new ElementId("dram"),
        "Memory 'dram' holds 20000 bits, 3808 fewer than layer 'conv1' needs there at least: 9216 bits for all weights "
            + "and 6400 bits for all inputs and 8192 bits for all outputs. Maybe set its size to at least 23808 bits.",
        Optional.of(new Finding.Remedy("size", "23808 bit")))), evaluation.findings());
  }

  @Test
  void aLayerThatPlainlyFitsNowhereIsNotSearchedFor() {
    var asked = new AtomicInteger();
    MacLayer large = MapperProblem.layer("large", PRECISION, 1, 1, 1, 1, 512, 512, 64, 64, 3, 3);
    Evaluation evaluation = Engine.withThreads(1).evaluate(
        MapperProblem.study(chip(1 << 17, 64), Objective.ENERGY, large), Progress.NONE,
        () -> asked.incrementAndGet() < 0);

    assertEquals("memory.too-small", evaluation.findings().getFirst().code());
    assertTrue(asked.get() < 10, () -> asked + " looks at the cancellation");
  }

  @Test
  void theSizeThatAFindingAdvisesIsEnough() {
    MacLayer layer = conv("conv1", 16, 8, 8, 3);

    assertTrue(evaluate(MapperProblem.study(chip(1 << 17, 23_808), Objective.ENERGY, layer)).isComplete());
    assertTrue(!evaluate(MapperProblem.study(chip(1 << 17, 23_807), Objective.ENERGY, layer)).isComplete());
  }

  @Test
  void partialSumsThatFitNowhereAreAFinding() {
    Architecture narrow = MapperProblem.architecture(MapperProblem.digital(32, 32 * 8, 1, 8, 8, 1), 1,
        MapperProblem.memory("oreg", 16, Sharing.PER_OUTPUT, 0, 0.01, 24, Operand.OUTPUT),
        MapperProblem.memory("dram", 1L << 33, Sharing.GLOBAL, 3.7, 3.7, 64, Operand.values()));

    Evaluation evaluation = evaluate(MapperProblem.study(narrow, Objective.ENERGY, conv("conv1", 16, 64, 8, 1)));

    assertEquals(List.of("Memory 'oreg' holds 16 bits, 8 fewer than layer 'conv1' needs there at least: 24 bits for a tile "
        + "of its outputs. Maybe set its size to at least 24 bits."), evaluation.findings().stream().map(Finding::message).toList());
    assertTrue(evaluate(MapperProblem.study(narrow, Objective.ENERGY, conv("conv1", 16, 32, 8, 1))).isComplete(),
        "32 channels are added at once");
  }

  @Test
  void otherLayersAreMappedWhenOneDoesNotFit() {
    Evaluation evaluation = evaluate(MapperProblem.study(chip(1 << 17, 20_000), Objective.ENERGY,
        conv("fits", 4, 4, 4, 3), conv("large", 16, 8, 8, 3), conv("too", 8, 4, 4, 1)));

    assertEquals(List.of("fits", "too"), evaluation.layers().stream().map(l -> l.layer().name()).toList());
    assertEquals(1, evaluation.findings().size());
  }

  @Test
  void operandsWiderThanTheMacroAreAFinding() {
    MacLayer wide = MapperProblem.layer("wide", new Precision(16, 8, 32, 8), 1, 1, 1, 1, 4, 4, 1, 1, 1, 1);

    Finding finding = evaluate(MapperProblem.study(CHIP, Objective.ENERGY, wide)).findings().getFirst();

    assertEquals("layer.precision", finding.code());
    assertEquals(new ElementId("wide"), finding.element());
    assertEquals("Layer 'wide' has weights of 16 bits, but macro 'm' takes at most 8 bits. Maybe use a macro with 16 bits.",
        finding.message());
  }

  @Test
  void countsBeyond64BitsAreAFindingNotAWrongNumber() {
    long prime = 3_000_017; // its cube exceeds 2^63
    MacLayer layer = MapperProblem.layer("vast", PRECISION, 1, 1, prime, 1, prime, prime, 1, 1, 1, 1);

    Finding finding = evaluate(MapperProblem.study(CHIP, Objective.ENERGY, layer)).findings().getFirst();

    assertEquals("layer.too-large", finding.code());
    assertEquals(new ElementId("vast"), finding.element());
  }

  @Test
  void aMemoryThatCannotServeAnOperandIsAFinding() {
    Architecture wrong = MapperProblem.architecture(MapperProblem.digital(32, 32 * 8, 1, 8, 8, 1), 1,
        MapperProblem.memory("wreg", 8, Sharing.PER_ROW, 0, 0.01, 8, Operand.WEIGHT),
        MapperProblem.memory("dram", 1L << 33, Sharing.GLOBAL, 3.7, 3.7, 64, Operand.values()));

    Evaluation evaluation = evaluate(MapperProblem.study(wrong, Objective.ENERGY, conv("a", 4, 4, 4, 1)));

    assertTrue(evaluation.layers().isEmpty());
    assertEquals("memory.sharing", evaluation.findings().getFirst().code());
    assertEquals(
        "Memory 'wreg' stands once per row and cannot serve weights. Maybe place it once per macro.",
        evaluation.findings().getFirst().message());
  }

  @Test
  void elementwiseLayersAreMovedThroughTheLowestSharedMemory() {
    var network = new Network(new ElementId("n"), "n", List.of(add("sum", 100)));

    LayerEvaluation layer = evaluate(new Study(new ElementId("s"), network, CHIP, Objective.ENERGY)).layers().getFirst();

    assertNull(layer.mapping());
    assertNull(layer.search());
    assertEquals(200 * 8 * (3.7 + 0.25 + 0.2) + 100 * 8 * (0.25 + 0.2 + 3.7), layer.energy().totalPj(), 1e-9); // dram, sram
    assertEquals(200 * 8 / 64.0, layer.latency().totalCycles(), 1e-9); // the inputs come from the dram
    assertEquals(layer.energy().totalPj(), layer.bounds().energyPj());
  }

  @Test
  void areaCountsEveryMacroAndEveryInstanceOfAMemory() {
    MemoryLevel register = new MemoryLevel(new ElementId("ireg"), "ireg", 8, Set.of(Operand.INPUT),
        Sharing.PER_ROW, CHIP.memories().levels().getFirst().ports(), 0, 0.01, 1e-6);
    MemoryLevel sram = new MemoryLevel(new ElementId("sram"), "sram", 1L << 33, Set.of(Operand.values()),
        Sharing.GLOBAL, CHIP.memories().levels().getFirst().ports(), 0.1, 0.1, 0.5);
    Architecture chip = MapperProblem.architecture(CHIP.macro(), 2, register, sram);

    Evaluation evaluation = evaluate(MapperProblem.study(chip, Objective.ENERGY, conv("a", 4, 4, 4, 1)));

    double macro = Engine.macroCost(CHIP.macro()).area().totalMm2();
    assertEquals(2 * macro + 2 * 32 * 1e-6 + 0.5, evaluation.area().totalMm2(), 1e-12);
  }
}
