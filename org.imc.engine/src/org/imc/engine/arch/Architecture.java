package org.imc.engine.arch;

import org.imc.engine.ElementId;

/**
 * A chip: equal macros side by side under one memory hierarchy.
 *
 * @param id the element of the source
 * @param name the name shown to people
 * @param macro the macro
 * @param macros how many of them (D3)
 * @param memories outside the bit cells
 */
public record Architecture(ElementId id, String name, Macro macro, int macros, MemoryHierarchy memories) {

  public Architecture {
    Require.atLeast("Architecture", name, "macros", macros, 1);
  }
}
