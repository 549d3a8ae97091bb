package org.imc.dsl.ui.views;

import org.eclipse.swt.graphics.RGB;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.ide.results.TimeUse;
import org.imc.engine.result.Component;
import org.imc.engine.workload.Operand;

/**
 * The colours of the chart: the discrete rainbow of Paul Tol's Introduction to colour schemes (SRON technical note
 * EPS/TN/09-002, 2021), made for people with any colour vision. Cool ones stand for the parts of the macro, each its own in
 * all charts; warm ones for memories, the redder the farther from the array.
 */
public final class Palette {

  private static final RGB[] MEMORIES = {
      rgb(0xF7F056), rgb(0xF6C141), rgb(0xF1932D), rgb(0xE8601C), rgb(0xDC050C)};

  /** The colour of time in which the array computes. */
  public static final RGB COMPUTING = rgb(0x1965B0);

  /** The colour of time in which nothing can be done but wait. */
  public static final RGB WAITING = rgb(0xDC050C);

  private Palette() { }

  /** Return the colour of what time goes into. */
  public static RGB time(TimeUse use) {
    return switch (use) {
      case COMPUTING -> COMPUTING;
      case WEIGHT_WRITE -> macro(Component.WEIGHT_WRITE);
      case FILLING -> rgb(0xF6C141);
      case WAITING -> WAITING;
    };
  }

  /** Return the colour of a component of the macro. */
  public static RGB macro(Component component) {
    return switch (component) {
      case DAC -> rgb(0xD1BBD7);
      case ADC -> rgb(0xAE76A3);
      case WORDLINE -> rgb(0xBA8DB4);
      case BITLINE -> rgb(0x882E72);
      case MULTIPLIER -> rgb(0x1965B0);
      case ADDER_TREE -> rgb(0x7BAFDE);
      case PLACE_VALUE_TREE -> rgb(0x5289C7);
      case ACCUMULATOR -> rgb(0x4EB265);
      case REGISTER -> rgb(0x437DBF);
      case LOGIC -> rgb(0x6195CF);
      case PRECHARGE -> rgb(0x90C987);
      case WEIGHT_WRITE -> rgb(0xCAE0AB);
      case LEAKAGE -> rgb(0x777777);
      case MEMORY -> throw new IllegalArgumentException("Memories are coloured by their level.");
    };
  }

  /** Return the colour of a part of the macro's area: that of the component of the same name, or else one of its own. */
  public static RGB area(String part, int index) {
    for (Component component : Component.values()) {
      if (component != Component.MEMORY && component.label().equals(part)) {
        return macro(component);
      }
    }
    RGB[] others = {rgb(0x1965B0), rgb(0xD1BBD7), rgb(0x4EB265), rgb(0x882E72), rgb(0x7BAFDE)};
    return others[index % others.length];
  }

  /** Return the colour of an operand: inputs, weights, outputs. */
  public static RGB operand(Operand operand) {
    return switch (operand) {
      case INPUT -> rgb(0x1965B0);
      case WEIGHT -> rgb(0xE8601C);
      case OUTPUT -> rgb(0x4EB265);
    };
  }

  /** Return a colour for a drawing. */
  public static Drawing.Rgb paint(RGB colour) {
    return new Drawing.Rgb(colour.red << 16 | colour.green << 8 | colour.blue);
  }

  /**
   * Return the colour of a memory level.
   *
   * @param level its place in the hierarchy, from the array outwards, from 0
   * @param levels how many there are
   */
  public static RGB memory(int level, int levels) {
    return MEMORIES[levels > MEMORIES.length
        ? level * MEMORIES.length / levels
        : MEMORIES.length - levels + level];
  }

  private static RGB rgb(int hex) {
    return new RGB(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF);
  }
}
