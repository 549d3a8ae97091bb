package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.imc.engine.Engine;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.junit.jupiter.api.Test;

class ArrayCostTest {

  @Test
  void aFullyUsedActivationCostsItsCyclesTimesThePeakEnergyPerCycle() {
    var random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      Macro macro = MacroCostTest.anyPlan(random).macro();
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
    for (MacroModel model : MacroModel.values()) {
      ArrayCost cost = ArrayCost.of(MacroPlan.digital(16, 32, 1).model(model).macro());
      double diagonal = cost.energyPerActivation(new ArrayUse(1, 16, 9)).pj(Component.ADDER_TREE);
      // full and half active adders of 9 and of 16 of 32 inputs of 8 bits, in 8 cycles
      double added = 8 * (71 * 3.402e-3 + 39 * 1.701e-3);
      double driven = 8 * (131 * 3.402e-3 + 12 * 1.701e-3);
      assertEquals(model == MacroModel.ZIGZAG ? driven : added, diagonal, 1e-9, model.name());
    }
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
