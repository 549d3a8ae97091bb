package org.imc.engine.arch;

/** How the adder trees of a digital macro add. */
public enum TreeKind {
  /** Pair by pair, each adder passing its carry through the whole word: the published model. */
  RIPPLE_CARRY,
  /** Full adders as compressors of three bits to two, column by column; one adder at the end passes the carries on. */
  CARRY_SAVE
}
