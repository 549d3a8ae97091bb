package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.imc.engine.Engine;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.MacroCost;
import org.imc.engine.result.NamedPart;
import org.junit.jupiter.api.Test;

/** A macro's price, by the worked example of the published studies and by what must hold for every macro. */
class MacroCostTest {

  private static final double CELLS_MM2 = 0.00060332;

  /** 4 outputs, 32 inputs, 8-bit operands, 2 bits a cycle into an ADC of 4.5 bits, 28 nm, 0.9 V. */
  private static final MacroPlan ANALOG = MacroPlan.analog(4, 32, 2, 4.5).cellsMm2(CELLS_MM2);

  /** The same array, digital, one bit a cycle. */
  private static final MacroPlan DIGITAL = MacroPlan.digital(4, 32, 1).cellsMm2(CELLS_MM2);

  @Test
  void theAnalogExampleSpendsThePublishedEnergy() {
    MacroCost cost = Engine.macroCost(ANALOG.macro());

    assertEquals(2.592, cost.energyPerCycle().pj(Component.DAC), 1e-9);
    assertEquals(11.67727104, cost.energyPerCycle().pj(Component.ADC), 1e-9);
    assertEquals(0.290304, cost.energyPerCycle().pj(Component.BITLINE), 1e-9);
    assertEquals(0.290304, cost.energyPerCycle().pj(Component.MULTIPLIER), 1e-9);
    assertEquals(0.700812, cost.energyPerCycle().pj(Component.PLACE_VALUE_TREE), 1e-9);
    assertEquals(0.418446, cost.energyPerCycle().pj(Component.ACCUMULATOR), 1e-9);
    assertEquals(4.00773, cost.topsPerWatt(), 5e-6);
    assertEquals(32, cost.macsPerCycle());
  }

  @Test
  void theDigitalExampleSpendsThePublishedEnergy() {
    MacroCost cost = Engine.macroCost(DIGITAL.macro());

    assertEquals(0.290304, cost.energyPerCycle().pj(Component.MULTIPLIER), 1e-9);
    assertEquals(3.728592, cost.energyPerCycle().pj(Component.ADDER_TREE), 1e-9);
    assertEquals(0.428652, cost.energyPerCycle().pj(Component.ACCUMULATOR), 1e-9);
    assertEquals(7.19498, cost.topsPerWatt(), 5e-6);
    assertEquals(16, cost.macsPerCycle());
  }

  @Test
  void theExamplesHaveThePublishedAreas() {
    MacroCost analog = Engine.macroCost(ANALOG.macro());
    assertEquals(List.of("cells", "multipliers", "ADC", "place-value tree", "accumulator"), names(analog.area().parts()));
    assertEquals(CELLS_MM2, analog.area().mm2("cells"), 1e-15);
    assertEquals(0.00062874, analog.area().mm2("multipliers"), 5e-9);
    assertEquals(0.00793844, analog.area().mm2("ADC"), 5e-9);
    assertEquals(0.00098658, analog.area().mm2("place-value tree"), 5e-9);
    assertEquals(0.00069480, analog.area().mm2("accumulator"), 5e-9);

    MacroCost digital = Engine.macroCost(DIGITAL.macro());
    assertEquals(List.of("cells", "multipliers", "adder tree", "accumulator"), names(digital.area().parts()));
    assertEquals(0.00524896, digital.area().mm2("adder tree"), 5e-9);
    assertEquals(0.00071175, digital.area().mm2("accumulator"), 5e-9);
  }

  @Test
  void theStandardFormHasTheClockOfThePaperAndTheOtherFormsThatOfTheirRelease() {
    assertEquals(6.63096, periodNs(ANALOG.model(MacroModel.STANDARD)), 1e-9);
    assertEquals(6.61184, periodNs(ANALOG.model(MacroModel.ZIGZAG_IMC)), 1e-9);
    assertEquals(6.08604, periodNs(ANALOG.model(MacroModel.ZIGZAG)), 1e-9);
    assertEquals(6.63096, periodNs(ANALOG.model(MacroModel.ICCAD2023)), 1e-9);
    assertEquals(3.22172, periodNs(DIGITAL.model(MacroModel.ICCAD2023)), 1e-9);
    assertEquals(3.22172, periodNs(DIGITAL.model(MacroModel.STANDARD)), 1e-9);
    assertEquals(3.20260, periodNs(DIGITAL.model(MacroModel.ZIGZAG_IMC)), 1e-9);
    assertEquals(3.10700, periodNs(DIGITAL.model(MacroModel.ZIGZAG)), 1e-9);
  }

  @Test
  void onlyTheAnalogAccumulatorOfZigzagImcIsChargedForTheRowsInsteadOfTheAdcBits() {
    for (MacroModel model : MacroModel.values()) {
      double charged = Engine.macroCost(ANALOG.model(model).macro()).energyPerCycle().pj(Component.ACCUMULATOR);
      assertEquals(model == MacroModel.ZIGZAG_IMC ? 0.428652 : 0.418446, charged, 1e-9, model.name());
    }
  }

  @Test
  void inTheStandardFormTheCarryOfADigitalPlaceValueTreeRunsThroughTheWholeWord() {
    MacroPlan twoBits = MacroPlan.digital(4, 32, 2); // sums of 13 bits, two of them: 1 + 13 carries instead of 1
    double wholeWord = Engine.macroCost(twoBits.macro()).criticalPath().ns("place-value tree");
    double numbersOnly =
        Engine.macroCost(twoBits.model(MacroModel.ZIGZAG_IMC).macro()).criticalPath().ns("place-value tree");
    assertEquals(13 * 2 * MacroPlan.GATE_NS, wholeWord - numbersOnly, 1e-12);
  }

  @Test
  void aGivenClockPeriodDecidesButTheCriticalPathIsStillReported() {
    MacroCost cost = Engine.macroCost(ANALOG.clockPeriodNs(20).macro());
    assertEquals(20, cost.clockPeriodNs());
    assertEquals(6.63096, cost.criticalPath().totalNs(), 1e-9);
    assertEquals(2 * 32 / 20.0 / 1000, cost.tops(), 1e-15);
  }

  @Test
  void energyScalesWithTheSquareOfTheSupplyAndNothingElseDoes() {
    var random = new Random(1);
    for (int i = 0; i < 300; i++) {
      MacroPlan plan = anyPlan(random);
      double supplyV = 0.4 + random.nextDouble();
      MacroCost nominal = Engine.macroCost(plan.macro());
      MacroCost scaled = Engine.macroCost(plan.supplyV(supplyV).macro());
      double square = supplyV * supplyV / (plan.supplyV() * plan.supplyV());
      for (EnergyPart part : nominal.energyPerCycle().parts()) {
        assertEquals(part.pj() * square, scaled.energyPerCycle().pj(part.component()), part.pj() * 1e-12, plan::toString);
      }
      assertEquals(nominal.area(), scaled.area());
      assertEquals(nominal.criticalPath(), scaled.criticalPath());
    }
  }

  @Test
  void partsAddUpToTheirTotalsAndAreNeverNegative() {
    var random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      MacroPlan plan = anyPlan(random);
      MacroCost cost = Engine.macroCost(plan.macro());
      double energyPj = cost.energyPerCycle().parts().stream().mapToDouble(EnergyPart::pj).sum();
      assertEquals(energyPj, cost.energyPerCycle().totalPj(), energyPj * 1e-12, plan::toString);
      double areaMm2 = cost.area().parts().stream().mapToDouble(NamedPart::value).sum();
      assertEquals(areaMm2, cost.area().totalMm2(), areaMm2 * 1e-12, plan::toString);
      double pathNs = cost.criticalPath().parts().stream().mapToDouble(NamedPart::value).sum();
      assertEquals(pathNs, cost.clockPeriodNs(), pathNs * 1e-12, plan::toString);
      assertTrue(cost.topsPerWatt() > 0 && Double.isFinite(cost.topsPerMm2()), plan::toString);
    }
  }

  @Test
  void aLargerMacroCostsMoreAndIsNotFaster() {
    var random = new Random(3);
    for (int i = 0; i < 300; i++) {
      MacroPlan plan = anyPlan(random);
      MacroCost small = Engine.macroCost(plan.macro());
      MacroPlan taller = new MacroPlan(plan.model(), plan.adcBits(), 1, plan.outputs(), plan.inputs() + 1, 1,
          plan.weightBits(), plan.activationBits(), plan.bitsPerCycle(), plan.supplyV(), plan.cellAreaUm2(),
          plan.clockPeriodNs());
      MacroCost large = Engine.macroCost(taller.macro());
      assertTrue(large.energyPerCycle().totalPj() > small.energyPerCycle().totalPj(), plan::toString);
      assertTrue(large.area().totalMm2() > small.area().totalMm2(), plan::toString);
      assertTrue(large.clockPeriodNs() >= small.clockPeriodNs(), plan::toString);
    }
  }

  /** Return a macro of any shape: fan-ins, widths and bits per cycle that are not powers of two, in every form. */
  static MacroPlan anyPlan(Random random) {
    int activationBits = 1 + random.nextInt(10);
    int bitsPerCycle = 1 + random.nextInt(activationBits);
    double adcBits = random.nextBoolean() ? 0 : 1 + random.nextInt(23) / 2.0;
    return MacroPlan.analog(1 + random.nextInt(100), 1 + random.nextInt(1200), bitsPerCycle, adcBits)
        .precision(1 + random.nextInt(10), activationBits)
        .model(MacroModel.values()[random.nextInt(MacroModel.values().length)])
        .cellsMm2(random.nextDouble());
  }

  private static double periodNs(MacroPlan plan) {
    return Engine.macroCost(plan.macro()).clockPeriodNs();
  }

  private static List<String> names(List<NamedPart> parts) {
    return parts.stream().map(NamedPart::name).toList();
  }
}
