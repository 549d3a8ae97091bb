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
 * @param cells what may be used of them: all, or what the weights of other layers leave that stay there
 */
public record Architecture(ElementId id, String name, Macro macro, int macros, MemoryHierarchy memories, CellUse cells) {

  public Architecture {
    Require.atLeast("Architecture", name, "macros", macros, 1);
    if (cells.macros() > macros || cells.weightsPerMultiplier() > macro.geometry().weightsPerMultiplier()) {
      throw new IllegalArgumentException("Architecture '%s' has %d weights per multiplier of %d macros, less than %s."
          .formatted(name, macro.geometry().weightsPerMultiplier(), macros, cells));
    }
  }

  /** A chip all of whose cells may be used. */
  public Architecture(ElementId id, String name, Macro macro, int macros, MemoryHierarchy memories) {
    this(id, name, macro, macros, memories,
        new CellUse(Math.max(1, macros), macro.geometry().weightsPerMultiplier(), false));
  }

  /** Return this chip as one sees it who may use so much of its cells. */
  public Architecture with(CellUse use) {
    return new Architecture(id, name, macro, macros, memories, use);
  }

  /** Return the weights per multiplier that a tile may have: half of them where the next tile is written meanwhile. */
  public int weightsPerTile() {
    return macro.geometry().pingPong() && !cells.resident() ? cells.weightsPerMultiplier() / 2 : cells.weightsPerMultiplier();
  }
}
