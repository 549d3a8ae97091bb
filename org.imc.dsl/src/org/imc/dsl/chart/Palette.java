package org.imc.dsl.chart;

import java.util.List;

/** Colours that people with any colour vision tell apart. */
public final class Palette {

  /** Source: Okabe and Ito, Color universal design, 2008; the last is a grey. */
  private static final List<String> COLORS = List.of(
      "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999");

  private Palette() { }

  /** Return all colours, in the order in which series take them. */
  public static List<String> colors() {
    return COLORS;
  }

  /** Return the colour of a series; after the last comes the first again. */
  public static String color(int series) {
    return COLORS.get(series % COLORS.size());
  }
}
