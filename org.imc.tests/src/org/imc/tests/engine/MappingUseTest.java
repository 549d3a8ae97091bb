package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.AccessCounts;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MappingUse;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.Loop;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.LevelUse.OperandUse;
import org.imc.engine.result.LevelUse.PortUse;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.junit.jupiter.api.Test;

/** Mappings explained level by level; the hand-counted layer is that of {@link LayerCostTest}. */
class MappingUseTest {

  private static LayerEvaluation evaluation(Architecture architecture) {
    LayerCost cost = LayerCost.of(architecture, LayerCostTest.LAYER, LayerCostTest.MAPPING);
    return new LayerEvaluation(LayerCostTest.LAYER, architecture, LayerCostTest.MAPPING, cost.energy(), cost.latency(),
        cost.spatialUtilization(), new LowerBounds(0, 0), null);
  }

  @Test
  void everyLevelIsExplainedAsCountedByHand() {
    List<LevelUse> levels = MappingUse.of(evaluation(LayerCostTest.ARCHITECTURE));

    List<Loop> loops = LayerCostTest.MAPPING.temporal().loops();
    assertEquals(List.of("cells", "ireg", "oreg", "sram", "dram"), levels.stream().map(LevelUse::level).toList());
    assertEquals(new LevelUse("cells", 1, 6 * 8, // 6 rows x 8 columns
        List.of(new OperandUse(Operand.WEIGHT, loops.subList(0, 1), 6, 24, 0, 0, 48, 192)), List.of()), levels.get(0));
    assertEquals(0.5, levels.get(0).capacityShare());
    assertEquals(3, levels.get(1).instances(), "a register a row");
    assertEquals(List.of(new OperandUse(Operand.INPUT, List.of(), 1, 4, 96, 384, 96, 384)), levels.get(1).operands());
    LevelUse sram = levels.get(3);
    assertEquals(List.of(
        new OperandUse(Operand.INPUT, loops.subList(0, 3), 24, 96, 96, 384, 24, 96),
        new OperandUse(Operand.OUTPUT, loops.subList(0, 3), 16, 192, 64, 512, 64, 512)), sram.operands());
    assertEquals(96 + 192, sram.keptBits());
    assertEquals(0.288, sram.capacityShare());
    assertEquals(sram.operands().get(1), sram.of(Operand.OUTPUT).orElseThrow());
    assertTrue(sram.of(Operand.WEIGHT).isEmpty());
    assertEquals(loops, levels.get(4).of(Operand.WEIGHT).orElseThrow().loopsInside(), "the last level keeps all");
  }

  @Test
  void aPortIsTooSlowWhenTheArrayWaitsForIt() {
    LevelUse dram = MappingUse.of(evaluation(LayerCostTest.ARCHITECTURE)).getLast();
    // 288 bits, less the 24 and 96 of the first tiles, in the 128 + 21 cycles in which the array works
    assertEquals(168.0 / (128 + 21), dram.ports().get(0).neededBitsPerCycle(), 1e-12);
    assertEquals(8, dram.ports().get(0).availableBitsPerCycle());
    assertFalse(dram.ports().get(0).isTooSlow());

    var narrow = new MapperProblem(LayerCostTest.ARCHITECTURE, LayerCostTest.LAYER).doubleBuffered().withBandwidth("sram", 1);
    PortUse port = MappingUse.of(evaluation(narrow.architecture())).get(3).ports().get(0);
    assertEquals(896, port.busyCycles());
    assertEquals((896.0 - 12 - 64) / (128 + 21), port.neededBitsPerCycle(), 1e-12); // the first inputs, the last outputs
    assertTrue(port.isTooSlow());
  }

  @Test
  void whatIsKeptAndMovedIsWhatCapacityAndCostCount() {
    int explained = 0;
    for (long seed = 0; seed < 300; seed++) {
      MapperProblem problem = MapperProblem.random(seed);
      var found = Engine.withThreads(1).evaluate(problem.study(Objective.EDP), Progress.NONE, Cancellation.NEVER);
      for (LayerEvaluation layer : found.layers()) {
        List<LevelUse> levels = MappingUse.of(layer);
        List<LevelUse> memories = levels.subList(1, levels.size());
        var mac = (MacLayer) layer.layer();
        assertEquals(MemoryUse.bits(problem.architecture(), mac, layer.mapping()),
            memories.stream().map(LevelUse::keptBits).toList(), () -> "seed of " + problem);
        assertTrue(levels.stream().allMatch(level -> level.capacityShare() <= 1), levels::toString);
        long moved = memories.stream().flatMap(level -> level.operands().stream())
            .mapToLong(use -> use.readBits() + use.writtenBits()).sum();
        assertEquals(AccessCounts.of(problem.architecture(), mac, layer.mapping()).traffic().stream()
            .mapToLong(AccessCounts.Traffic::bits).sum(), moved);
        assertEquals(layer.latency().stallCycles() > 0,
            memories.stream().flatMap(level -> level.ports().stream()).anyMatch(PortUse::isTooSlow), levels::toString);
        explained++;
      }
    }
    assertTrue(explained > 100, "only %d of the problems have a mapping".formatted(explained));
  }
}
