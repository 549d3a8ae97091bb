package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imc.engine.Engine;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.Quirk;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.cost.MeanUse;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

class ArrayCostTest {

  @Test
  void aFullyUsedActivationCostsItsCyclesTimesThePeakEnergyPerCycle() {
    var random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      Macro macro = MacroCostTest.anyPlan(random).macro();
      if (macro.model().has(Quirk.WIDE_TREES_IN_LAYERS)) {
        continue; // its peak and its layers have different adder trees
      }
      var use = ArrayUse.of(macro.geometry().outputs(), macro.geometry().inputs());
      EnergyBreakdown activation = ArrayCost.energyPerActivation(macro, use);
      EnergyBreakdown cycle = Engine.macroCost(macro).energyPerCycle();
      int cycles = macro.geometry().cyclesPerActivation();
      assertEquals(cycle.parts().size(), activation.parts().size());
      for (EnergyPart part : cycle.parts()) {
        assertEquals(part.pj(), activation.pj(part.component()) / cycles, part.pj() * 1e-14, macro::toString);
      }
    }
  }

  @Test
  void theTotalWithoutPartsIsBitForBitTheTotalOfTheParts() {
    var random = new Random(12);
    for (int i = 0; i < 1000; i++) {
      Macro macro = MacroCostTest.anyPlan(random).macro();
      ArrayCost cost = ArrayCost.of(macro);
      for (int k = 0; k < 10; k++) {
        ArrayUse use = anyUse(macro, random);
        double total = cost.energyPerActivation(use).totalPj();
        assertEquals(Double.doubleToLongBits(total), Double.doubleToLongBits(cost.energyPerActivationPj(use)));
        assertEquals(total, ArrayCost.energyPerActivation(macro, use).totalPj());
      }
    }
  }

  @Test
  void usingMoreOfAMacroNeverCostsLess() {
    var random = new Random(13);
    for (int i = 0; i < 1000; i++) {
      Macro macro = MacroCostTest.anyPlan(random).macro();
      ArrayCost cost = ArrayCost.of(macro);
      ArrayUse use = anyUse(macro, random);
      double less = cost.energyPerActivationPj(use);
      if (use.usedOutputs() < macro.geometry().outputs()) {
        assertTrue(cost.energyPerActivationPj(use.usedOutputs() + 1, use.usedRows(), use.addedRows()) > less);
      }
      if (use.usedRows() < macro.geometry().inputs()) {
        assertTrue(cost.energyPerActivationPj(use.usedOutputs(), use.usedRows() + 1, use.addedRows()) >= less);
        assertTrue(cost.energyPerActivationPj(use.usedOutputs(), use.usedRows() + 1, use.addedRows() + 1) >= less);
      }
    }
  }

  @Test
  void aPartlyUsedAnalogMacroConvertsUsedColumnsDrivesUsedRowsAndLoadsWholeBitLines() {
    MacroPlan plan = MacroPlan.analog(16, 128, 2, 6);
    EnergyBreakdown full = ArrayCost.energyPerActivation(plan.macro(), ArrayUse.of(16, 128));
    EnergyBreakdown part = ArrayCost.energyPerActivation(plan.macro(), new ArrayUse(4, 32, 24));

    assertEquals(full.pj(Component.DAC) / 4, part.pj(Component.DAC), 1e-9);
    assertEquals(full.pj(Component.ADC) / 4, part.pj(Component.ADC), 1e-9);
    assertEquals(full.pj(Component.BITLINE) / 4, part.pj(Component.BITLINE), 1e-9); // by outputs, unused rows load too
    assertEquals(full.pj(Component.MULTIPLIER) / 4, part.pj(Component.MULTIPLIER), 1e-9); // by rows, all columns switch
    assertEquals(full.pj(Component.PLACE_VALUE_TREE) / 4, part.pj(Component.PLACE_VALUE_TREE), 1e-9);
    assertEquals(full.pj(Component.ACCUMULATOR) / 4, part.pj(Component.ACCUMULATOR), 1e-9);
  }

  @Test
  void multipliersOfUnusedRowsOfADigitalMacroRestExceptInZigZag() {
    for (MacroModel model : MacroModel.values()) {
      Macro macro = MacroPlan.digital(16, 128, 1).model(model).macro();
      double full = ArrayCost.energyPerActivation(macro, ArrayUse.of(16, 128)).pj(Component.MULTIPLIER);
      double part = ArrayCost.energyPerActivation(macro, ArrayUse.of(16, 32)).pj(Component.MULTIPLIER);
      assertEquals(model == MacroModel.ZIGZAG ? full : full / 4, part, 1e-9, model.name());
    }
  }

  @Test
  void anAdderTreeIsChargedForTheRowsItAddsExceptInZigZag() {
    for (MacroModel model : List.of(MacroModel.STANDARD, MacroModel.ZIGZAG_IMC, MacroModel.ZIGZAG)) {
      ArrayCost cost = ArrayCost.of(MacroPlan.digital(16, 32, 1).model(model).macro());
      double diagonal = cost.energyPerActivation(new ArrayUse(1, 16, 9)).pj(Component.ADDER_TREE);
      // full and half active adders of 9 and of 16 of 32 inputs of 8 bits, in 8 cycles
      double added = 8 * (71 * 3.402e-3 + 39 * 1.701e-3);
      double driven = 8 * (131 * 3.402e-3 + 12 * 1.701e-3);
      assertEquals(model == MacroModel.ZIGZAG ? driven : added, diagonal, 1e-9, model.name());
    }
  }

  @Test
  void theScriptsOf2023ChargeLayersWithATreeOfWiderNumbersAndItsNaturalLogarithm() {
    ArrayCost cost = ArrayCost.of(MacroPlan.digital(16, 32, 1).model(MacroModel.ICCAD2023).macro());
    double full = cost.energyPerActivation(ArrayUse.of(1, 32)).pj(Component.ADDER_TREE);
    assertEquals(8 * 307 * 3.402e-3, full, 1e-9); // 32 (9 + 1) - (9 + floor(ln 32) + 1) adders, in 8 cycles
    double part = cost.energyPerActivation(ArrayUse.of(1, 8)).pj(Component.ADDER_TREE);
    assertEquals(8 * (67 * 3.402e-3 + 25 * 1.701e-3), part, 1e-9); // 8 of 32 inputs of 9 bits
    double peak = cost.energyPerPeakCycle().pj(Component.ADDER_TREE);
    assertEquals(16 * 274 * 3.402e-3, peak, 1e-9); // 32 (8 + 1) - (8 + 5 + 1)
  }

  @Test
  void fractionsOfRowsAndOutputsCostWholeOnesButInTheScriptsOf2023() {
    var use = new ArrayUse(3.4, 10.6, 9.5);
    MacroPlan analog = MacroPlan.analog(16, 32, 2, 5);
    MacroPlan digital = MacroPlan.digital(16, 32, 1);
    assertEquals(multipliers(analog, 11), ArrayCost.energyPerActivation(analog.macro(), use).pj(Component.MULTIPLIER), 1e-12);
    assertEquals(multipliers(digital, 11), ArrayCost.energyPerActivation(digital.macro(), use).pj(Component.MULTIPLIER), 1e-12);
    MacroPlan analog2023 = analog.model(MacroModel.ICCAD2023);
    MacroPlan digital2023 = digital.model(MacroModel.ICCAD2023);
    assertEquals(multipliers(analog, 10.6), ArrayCost.energyPerActivation(analog2023.macro(), use).pj(Component.MULTIPLIER), 1e-12);
    var less = new ArrayUse(3, 10.4, 9);
    assertEquals(multipliers(digital, 10), ArrayCost.energyPerActivation(digital2023.macro(), less).pj(Component.MULTIPLIER), 1e-12);
    double outputs = ArrayCost.energyPerActivation(digital2023.macro(), use).pj(Component.ACCUMULATOR);
    assertEquals(ArrayCost.energyPerActivation(digital.macro(), ArrayUse.of(3, 11)).pj(Component.ACCUMULATOR), outputs);
  }

  /** DS-CNN's first layer on 64 rows: 25 outputs, 4 side by side, of windows of 10 at stride 2. */
  @Test
  void theMeanUseIsThatOfAllStepsAndPassesOverTheStride() {
    MacLayer layer = MapperProblem.layer("conv1", new Precision(8, 8, 16, 8), 2, 1, 1, 1, 64, 1, 25, 5, 10, 4);
    Map<LoopDim, Long> tile = Map.of(LoopDim.K, 8L, LoopDim.OY, 4L, LoopDim.FY, 10L);
    Map<LoopDim, Long> passes = Map.of(LoopDim.K, 8L, LoopDim.OY, 7L, LoopDim.OX, 5L, LoopDim.FX, 4L);
    ArrayUse use = MeanUse.of(layer, dim -> tile.getOrDefault(dim, 1L), dim -> passes.getOrDefault(dim, 1L));
    assertEquals(new ArrayUse(8 * 25 / 7.0, 10 + 25 / 7.0 - 1, 10), use);
  }

  /** Return the energy of the multipliers of so many rows in an activation, pJ. */
  private static double multipliers(MacroPlan plan, double rows) {
    return 16 * 8 * 0.5 * 0.7 * 0.81e-3 * rows * (8 / plan.bitsPerCycle());
  }

  @Test
  void bringingUpAnotherWeightPrechargesTheCellsOfItsGroup() {
    ArrayCost cost = ArrayCost.of(MacroPlan.analog(64, 256, 1, 6).cellsPerMultiplier(4).macro());
    assertEquals(0.01134, cost.prechargePjPerWeight(), 1e-12); // (0.35 fF + 4 x 0.35 fF) x 0.81 V² x 8 bits
  }

  @Test
  void aWeightThatIsAlwaysAtItsMultiplierNeedsNoPrecharge() {
    assertEquals(0, ArrayCost.of(MacroPlan.analog(64, 256, 1, 6).macro()).prechargePjPerWeight());
  }

  @Test
  void aUseLargerThanTheMacroIsRefused() {
    ArrayCost cost = ArrayCost.of(MacroPlan.digital(16, 128, 1).macro());
    String expected = "Macro 'm0' has 16 outputs and 128 inputs. An activation cannot use 17 outputs and 128 rows.";
    assertEquals(expected, assertThrows(IllegalArgumentException.class,
        () -> cost.energyPerActivationPj(17, 128, 128)).getMessage());
    assertEquals(expected, assertThrows(IllegalArgumentException.class,
        () -> cost.energyPerActivation(ArrayUse.of(17, 128))).getMessage());
  }

  @Test
  void addingMoreRowsThanAreDrivenIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> new ArrayUse(1, 8, 9));
    assertEquals("An activation cannot use 1 outputs and 8 rows of which 9 are added. "
        + "Maybe drive at least as many rows as are added.", e.getMessage());
  }

  private static ArrayUse anyUse(Macro macro, Random random) {
    int rows = 1 + random.nextInt(macro.geometry().inputs());
    return new ArrayUse(1 + random.nextInt(macro.geometry().outputs()), rows, 1 + random.nextInt(rows));
  }
}
