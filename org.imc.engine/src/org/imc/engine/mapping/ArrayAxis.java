package org.imc.engine.mapping;

/** A direction in which an architecture computes in parallel. */
public enum ArrayAxis {
  /** D1: outputs side by side along the word lines, counted in column groups (weights, not bits). */
  COLUMNS,
  /** D2: inputs accumulated along the bit lines. */
  ROWS,
  /** D3: macros side by side. */
  MACROS
}
