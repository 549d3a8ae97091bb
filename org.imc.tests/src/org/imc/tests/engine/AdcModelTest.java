package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.imc.engine.Engine;
import org.imc.engine.arch.Adc;
import org.imc.engine.cost.AdcModel;
import org.imc.engine.result.Component;
import org.imc.engine.result.DelayBreakdown;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;

class AdcModelTest {

  private static final int COLUMNS = 32;

  @Test
  void aConversionCostsTheEnergyStatedForFourResolutions() {
    assertEquals(0.364915, adc(4.5, 1).energyPj(0.9), 5e-7);
    assertEquals(0.489318, adc(6, 1).energyPj(0.9), 5e-7);
    assertEquals(0.701084, adc(8, 1).energyPj(0.9), 5e-7);
    assertEquals(2.549193, adc(10.5, 1).energyPj(0.9), 5e-7);
  }

  @Test
  void aConverterHasTheAreaStatedForFourResolutions() {
    assertEquals(248.08e-6, adc(4.5, 1).areaMm2(), 5e-9);
    assertEquals(617.70e-6, adc(6, 1).areaMm2(), 5e-9);
    assertEquals(2084.68e-6, adc(8, 1).areaMm2(), 5e-9);
    assertEquals(9535.97e-6, adc(10.5, 1).areaMm2(), 5e-9);
  }

  @Test
  void aSenseAmplifierHasNoAreaButTakesTimeAndEnergy() {
    AdcModel senseAmplifier = adc(1, 1);
    assertEquals(0, senseAmplifier.areaMm2());
    assertEquals((100 + 0.004) * 0.81e-3, senseAmplifier.energyPj(0.9), 1e-15);
    assertEquals(0.00653 * 64 + 0.640, senseAmplifier.conversionNs(), 1e-15);
  }

  @Test
  void aConversionTakesLongerOnLongerBitLines() {
    assertEquals(8 * (0.00653 * 128 + 0.640), AdcModel.of(new Adc(8, 1), 128).conversionNs(), 1e-15);
    assertEquals(8 * (0.00653 * 256 + 0.640), AdcModel.of(new Adc(8, 1), 256).conversionNs(), 1e-14);
  }

  @Test
  void aConverterSharedByFourColumnsTakesAQuarterOfTheAreaFourTimesTheTimeAndTheSameEnergy() {
    MacroCost own = Engine.macroCost(MacroPlan.analog(COLUMNS / 8, 64, 2, 6).macro());
    MacroCost shared = Engine.macroCost(MacroPlan.analog(COLUMNS / 8, 64, 2, 6).columnsPerConverter(4).macro());

    assertEquals(own.area().mm2(Component.ADC.label()) / 4, shared.area().mm2(Component.ADC.label()), 1e-15);
    assertEquals(adcNs(own.criticalPath()) * 4, adcNs(shared.criticalPath()), 1e-12);
    assertEquals(own.criticalPath().totalNs() + 3 * adcNs(own.criticalPath()), shared.clockPeriodNs(), 1e-12);
    assertEquals(own.energyPerCycle(), shared.energyPerCycle());
  }

  @Test
  void convertersThatShareUnevenlyAreRoundedUpAndNeverWaitForColumnsThatAreNotThere() {
    assertEquals(11, adc(6, 3).converters(COLUMNS));
    assertEquals(1, adc(6, 100).converters(COLUMNS));
    MacroCost shared = Engine.macroCost(MacroPlan.analog(COLUMNS / 8, 64, 2, 6).columnsPerConverter(100).macro());
    assertEquals(COLUMNS * adc(6, 100).conversionNs(), adcNs(shared.criticalPath()), 1e-12);
  }

  @Test
  void aResolutionOutsideTheModelIsRefusedWithItsBounds() {
    var e = assertThrows(IllegalArgumentException.class, () -> new Adc(17, 1));
    assertEquals("An ADC of 17.0 bits is outside the model. Maybe use 1 to 16.0 bits.", e.getMessage());
  }

  private static AdcModel adc(double bits, int columnsPerConverter) {
    return AdcModel.of(new Adc(bits, columnsPerConverter), 64);
  }

  private static double adcNs(DelayBreakdown path) {
    return path.ns(Component.ADC.label());
  }
}
