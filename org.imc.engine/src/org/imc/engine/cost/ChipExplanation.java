package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.engine.result.Transfer.Direction;

/**
 * The figures of a chip and of its memories by their parts, each with what it is priced by.
 *
 * <p>Units: pJ, mm² and ns, as {@link MacroExplanation}, from which the parts of macros come.
 */
public final class ChipExplanation {

  private ChipExplanation() { }

  /** Return a figure of all macros together, by part; the time is that of one, since they work side by side. */
  public static List<Part> ofMacros(Architecture architecture, Quantity quantity) {
    int macros = quantity == Quantity.CLOCK ? 1 : architecture.macros();
    return MacroExplanation.of(architecture.macro(), quantity).parts().stream()
        .map(part -> new Part(part.name(), part.value() * macros, part.provenance())).toList();
  }

  /** Return the area of the chip, by part: that of {@link AreaModel}. */
  public static List<Part> area(Architecture architecture) {
    List<Part> parts = new ArrayList<>(ofMacros(architecture, Quantity.AREA));
    architecture.memories().levels().forEach(level -> parts.add(area(architecture, level)));
    return parts;
  }

  /** Return the area of all instances of a memory. */
  public static Part area(Architecture architecture, MemoryLevel level) {
    return new Part(level.name(), level.areaMm2() * AreaModel.instances(architecture, level), Provenance.ofMemoryArea(level));
  }

  /** Return what a bit costs that goes through a memory. */
  public static Part bit(MemoryLevel level, Direction direction) {
    Provenance provenance = Provenance.ofTransfer(level, direction);
    return new Part(level.name(), provenance.each(), provenance);
  }
}
