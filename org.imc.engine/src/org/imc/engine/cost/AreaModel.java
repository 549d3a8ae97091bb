package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.AreaBreakdown;
import org.imc.engine.result.MacroCost;
import org.imc.engine.result.NamedPart;

/** The area of a chip: all macros part by part, then all instances of each memory. Units: mm². */
public final class AreaModel {

  private AreaModel() { }

  /** Return the area of a whole architecture. */
  public static AreaBreakdown of(Architecture architecture, MacroCost macro) {
    List<NamedPart> parts = new ArrayList<>();
    for (NamedPart part : macro.area().parts()) {
      parts.add(new NamedPart(part.name(), part.value() * architecture.macros()));
    }
    for (MemoryLevel level : architecture.memories().levels()) {
      parts.add(new NamedPart(level.name(), level.areaMm2() * instances(architecture, level)));
    }
    return new AreaBreakdown(parts);
  }

  /** Return how many instances of a memory level an architecture has, used or not. */
  static long instances(Architecture architecture, MemoryLevel level) {
    MacroGeometry geometry = architecture.macro().geometry();
    return switch (level.sharing()) {
      case PER_ROW -> (long) geometry.inputs() * architecture.macros();
      case PER_OUTPUT -> (long) geometry.outputs() * architecture.macros();
      case PER_MACRO -> architecture.macros();
      case GLOBAL -> 1;
    };
  }
}
