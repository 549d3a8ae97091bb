package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.imc.engine.Engine;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.Dac.Kind;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;

/** Kinds of DACs, and figures that are given in place of theirs. */
class DacTest {

  private static final int ROWS = 64;
  private static final int COLUMNS = 32;
  private static final double LINE_PJ = COLUMNS * MacroPlan.GATE_FF / 2 * 0.81 / 1000; // C·V² of all cells on a row
  private static final OptionalDouble LEFT_OUT = OptionalDouble.empty();

  @Test
  void aConverterCostsWhatThePublishedModelSaysAndTakesNoRoomOrTime() {
    MacroCost cost = cost(2, new Dac(2), 0.9);
    assertEquals(ROWS * 0.05 * 2 * 0.81, cost.energyPerCycle().pj(Component.DAC), 1e-12);
    assertEquals(0, cost.area().mm2("DAC"));
    assertEquals(0, cost.criticalPath().ns("DAC"));
  }

  @Test
  void aWordLineDriverCostsTheSwingOfItsLine() {
    MacroCost plain = cost(1, new Dac(1), 0.9);
    MacroCost driven = cost(1, dac(1, Kind.WORDLINE, 0), 0.9);
    assertEquals(0, plain.energyPerCycle().pj(Component.DAC));
    assertEquals(ROWS * LINE_PJ, driven.energyPerCycle().pj(Component.DAC), 1e-12);
    assertEquals(plain.clockPeriodNs(), driven.clockPeriodNs());
    assertEquals(plain.area(), driven.area());
  }

  @Test
  void aPulseWidthSwingsTheLineOnceAndMakesTheCycleAsLongAsTheLongestPulse() {
    for (int bits = 1; bits <= 4; bits *= 2) {
      MacroCost without = cost(bits, new Dac(bits), 0.9);
      MacroCost pulsed = cost(bits, dac(bits, Kind.PULSE_WIDTH, 0.25), 0.9);
      assertEquals(ROWS * LINE_PJ, pulsed.energyPerCycle().pj(Component.DAC), 1e-12);
      assertEquals(without.clockPeriodNs() + 0.25 * ((1 << bits) - 1), pulsed.clockPeriodNs(), 1e-12);
    }
  }

  @Test
  void severalDacsOfARowCostAsOftenInEnergyAndArea() {
    var dac = new Dac(1, Kind.WORDLINE, LEFT_OUT, LEFT_OUT, OptionalDouble.of(1e-5), LEFT_OUT);
    MacroCost cost = cost(4, dac, 0.9);
    assertEquals(4 * ROWS * LINE_PJ, cost.energyPerCycle().pj(Component.DAC), 1e-12);
    assertEquals(4 * ROWS * 1e-5, cost.area().mm2("DAC"), 1e-12);
  }

  @Test
  void whatTheDesignGivesStandsInPlaceOfAnyKind() {
    for (Kind kind : Kind.values()) {
      var dac = new Dac(1, kind, LEFT_OUT, OptionalDouble.of(0.2), OptionalDouble.of(5e-5), OptionalDouble.of(0.5));
      MacroCost cost = cost(1, dac, 0.9);
      assertEquals(ROWS * 0.2, cost.energyPerCycle().pj(Component.DAC), 1e-12);
      assertEquals(ROWS * 5e-5, cost.area().mm2("DAC"), 1e-12);
      assertEquals(0.5, cost.criticalPath().ns("DAC"), 1e-12);
    }
  }

  @Test
  void aGivenEnergyHoldsAtTheNominalSupplyAndFollowsItsSquare() {
    var dac = new Dac(2, Kind.CONVERTER, LEFT_OUT, OptionalDouble.of(0.2), LEFT_OUT, LEFT_OUT);
    assertEquals(ROWS * 0.2 * 0.36 / 0.81, cost(2, dac, 0.6).energyPerCycle().pj(Component.DAC), 1e-12);
  }

  @Test
  void rowsAtRestDriveNothing() {
    AnalogMacro macro = macro(2, dac(2, Kind.PULSE_WIDTH, 0.1), 0.9);
    double pj = ArrayCost.energyPerActivation(macro, ArrayUse.of(1, 10)).pj(Component.DAC);
    assertEquals(10 * LINE_PJ * 4, pj, 1e-12); // four cycles of two bits
  }

  @Test
  void whatCannotBeIsRefused() {
    assertRefused("A word-line driver applies 1 bit, not 2. Maybe apply them in turn, or as a pulse width.",
        () -> dac(2, Kind.WORDLINE, 0));
    assertRefused("A pulse-width DAC has no time. Maybe give the step of its pulses.", () -> dac(2, Kind.PULSE_WIDTH, 0));
    assertRefused("Converter 'dac' has a energy of NaN pJ. It must not be negative.",
        () -> new Dac(2, Kind.CONVERTER, LEFT_OUT, OptionalDouble.of(Double.NaN), LEFT_OUT, LEFT_OUT));
    assertRefused("Converter 'dac' has a delay of 0.0 ns. It must be more than 0.",
        () -> new Dac(2, Kind.CONVERTER, LEFT_OUT, LEFT_OUT, LEFT_OUT, OptionalDouble.of(0)));
  }

  private static void assertRefused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }

  private static Dac dac(int bits, Kind kind, double stepNs) {
    return new Dac(bits, kind, stepNs == 0 ? LEFT_OUT : OptionalDouble.of(stepNs), LEFT_OUT, LEFT_OUT, LEFT_OUT);
  }

  private static MacroCost cost(int bitsPerCycle, Dac dac, double supplyV) {
    return Engine.macroCost(macro(bitsPerCycle, dac, supplyV));
  }

  private static AnalogMacro macro(int bitsPerCycle, Dac dac, double supplyV) {
    var m = (AnalogMacro) MacroPlan.analog(COLUMNS / 8, ROWS, bitsPerCycle, 6).supplyV(supplyV).macro();
    return new AnalogMacro(m.id(), m.name(), m.technology(), m.geometry(), m.supplyV(), m.givenClockPeriodNs(), m.model(),
        m.structure(), dac, m.adc());
  }
}
