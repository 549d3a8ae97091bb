package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.imc.engine.Engine;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.SupplyLaw;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;

class SupplyLawTest {

  private static final SupplyLaw LAW = new SupplyLaw(0.35, 1.3, 1.5, 1.6);

  @Test
  void nothingChangesAtTheNominalSupply() {
    assertEquals(1.0, LAW.delayFactor(0.9, 0.9));
    assertEquals(1.0, LAW.analogEnergyFactor(0.9, 0.9));
    assertEquals(1.0, LAW.leakageFactor(0.9, 0.9));
  }

  @Test
  void farAboveTheThresholdTheDelayFollowsTheAlphaPowerLaw() {
    double expected = 0.9 / 1.1 * Math.pow((1.1 - 0.35) / (0.9 - 0.35), 1.3);
    assertEquals(expected, LAW.delayFactor(0.9, 1.1), 1e-3 * expected);
  }

  @Test
  void farBelowTheThresholdTheDelayGrowsByADecadeForEachSwing() {
    double swingV = 1.5 * 0.02585 * Math.log(10);
    assertEquals(10 * (0.10 - swingV) / 0.10, LAW.delayFactor(0.10 - swingV, 0.10), 0.05);
  }

  @Test
  void theDelayFallsSteadilyAsTheSupplyRises() {
    for (double v = 0.2; v < 1.3; v += 0.01) {
      assertTrue(LAW.delayFactor(v, 0.9) > LAW.delayFactor(v + 0.01, 0.9), "at %.2f V".formatted(v));
    }
  }

  @Test
  void anAlphaOfTwoIsTheInterpolationOfEkv() {
    var ekv = new SupplyLaw(0.4, 2, 1.3, 2);
    double current = Math.pow(Math.log(1 + Math.exp((0.6 - 0.4) / (2 * 1.3 * 0.02585))), 2);
    double nominal = Math.pow(Math.log(1 + Math.exp((0.9 - 0.4) / (2 * 1.3 * 0.02585))), 2);
    assertEquals(0.6 / current / (0.9 / nominal), ekv.delayFactor(0.6, 0.9), 1e-12);
  }

  @Test
  void aLowerSupplySlowsADigitalMacroAndItsEnergyFollowsTheSquare() {
    MacroCost nominal = cost(MacroPlan.digital(4, 64, 1));
    MacroCost low = cost(MacroPlan.digital(4, 64, 1).supplyV(0.6));
    assertEquals(LAW.delayFactor(0.6, 0.9), low.clockPeriodNs() / nominal.clockPeriodNs(), 1e-12);
    assertEquals(0.36 / 0.81, low.energyPerCycle().totalPj() / nominal.energyPerCycle().totalPj(), 1e-12);
  }

  @Test
  void theConvertersOfAnAnalogMacroFollowTheAnalogExponent() {
    MacroCost nominal = cost(MacroPlan.analog(4, 64, 2, 6));
    MacroCost low = cost(MacroPlan.analog(4, 64, 2, 6).supplyV(0.6));
    for (var part : nominal.energyPerCycle().parts()) {
      double exponent = switch (part.component()) {
        case DAC, ADC, BITLINE -> 1.6;
        default -> 2;
      };
      assertEquals(part.pj() * Math.pow(0.6 / 0.9, exponent), low.energyPerCycle().pj(part.component()),
          1e-12 * part.pj(), part.label());
    }
    assertEquals(LAW.delayFactor(0.6, 0.9), low.clockPeriodNs() / nominal.clockPeriodNs(), 1e-12);
  }

  @Test
  void thePublishedFormsKnowTheSquareAloneAndNoDelay() {
    for (MacroModel model : new MacroModel[] {MacroModel.ZIGZAG, MacroModel.ZIGZAG_IMC}) {
      MacroPlan plan = MacroPlan.analog(4, 64, 2, 6).model(model).supplyV(0.6);
      assertEquals(cost(plan), Engine.macroCost(plan.macro()), model.name());
      assertEquals(cost(plan.supplyV(0.9)).clockPeriodNs(), cost(plan).clockPeriodNs(), model.name());
    }
  }

  @Test
  void aGivenClockIsNotChanged() {
    assertEquals(2.5, cost(MacroPlan.digital(4, 64, 1).supplyV(0.6).clockPeriodNs(2.5)).clockPeriodNs());
  }

  @Test
  void theLawIsMeantFromJustAboveTheThresholdToWellAboveTheNominalSupply() {
    assertEquals(0.45, LAW.leastV(), 1e-12);
    assertEquals(1.26, LAW.mostV(0.9), 1e-12);
  }

  @Test
  void impossibleTransistorsAreRefusedWithTheirBounds() {
    assertRefused("A threshold of NaN V cannot be. It must lie between 0 and 2 V.", Double.NaN, 1.3, 1.5, 2);
    assertRefused("An alpha of 0.5 cannot be. It must lie between 1.0 and 2.0.", 0.3, 0.5, 1.5, 2);
    assertRefused("A slope factor of 0.9 cannot be. It must lie between 1 and 3.", 0.3, 1.3, 0.9, 2);
    assertRefused("An analog exponent of -1.0 cannot be. It must lie between 0 and 4.", 0.3, 1.3, 1.5, -1);
  }

  private static void assertRefused(String message, double threshold, double alpha, double slope, double exponent) {
    var e = assertThrows(IllegalArgumentException.class, () -> new SupplyLaw(threshold, alpha, slope, exponent));
    assertEquals(message, e.getMessage());
  }

  private static MacroCost cost(MacroPlan plan) {
    return Engine.macroCost(Supplies.with(plan.macro(), LAW));
  }
}
