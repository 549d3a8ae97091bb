package org.imc.engine.arch;

import java.util.OptionalDouble;
import org.imc.engine.ElementId;

/** A macro that multiplies bit-serially beside the cells and sums the products of a column group in an adder tree. */
public record DigitalMacro(
    ElementId id,
    String name,
    Technology technology,
    MacroGeometry geometry,
    double supplyV,
    OptionalDouble givenClockPeriodNs,
    MacroModel model)
    implements Macro {

  public DigitalMacro {
    Require.positive("Macro", name, "supply", supplyV, "V");
    givenClockPeriodNs.ifPresent(period -> Require.positive("Macro", name, "clock period", period, "ns"));
  }
}
