package org.imc.engine.cost;

import java.util.OptionalDouble;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AdcCost;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.Technology;

/**
 * Factors on the constants that the published model was fitted with: the figures of the gate, of which all digital parts
 * follow, and those of the in-array ADC. For asking how well the model predicts a chip that it was not fitted on.
 *
 * @param gateArea on the area of a gate
 * @param gateDelay on its delay
 * @param gateCapacitance on its capacitance, and the line loads of a cell, which are half of it
 * @param adcArea on the area of an ADC
 * @param adcDelay on the time of a conversion
 * @param adcEnergy on the energy of a conversion
 */
public record Calibration(
    double gateArea, double gateDelay, double gateCapacitance, double adcArea, double adcDelay, double adcEnergy) {

  /** The constants as they are. */
  public static final Calibration NONE = new Calibration(1, 1, 1, 1, 1, 1);

  /** Return a macro of other constants. */
  public Macro apply(Macro macro) {
    return switch (macro) {
      case AnalogMacro m -> new AnalogMacro(m.id(), m.name(), apply(m.technology()), m.geometry(), m.supplyV(),
          m.givenClockPeriodNs(), m.model(), m.structure(), m.dac(), apply(m));
      case DigitalMacro m -> new DigitalMacro(m.id(), m.name(), apply(m.technology()), m.geometry(), m.supplyV(),
          m.givenClockPeriodNs(), m.model(), m.structure());
    };
  }

  private Technology apply(Technology t) {
    return new Technology(t.id(), t.name(), t.nodeNm(), t.supplyV(), t.gateCapacitanceFf() * gateCapacitance,
        t.gateAreaUm2() * gateArea, t.gateDelayNs() * gateDelay, t.wordlineCapacitanceFf() * gateCapacitance,
        t.bitlineCapacitanceFf() * gateCapacitance, t.cellAreaUm2(), t.cellWritePjPerBit(), t.leakage(), t.supplyLaw());
  }

  /** Return the converter of a macro with the figures of the in-array model at the nominal supply, x the factors. */
  private Adc apply(AnalogMacro macro) {
    if (!macro.adc().cost().equals(AdcCost.IN_ARRAY)) {
      return macro.adc(); // other figures, which were not fitted
    }
    double nominalV = macro.technology().supplyV();
    AdcModel converting = Converters.converting(macro);
    return macro.adc().with(new AdcCost(AdcCost.Model.IN_ARRAY,
        OptionalDouble.of(converting.energyPj(nominalV) * adcEnergy),
        OptionalDouble.of(Converters.inArrayMm2(macro) * adcArea),
        OptionalDouble.of(converting.conversionNs() * adcDelay)));
  }
}
