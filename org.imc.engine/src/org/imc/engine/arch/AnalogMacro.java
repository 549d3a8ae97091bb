package org.imc.engine.arch;

import java.util.OptionalDouble;
import org.imc.engine.ElementId;

/** A macro that sums products as charge or current on the bit lines and digitises the sums with ADCs; DACs drive the rows. */
public record AnalogMacro(
    ElementId id,
    String name,
    Technology technology,
    MacroGeometry geometry,
    double supplyV,
    OptionalDouble givenClockPeriodNs,
    MacroModel model,
    MacroStructure structure,
    Dac dac,
    Adc adc,
    Summing summing)
    implements Macro {

  /** A macro of generic structure whose DACs apply all bits of a cycle. */
  public AnalogMacro(ElementId id, String name, Technology technology, MacroGeometry geometry, double supplyV,
      OptionalDouble givenClockPeriodNs, MacroModel model, Adc adc) {
    this(id, name, technology, geometry, supplyV, givenClockPeriodNs, model, MacroStructure.GENERIC,
        new Dac(geometry.bitsPerCycle()), adc);
  }

  /** A macro that sums charge. */
  public AnalogMacro(ElementId id, String name, Technology technology, MacroGeometry geometry, double supplyV,
      OptionalDouble givenClockPeriodNs, MacroModel model, MacroStructure structure, Dac dac, Adc adc) {
    this(id, name, technology, geometry, supplyV, givenClockPeriodNs, model, structure, dac, adc, Summing.CHARGE);
  }

  public AnalogMacro {
    Require.positive("Macro", name, "supply", supplyV, "V");
    givenClockPeriodNs.ifPresent(period -> Require.positive("Macro", name, "clock period", period, "ns"));
    if (dac.bits() > geometry.bitsPerCycle()) {
      throw new IllegalArgumentException("Macro '%s' has DACs of %d bits for %d bits per cycle. Maybe use %d."
          .formatted(name, dac.bits(), geometry.bitsPerCycle(), geometry.bitsPerCycle()));
    }
    if (structure.booth()) {
      throw new IllegalArgumentException(
          "Macro '%s' is analog and recodes its inputs. Only digital macros do.".formatted(name));
    }
    int words = conversionsPerOutput(geometry, dac, adc);
    structure.readOut().flatMap(path -> path.misfitBehindConverters(words))
        .ifPresent(misfit -> Require.refuse("The read-out of macro", name, misfit));
  }

  /** Return the DACs of a row, each with bit lines and ADCs of its own. */
  public int dacsPerRow() {
    return Math.ceilDiv(geometry.bitsPerCycle(), dac.bits());
  }

  /** Return the sums of an output that are converted in a cycle. */
  public int conversionsPerOutput() {
    return conversionsPerOutput(geometry, dac, adc);
  }

  private static int conversionsPerOutput(MacroGeometry geometry, Dac dac, Adc adc) {
    return Math.ceilDiv(geometry.bitsPerCycle(), dac.bits()) * (adc.perOutput() ? 1 : geometry.weightBits());
  }
}
