package org.imc.engine.arch;

import java.util.OptionalDouble;
import org.imc.engine.ElementId;

/**
 * A macro that sums products as charge on the bit lines and digitises each column with an ADC; a DAC of
 * {@code geometry.bitsPerCycle()} bits drives each row.
 */
public record AnalogMacro(
    ElementId id,
    String name,
    Technology technology,
    MacroGeometry geometry,
    double supplyV,
    OptionalDouble givenClockPeriodNs,
    MacroModel model,
    Adc adc)
    implements Macro {

  public AnalogMacro {
    Require.positive("Macro", name, "supply", supplyV, "V");
    givenClockPeriodNs.ifPresent(period -> Require.positive("Macro", name, "clock period", period, "ns"));
  }
}
