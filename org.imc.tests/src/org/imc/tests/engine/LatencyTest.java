package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LatencyBreakdown.Exchange;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.NamedPart;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.junit.jupiter.api.Test;

/** The time of the layer of {@link LayerCostTest}, by hand: 32 activations of 4 cycles, OX 4, C 2, OY 2, K 2 in time. */
class LatencyTest {

  private static final MapperProblem PROBLEM = new MapperProblem(LayerCostTest.ARCHITECTURE, LayerCostTest.LAYER);

  private static LatencyBreakdown latency(MapperProblem problem) {
    return latency(problem, LayerCostTest.MAPPING);
  }

  private static LatencyBreakdown latency(MapperProblem problem, Mapping mapping) {
    return LayerCost.of(problem.architecture(), problem.layer(), mapping).latency();
  }

  private static Exchange exchange(LatencyBreakdown latency, String place, Operand operand) {
    return latency.exchanges().stream()
        .filter(each -> each.place().equals(place) && each.operand() == operand).findFirst().orElseThrow();
  }

  private static double total(NamedPart... parts) {
    double total = 0;
    for (NamedPart part : parts) {
      total += part.value();
    }
    return total;
  }

  @Test
  void firstTilesFillAndLastOutputsDrain() {
    LatencyBreakdown latency = latency(PROBLEM);

    assertEquals(32 * 4, latency.computeCycles());
    assertEquals(3 * 7, latency.weightWriteCycles()); // 3 rows, 8 tiles, the first of which fills
    assertEquals(0, latency.overlappedWriteCycles());
    assertEquals(List.of(
        new Exchange("cells", Operand.WEIGHT, 3, 0), // 6 weights of 4 bits take the dram 3 cycles, as long as 3 rows
        new Exchange("ireg", Operand.INPUT, 1, 0), // a word for each row: 4 bits into each, 12 bits of 32 out of the sram
        new Exchange("sram", Operand.INPUT, 12, 0), // all 24 words at 8 bits a cycle out of the dram
        new Exchange("oreg", Operand.OUTPUT, 8 / 32.0, 0), // 2 outputs of 4 bits
        new Exchange("sram", Operand.OUTPUT, 8, 0)), latency.exchanges()); // 16 of 32 outputs of 4 bits into the dram
    assertEquals(16, latency.fillCycles());
    assertEquals(8.25, latency.drainCycles());
    assertEquals(0, latency.waitCycles());
    assertEquals(128 + 21 + 16 + 8.25, latency.totalCycles());
  }

  @Test
  void portsAreBusyWithTrafficOfWhichTheEndsAreNoLongerInTheWay() {
    assertEquals(List.of(
        new PortLoad("ireg", 0, 384 / (4.0 * 3), 0), // three rows share the work; the array reads
        new PortLoad("ireg", 1, 384 / (4.0 * 3), 1),
        new PortLoad("oreg", 0, 896 / (16.0 * 2), 8 / (16.0 * 2)), // two outputs
        new PortLoad("oreg", 1, 896 / (16.0 * 2), 0),
        new PortLoad("sram", 0, 896 / 32.0, (12 + 64) / 32.0),
        new PortLoad("sram", 1, 608 / 32.0, (96 + 8) / 32.0),
        new PortLoad("dram", 0, 288 / 8.0, (24 + 96) / 8.0),
        new PortLoad("dram", 1, 128 / 8.0, 64 / 8.0)), latency(PROBLEM).ports());
  }

  @Test
  void theArrayWaitsForWhatDoesNotOverlap() {
    LatencyBreakdown latency = latency(PROBLEM.withBandwidth("dram", 1));

    // Weights: 24 cycles to read a tile, 3 of which write rows; nothing is computed meanwhile. 8 tiles.
    assertEquals(new Exchange("cells", Operand.WEIGHT, 24, 7 * 21), exchange(latency, "cells", Operand.WEIGHT));
    // Outputs: 64 cycles to write a tile; one pass over its words, OX 4 x OY 2, is 8 activations of 4 cycles. 2 tiles.
    assertEquals(new Exchange("sram", Operand.OUTPUT, 64, 64 - 32), exchange(latency, "sram", Operand.OUTPUT));
    // Inputs: one tile, which nothing replaces.
    assertEquals(new Exchange("sram", Operand.INPUT, 96, 0), exchange(latency, "sram", Operand.INPUT));
    assertEquals(128 + 21 + (7 * 21 + 32) + (24 + 1 + 96) + (64 + 0.25), latency.totalCycles());
  }

  @Test
  void theLengthOfAPassDoesNotDependOnTheOrderOfLoops() {
    Loop[] inside = {new Loop(LoopDim.OX, 4), new Loop(LoopDim.C, 2), new Loop(LoopDim.OY, 2)};
    var cuts = Map.of(Operand.WEIGHT, List.of(0), Operand.INPUT, List.of(0, 3), Operand.OUTPUT, List.of(0, 3));
    for (int[] order : new int[][] {{0, 1, 2}, {1, 0, 2}, {2, 0, 1}, {1, 2, 0}}) {
      var temporal = new TemporalMapping(
          List.of(inside[order[0]], inside[order[1]], inside[order[2]], new Loop(LoopDim.K, 2)), cuts);
      LatencyBreakdown latency =
          latency(PROBLEM.withBandwidth("dram", 1), new Mapping(LayerCostTest.MAPPING.spatial(), temporal));
      assertEquals(new Exchange("sram", Operand.OUTPUT, 64, 32), exchange(latency, "sram", Operand.OUTPUT));
    }
  }

  @Test
  void aDoubleBufferedMemoryLimitsByItsPortsAlone() {
    LatencyBreakdown latency = latency(PROBLEM.doubleBuffered().withBandwidth("dram", 1));

    assertEquals(new Exchange("sram", Operand.OUTPUT, 64, 0), exchange(latency, "sram", Operand.OUTPUT));
    assertEquals(7 * 21, latency.waitCycles()); // for the cells, which are not
    // The dram is read for 288 cycles, 24 + 96 of them to fill: less than the array takes.
    assertEquals(0, latency.stallCycles());

    LatencyBreakdown slow = latency(PROBLEM.doubleBuffered().withBandwidth("sram", 1));
    // The sram is read for 896 cycles, 12 of them to fill and 64 to drain; the array takes 149 meanwhile.
    assertEquals(896 - 12 - 64, slow.busiestPortCycles());
    assertEquals(820 - 149, slow.stallCycles());
    assertEquals(820 + slow.fillCycles() + slow.drainCycles(), slow.totalCycles());
  }

  @Test
  void anActivationTakesAsLongAsItsInputsAndSumsNeed() {
    LatencyBreakdown latency = latency(PROBLEM.withOnePort("oreg", 4));
    // The oreg takes 64 sums and gives back 32 of them: (32 x 12 + 32 x 4) + 32 x 12 bits, by 2 instances: 112 cycles at 4 bits
    // a cycle each, less than the 128 of computing.
    assertEquals(0, latency.accessCycles());
    assertEquals(896 / 4.0 - 128, latency(PROBLEM.withOnePort("oreg", 2)).accessCycles());
  }

  @Test
  void partialSumsGoUpAndComeBack() {
    // A tile of 2 partial sums of 12 bits each way, out of the oreg into the sram at 1 bit a cycle, in 4 cycles of computing.
    LatencyBreakdown two = latency(PROBLEM.withBandwidth("sram", 1));
    assertEquals(new Exchange("oreg", Operand.OUTPUT, 8, 31 * (24 - 4)), exchange(two, "oreg", Operand.OUTPUT));

    LatencyBreakdown one = latency(PROBLEM.withOnePort("sram", 1)); // both ways take turns
    assertEquals(new Exchange("oreg", Operand.OUTPUT, 8, 31 * (48 - 4)), exchange(one, "oreg", Operand.OUTPUT));
  }

  @Test
  void pingPongCellsAreWrittenBesideComputing() {
    var deep = new MapperProblem(MapperProblem.architecture(MapperProblem.digital(12, 8, 2, 4, 4, 1), 1,
        PROBLEM.architecture().memories().levels().toArray(MemoryLevel[]::new)), PROBLEM.layer());

    LatencyBreakdown single = latency(deep);
    LatencyBreakdown pingPong = latency(deep.pingPong());

    assertEquals(21, single.weightWriteCycles());
    assertEquals(0, pingPong.weightWriteCycles());
    assertEquals(7 * 3, pingPong.overlappedWriteCycles()); // the first tile is written before anything is computed
    assertEquals(new Exchange("cells", Operand.WEIGHT, 3, 0), exchange(pingPong, "cells", Operand.WEIGHT));
    assertEquals(single.totalCycles() - 21, pingPong.totalCycles());
  }

  @Test
  void pingPongCellsNeedTwoWeightsPerMultiplierAndATileHasHalfOfThem() {
    var message = assertThrows(IllegalArgumentException.class, () -> new MacroGeometry(8, 8, 1, 4, 4, 1).withPingPong());
    assertEquals("Ping-pong cells need at least 2 weights per multiplier, but there is 1. Maybe use 2 cells per multiplier.",
        message.getMessage());
    assertEquals(2, new MacroGeometry(8, 8, 4, 4, 4, 1).withPingPong().weightsPerTile());
    assertEquals(4, new MacroGeometry(8, 8, 4, 4, 4, 1).weightsPerTile());
  }

  @Test
  void partsHaveNamesAndSumToTheTotal() {
    LatencyBreakdown latency = latency(PROBLEM.withBandwidth("dram", 1));
    assertEquals(List.of("compute", "weight write", "cells wait weight", "sram wait output", "cells fill weight",
        "ireg fill input", "sram fill input", "oreg drain output", "sram drain output"),
        latency.parts().stream().map(NamedPart::name).toList());
    assertEquals(latency.totalCycles(), total(latency.parts().toArray(NamedPart[]::new)));
  }
}
