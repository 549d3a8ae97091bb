package org.imc.engine.arch;

import java.util.OptionalDouble;
import org.imc.engine.ElementId;

/** A compute-in-memory macro: one array of bit cells, the drivers on its rows and the read-out on its columns. */
public sealed interface Macro permits AnalogMacro, DigitalMacro {

  /** The element of the source. */
  ElementId id();

  /** The name shown to people. */
  String name();

  /** What it is built of. */
  Technology technology();

  /** The array. */
  MacroGeometry geometry();

  /** The supply it runs at, V; the technology's {@link SupplyLaw} says what it does. */
  double supplyV();

  /** The clock period that was given, ns; when empty the critical path decides. */
  OptionalDouble givenClockPeriodNs();

  /** Which published form of the model prices it. */
  MacroModel model();

  /** How it is wired where designs differ. */
  MacroStructure structure();

  /** Return the macro at another supply, as fast as it is there: a clock that was given holds at its own supply. */
  default Macro at(double supplyV) {
    return switch (this) {
      case AnalogMacro m -> new AnalogMacro(m.id(), m.name(), m.technology(), m.geometry(), supplyV, OptionalDouble.empty(),
          m.model(), m.structure(), m.dac(), m.adc(), m.summing());
      case DigitalMacro m -> new DigitalMacro(m.id(), m.name(), m.technology(), m.geometry(), supplyV,
          OptionalDouble.empty(), m.model(), m.structure());
    };
  }

  /** The 1-bit multipliers of an input: one for each active column, times the input bits (digital) or DACs (analog) at once. */
  default long multipliersPerInput() {
    int atOnce = switch (this) {
      case AnalogMacro analog -> analog.dacsPerRow();
      case DigitalMacro digital -> digital.multipliersPerBit();
    };
    return (long) geometry().outputs() * structure().multipliersPerWeight().orElse(geometry().weightBits() * atOnce);
  }
}
