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
    MacroModel model,
    MacroStructure structure)
    implements Macro {

  /** Input bits that one recoded multiplier takes (radix 4). */
  private static final int BOOTH_BITS = 2;

  /** A macro of generic structure. */
  public DigitalMacro(ElementId id, String name, Technology technology, MacroGeometry geometry, double supplyV,
      OptionalDouble givenClockPeriodNs, MacroModel model) {
    this(id, name, technology, geometry, supplyV, givenClockPeriodNs, model, MacroStructure.GENERIC);
  }

  public DigitalMacro {
    Require.positive("Macro", name, "supply", supplyV, "V");
    givenClockPeriodNs.ifPresent(period -> Require.positive("Macro", name, "clock period", period, "ns"));
    int parallel = multipliersPerBit(geometry, structure);
    structure.readOut()
        .flatMap(path -> path.misfitBehindMultipliers(geometry.inputsAtOnce(), geometry.weightBits(), parallel))
        .ifPresent(misfit -> Require.refuse("The read-out of macro", name, misfit));
  }

  /** Return the multipliers of a bit of a weight, one for each input bit of a cycle, or for two where they are recoded. */
  public int multipliersPerBit() {
    return multipliersPerBit(geometry, structure);
  }

  /** Return the bits of a product of a weight and what one multiplier takes. */
  public int productBits() {
    return structure.booth() ? geometry.weightBits() + 1 : geometry.weightBits();
  }

  /** Return by how many bits the products of neighbouring multipliers are shifted. */
  public int placeSpacing() {
    return structure.booth() ? BOOTH_BITS : 1;
  }

  private static int multipliersPerBit(MacroGeometry geometry, MacroStructure structure) {
    return Math.ceilDiv(geometry.bitsPerCycle(), structure.booth() ? BOOTH_BITS : 1);
  }
}
