package org.imc.dsl.ui.results;

import org.eclipse.swt.graphics.RGB;

/**
 * Colours that people with any colour vision can tell apart: the "muted" scheme of Paul Tol's Introduction to colour schemes
 * (SRON technical note EPS/TN/09-002, 2021), cool ones for the macro and warm ones for memories.
 */
final class Palette {

  private static final RGB[] MACRO = {
      new RGB(0x33, 0x22, 0x88), new RGB(0x88, 0xCC, 0xEE), new RGB(0x44, 0xAA, 0x99), new RGB(0x11, 0x77, 0x33),
      new RGB(0x99, 0x99, 0x33)};

  private static final RGB[] MEMORIES = {
      new RGB(0xDD, 0xCC, 0x77), new RGB(0xCC, 0x66, 0x77), new RGB(0x88, 0x22, 0x55), new RGB(0xAA, 0x44, 0x99),
      new RGB(0xBB, 0xBB, 0xBB)};

  private Palette() { }

  /** Return the colour of a component of the macro, by its place among those shown. */
  static RGB macro(int index) {
    return MACRO[index % MACRO.length];
  }

  /** Return the colour of a memory level, by its place among those shown. */
  static RGB memory(int index) {
    return MEMORIES[index % MEMORIES.length];
  }
}
