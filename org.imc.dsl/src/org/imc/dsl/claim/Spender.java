package org.imc.dsl.claim;

import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;

/** What energy is spent on. */
public sealed interface Spender {

  /** Everything. */
  record All() implements Spender { }

  /** The macros, as they compute: no weight is written, and nothing leaks. */
  record Array() implements Spender { }

  /** The cells, as weights are written into them. */
  record Cells() implements Spender { }

  /**
   * A memory that is read and written.
   *
   * @param name of the memory
   */
  record Memory(String name) implements Spender { }

  /** Return what it has of an energy, pJ. */
  default double pj(EnergyBreakdown energy) {
    return switch (this) {
      case All all -> energy.totalPj();
      case Array array -> energy.arrayPj() - energy.pj(Component.WEIGHT_WRITE) - energy.pj(Component.LEAKAGE);
      case Cells cells -> energy.pj(Component.WEIGHT_WRITE);
      case Memory memory -> energy.memoryPj(memory.name());
    };
  }
}
