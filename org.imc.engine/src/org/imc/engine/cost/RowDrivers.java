package org.imc.engine.cost;

import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;

/**
 * All DACs of a macro.
 *
 * <p>Shape: a conversion drives one row for one cycle. A converter of the published model costs energy alone. A word-line
 * driver swings the line of its row, as does a pulse-width DAC, whose longest pulse takes 2<sup>bits</sup> - 1 steps: the loads
 * are the technology's, the times the design's, and what makes the pulses is logic that the design declares. Figures that the
 * design gives stand in their place.
 * <p>Units: as the names say; energy and delay at the macro's supply.
 * <p>Source: {@link DacModel}; for lines and pulses structure alone, this project's.
 *
 * @param areaMm2 area of all
 * @param pjPerConversion energy of one conversion, at full activity
 * @param delayNs time of a conversion
 */
record RowDrivers(double areaMm2, double pjPerConversion, double delayNs) {

  static RowDrivers of(AnalogMacro macro, GateLibrary gates) {
    Dac dac = macro.dac();
    double delayFactor = OperatingPoint.of(macro).delayFactor();
    return new RowDrivers(
        (double) macro.geometry().inputs() * macro.dacsPerRow() * dac.areaMm2().orElse(0),
        energyPj(macro, gates),
        dac.delayNs().orElseGet(() -> longestPulseNs(dac)) * delayFactor);
  }

  private static double energyPj(AnalogMacro macro, GateLibrary gates) {
    Dac dac = macro.dac();
    double analogFactor = OperatingPoint.of(macro).analogEnergyFactor();
    if (dac.energyPj().isPresent()) {
      double ratio = macro.supplyV() / macro.technology().supplyV();
      return dac.energyPj().getAsDouble() * ratio * ratio * analogFactor;
    }
    return switch (dac.kind()) {
      case CONVERTER -> new DacModel(dac.bits()).energyPj(macro.supplyV()) * analogFactor;
      case WORDLINE, PULSE_WIDTH -> macro.geometry().activeColumns() * gates.wordlinePj();
    };
  }

  private static double longestPulseNs(Dac dac) {
    return switch (dac.kind()) {
      case CONVERTER, WORDLINE -> 0;
      case PULSE_WIDTH -> (Math.pow(2, dac.bits()) - 1) * dac.stepNs().orElseThrow(); // the constructor checked
    };
  }
}
