package org.imc.engine.arch;

/** How many instances of a memory level an architecture has, and whom each serves. */
public enum Sharing {
  /** One per row of each macro; its word is broadcast along the row. For inputs. */
  PER_ROW,
  /** One per column group (output) of each macro; it collects the sums of the column group. For outputs. */
  PER_OUTPUT,
  /** One per macro. */
  PER_MACRO,
  /** One for all macros. */
  GLOBAL
}
