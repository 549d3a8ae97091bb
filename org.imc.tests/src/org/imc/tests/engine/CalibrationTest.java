package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalDouble;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MacroStructure;
import org.imc.engine.arch.Summing;
import org.imc.engine.arch.Technology;
import org.imc.engine.cost.Calibration;
import org.imc.engine.cost.Calibration.Constant;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;

/** A factor on a constant scales what follows from the constant, and nothing else. */
class CalibrationTest {

  private static final ElementId ID = new ElementId("m");

  @Test
  void aGateOfTwiceTheCapacitanceTakesTwiceTheEnergyInADigitalMacro() {
    Macro macro = digital(28);
    MacroCost cost = with(macro, Constant.GATE_CAPACITANCE, 2);
    assertEquals(2 * Engine.macroCost(macro).energyPerCycle().totalPj(), cost.energyPerCycle().totalPj(), 1e-9);
    assertEquals(Engine.macroCost(macro).area(), cost.area());
  }

  /** exp(-1) per e-fold: the capacitance is divided by the node's ratio to 28 nm. */
  @Test
  void theSlopeOverTheNodeTurnsAbout28Nm() {
    assertEquals(energy(digital(28)), with(digital(28), Constant.NODE_SLOPE, 0.5).energyPerCycle().totalPj(), 1e-12);
    assertEquals(4 * energy(digital(7)), with(digital(7), Constant.NODE_SLOPE, Math.exp(-1)).energyPerCycle().totalPj(), 1e-9);
  }

  @Test
  void cellsThatConductHaveAConstantOfTheirOwn() {
    assertEquals(3 * lines(Engine.macroCost(analog(Summing.CHARGE))),
        lines(with(analog(Summing.CHARGE), Constant.LINE_CAPACITANCE, 3)), 1e-12);
    assertEquals(lines(Engine.macroCost(analog(Summing.CURRENT))),
        lines(with(analog(Summing.CURRENT), Constant.LINE_CAPACITANCE, 3)), 1e-12);
    assertEquals(3 * lines(Engine.macroCost(analog(Summing.CURRENT))),
        lines(with(analog(Summing.CURRENT), Constant.CONDUCTING_CELL, 3)), 1e-12);
  }

  @Test
  void aConversionOfATenthOfTheEnergyIsOneInTheMacro() {
    MacroCost plain = Engine.macroCost(analog(Summing.CHARGE));
    MacroCost cost = with(analog(Summing.CHARGE), Constant.ADC_ENERGY, 0.1);
    assertEquals(0.1 * plain.energyPerCycle().pj(Component.ADC), cost.energyPerCycle().pj(Component.ADC), 1e-12);
    assertEquals(plain.area().totalMm2(), cost.area().totalMm2(), 1e-12);
    assertEquals(plain.clockPeriodNs(), cost.clockPeriodNs(), 1e-12);
  }

  @Test
  void aFactorThatIsNoneIsRefused() {
    var refused = assertThrows(IllegalArgumentException.class, () -> new Calibration(Map.of(Constant.GATE_AREA, 0.0)));
    assertEquals("A factor of 0.0 on the gate area cannot be. It must be above 0.", refused.getMessage());
  }

  private static MacroCost with(Macro macro, Constant constant, double factor) {
    return Engine.macroCost(new Calibration(Map.of(constant, factor)).apply(macro));
  }

  private static double energy(Macro macro) {
    return Engine.macroCost(macro).energyPerCycle().totalPj();
  }

  private static double lines(MacroCost cost) {
    return cost.energyPerCycle().pj(Component.BITLINE);
  }

  private static Technology technology(double nodeNm) {
    return new Technology(new ElementId("t"), "t", nodeNm, 0.9, 0.7, 0.614, 0.0478, 0.35, 0.35, 0.6, 0.01);
  }

  private static Macro digital(double nodeNm) {
    return new DigitalMacro(ID, "m", technology(nodeNm), new MacroGeometry(64, 64, 1, 8, 8, 1), 0.9, OptionalDouble.empty(),
        MacroModel.STANDARD, MacroStructure.GENERIC);
  }

  private static Macro analog(Summing summing) {
    return new AnalogMacro(ID, "m", technology(28), new MacroGeometry(64, 64, 1, 8, 8, 1), 0.9, OptionalDouble.empty(),
        MacroModel.STANDARD, MacroStructure.GENERIC, new Dac(1), new Adc(5, 1), summing);
  }
}
