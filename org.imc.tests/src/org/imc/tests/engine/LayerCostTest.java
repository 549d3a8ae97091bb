package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.AccessCounts;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Transfer.Direction;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

/**
 * One layer counted by hand: K 4, C 2, OY 2, OX 4, FX 3 on an array of 6 inputs by 2 outputs. K 2 on the columns and FX 3 on
 * the rows; in time, innermost first, OX 4, C 2, OY 2, K 2: 32 activations of 4 cycles. Weights and inputs have 4 bits,
 * partial sums 12, outputs 4.
 */
class LayerCostTest {

  private static final Macro MACRO = MapperProblem.digital(6, 8, 1, 4, 4, 1);

  static final Architecture ARCHITECTURE = MapperProblem.architecture(MACRO, 1,
      MapperProblem.memory("ireg", 4, Sharing.PER_ROW, 0.001, 0.002, 4, Operand.INPUT),
      MapperProblem.memory("oreg", 12, Sharing.PER_OUTPUT, 0.003, 0.004, 16, Operand.OUTPUT),
      MapperProblem.memory("sram", 1000, Sharing.GLOBAL, 0.01, 0.02, 32, Operand.INPUT, Operand.OUTPUT),
      MapperProblem.memory("dram", 10_000, Sharing.GLOBAL, 1, 2, 8, Operand.values()));

  static final MacLayer LAYER =
      MapperProblem.layer("conv", new Precision(4, 4, 12, 4), 1, 1, 1, 1, 4, 2, 2, 4, 1, 3);

  static final Mapping MAPPING = new Mapping(
      new SpatialMapping(List.of(new Loop(LoopDim.K, 2)), List.of(new Loop(LoopDim.FX, 3)), List.of()),
      new TemporalMapping(
          List.of(new Loop(LoopDim.OX, 4), new Loop(LoopDim.C, 2), new Loop(LoopDim.OY, 2), new Loop(LoopDim.K, 2)),
          Map.of(
              Operand.WEIGHT, List.of(1), // cells | dram: OX runs inside the cells
              Operand.INPUT, List.of(0, 3), // ireg | sram | dram: all but K runs inside the sram
              Operand.OUTPUT, List.of(0, 3)))); // oreg | sram | dram

  private static long words(AccessCounts counts, String level, Operand operand, Direction direction) {
    return traffic(counts, level, operand, direction).words();
  }

  private static long bits(AccessCounts counts, String level, Operand operand, Direction direction) {
    return traffic(counts, level, operand, direction).bits();
  }

  private static AccessCounts.Traffic traffic(
      AccessCounts counts, String level, Operand operand, Direction direction) {
    List<AccessCounts.Traffic> found = counts.traffic().stream()
        .filter(t -> t.transfer().level().equals(level) && t.transfer().operand() == operand
            && t.transfer().direction() == direction)
        .toList();
    assertEquals(1, found.size(), "one stream for each level, operand and direction");
    return found.getFirst();
  }

  @Test
  void weightsAreCountedAsByHand() {
    AccessCounts counts = AccessCounts.of(ARCHITECTURE, LAYER, MAPPING);

    assertEquals(32, counts.activations());
    // A tile is K 2 x FX 3 = 6 weights. C, OY and K above the cut exchange it 8 times: 48 words, each weight twice.
    assertEquals(48, words(counts, "dram", Operand.WEIGHT, Direction.READ));
    assertEquals(192, counts.cellWriteBits());
    assertEquals(3 * 8, counts.rowWrites()); // 3 used rows, 8 times
    assertEquals(0, counts.weightReadOuts()); // one weight per multiplier is always there
  }

  @Test
  void inputsAreCountedAsByHand() {
    AccessCounts counts = AccessCounts.of(ARCHITECTURE, LAYER, MAPPING);

    assertEquals(96, words(counts, "ireg", Operand.INPUT, Direction.READ)); // 3 rows x 32 activations
    assertEquals(96, words(counts, "ireg", Operand.INPUT, Direction.WRITE)); // one word each, OX changes it each time
    assertEquals(96, words(counts, "sram", Operand.INPUT, Direction.READ));
    // The sram holds C 2 x OY 2 x (OX 4 and FX 3 touch 6) = 24, all there is; K above does not change it.
    assertEquals(24, words(counts, "sram", Operand.INPUT, Direction.WRITE));
    assertEquals(24, words(counts, "dram", Operand.INPUT, Direction.READ));
    assertEquals(384, bits(counts, "sram", Operand.INPUT, Direction.READ));
  }

  @Test
  void outputsAreCountedAsByHand() {
    AccessCounts counts = AccessCounts.of(ARCHITECTURE, LAYER, MAPPING);

    // 2 outputs x 32 activations = 64 sums for 32 outputs: half of them are partial (C 2 in time) and come back.
    // oreg writes: 64 from the array, 32 of 12 bits and 32 of 4; 32 partial ones back from the sram.
    assertEquals(64 + 32, words(counts, "oreg", Operand.OUTPUT, Direction.WRITE));
    assertEquals(32 * 12 + 32 * 4 + 32 * 12, bits(counts, "oreg", Operand.OUTPUT, Direction.WRITE));
    // oreg reads: 32 partial ones for the array to add to, 64 on their way to the sram.
    assertEquals(32 + 64, words(counts, "oreg", Operand.OUTPUT, Direction.READ));
    assertEquals(32 * 12 + 32 * 12 + 32 * 4, bits(counts, "oreg", Operand.OUTPUT, Direction.READ));
    assertEquals(64, words(counts, "sram", Operand.OUTPUT, Direction.WRITE));
    assertEquals(32 * 12 + 32 * 4, bits(counts, "sram", Operand.OUTPUT, Direction.WRITE));
    assertEquals(32 + 32, words(counts, "sram", Operand.OUTPUT, Direction.READ)); // back to oreg, on to dram
    assertEquals(32 * 12 + 32 * 4, bits(counts, "sram", Operand.OUTPUT, Direction.READ));
    assertEquals(32, words(counts, "dram", Operand.OUTPUT, Direction.WRITE));
    assertEquals(0, words(counts, "dram", Operand.OUTPUT, Direction.READ)); // complete when they leave the sram
  }

  @Test
  void energyIsBitsTimesEnergyPerBitPlusTheArray() {
    LayerCost cost = LayerCost.of(ARCHITECTURE, LAYER, MAPPING);

    double memory = 384 * 0.001 + 384 * 0.002 // ireg
        + 896 * 0.003 + 896 * 0.004 // oreg
        + (384 + 512) * 0.01 + (96 + 512) * 0.02 // sram
        + (192 + 96) * 1 + 128 * 2; // dram
    double array = 32 * ArrayCost.of(MACRO).energyPerActivationPj(2, 3, 3);
    assertEquals(memory, cost.energy().pj(Component.MEMORY), 1e-9);
    assertEquals(192 * 0.01, cost.energy().pj(Component.WEIGHT_WRITE), 1e-12);
    assertEquals(memory + array + 192 * 0.01, cost.energy().totalPj(), 1e-9);
    assertEquals(cost.energy().parts().size(),
        cost.energy().parts().stream().map(EnergyPart::label).distinct().count(), "labels tell the parts apart");
  }

  @Test
  void theUtilizationIsOfAllMultipliers() {
    LayerCost cost = LayerCost.of(ARCHITECTURE, LAYER, MAPPING);

    assertEquals(192.0 / (12 * 32), cost.spatialUtilization()); // 192 multiply-accumulates, 12 multipliers
  }

  @Test
  void memoryUseIsCountedAsByHand() {
    assertEquals(List.of(
        4L,
        12L, // partial sums arrive
        24 * 4 + 16 * 12L, // all inputs; outputs K 2 x OY 2 x OX 4, partial as they arrive
        24 * 4 + 24 * 4 + 32 * 4L), MemoryUse.bits(ARCHITECTURE, LAYER, MAPPING)); // everything, outputs complete
    assertTrue(MemoryUse.fits(ARCHITECTURE, LAYER, MAPPING));
    var twoWeights = new TemporalMapping(MAPPING.temporal().loops(), Map.of(
        Operand.WEIGHT, List.of(2), Operand.INPUT, List.of(0, 3), Operand.OUTPUT, List.of(0, 3)));
    assertFalse(MemoryUse.fits(ARCHITECTURE, LAYER, new Mapping(MAPPING.spatial(), twoWeights)), "C 2 in one cell");
  }

  @Test
  void aWeightIsBroughtToTheMultiplierWhenAnotherOneWasThere() {
    Architecture deep = MapperProblem.architecture(MapperProblem.digital(12, 8, 2, 4, 4, 1), 1,
        MapperProblem.memory("dram", 10_000, Sharing.GLOBAL, 1, 2, 8, Operand.values()));
    Loop steps = new Loop(LoopDim.OX, 4);
    Loop channels = new Loop(LoopDim.C, 2);
    Map<Operand, List<Integer>> cuts = Map.of(Operand.WEIGHT, List.of(2));
    Loop[] rest = {new Loop(LoopDim.OY, 2), new Loop(LoopDim.K, 2)};

    var channelsFirst = new TemporalMapping(List.of(channels, steps, rest[0], rest[1]), cuts);
    var stepsFirst = new TemporalMapping(List.of(steps, channels, rest[0], rest[1]), cuts);

    // 6 weights work at a time. With C innermost they change in each of 32 activations, else in every fourth.
    assertEquals(6 * 32, AccessCounts.of(deep, LAYER, new Mapping(MAPPING.spatial(), channelsFirst)).weightReadOuts());
    assertEquals(6 * 8, AccessCounts.of(deep, LAYER, new Mapping(MAPPING.spatial(), stepsFirst)).weightReadOuts());
    AccessCounts counts = AccessCounts.of(deep, LAYER, new Mapping(MAPPING.spatial(), channelsFirst));
    assertEquals(24 * 4, counts.cellWriteBits()); // both weights stay in the cells while OX and OY step: each written once
    assertEquals(3 * 2 * 2, counts.rowWrites()); // 3 rows x 2 weights, for each of K 2
  }

  @Test
  void copiesOfWeightsAreReadOnceAndWrittenEach() {
    var diagonal = new Mapping(
        new SpatialMapping(List.of(new Loop(LoopDim.OX, 2)), List.of(new Loop(LoopDim.FX, 3)), List.of(new Loop(LoopDim.OY, 2))),
        new TemporalMapping(List.of(new Loop(LoopDim.OX, 2), new Loop(LoopDim.C, 2), new Loop(LoopDim.K, 4)),
            Map.of(Operand.WEIGHT, List.of(1), Operand.INPUT, List.of(0, 3), Operand.OUTPUT, List.of(0, 3))));
    Architecture two = MapperProblem.architecture(MACRO, 2,
        ARCHITECTURE.memories().levels().toArray(MemoryLevel[]::new));

    AccessCounts counts = AccessCounts.of(two, LAYER, diagonal);

    assertEquals(24, words(counts, "dram", Operand.WEIGHT, Direction.READ)); // each weight once, for all copies
    assertEquals(24 * 2 * 2 * 4, counts.cellWriteBits()); // two copies in each of two macros
    assertEquals(4 * 8, counts.rowWrites()); // 4 rows (x in 0..3), macros at the same time
    assertEquals(4 * 2 * 16, words(counts, "ireg", Operand.INPUT, Direction.READ)); // 4 rows, 2 macros, 16 activations
    // OX 2 and FX 3 side by side touch 4 inputs, OY 2 on the macros doubles them.
    assertEquals(8 * 16, words(counts, "sram", Operand.INPUT, Direction.READ));
  }
}
