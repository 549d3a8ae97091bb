package org.imc.dsl.chart;

import java.util.Locale;

/**
 * A point of a chart.
 *
 * @param x value on the horizontal axis
 * @param y value on the vertical axis
 * @param look how it is drawn
 * @param label in short; drawn where there is room
 * @param description shown when the pointer rests on it
 * @param rank labels are placed by rank, the least first
 */
public record Mark(double x, double y, Look look, String label, String description, int rank) {

  /** A shape that is told apart without its colour. */
  public enum Shape { CIRCLE, DIAMOND, TRIANGLE }

  /**
   * How a mark is drawn.
   *
   * @param shape its shape
   * @param color of its line, and of what it is filled with
   * @param line colour of its outline
   * @param filled whether it is filled
   * @param emphasised whether it stands out
   */
  public record Look(Shape shape, String color, String line, boolean filled, boolean emphasised) { }

  /** A diamond looks as large as a circle when it is this much wider. */
  private static final double WIDER = 1.2;

  /** Return half its width where it is widest, px. */
  static double reach(Look look) {
    return WIDER * radius(look);
  }

  private static double radius(Look look) {
    return look.emphasised() ? 8 : 5;
  }

  /** Write it at a place, px. */
  static String at(double x, double y, Look look, String description) {
    double r = radius(look);
    String path = switch (look.shape()) {
      case CIRCLE -> "M%s,%sa%3$s,%3$s 0 1,0 %4$s,0a%3$s,%3$s 0 1,0 -%4$s,0z".formatted(
          Svg.number(x - r), Svg.number(y), Svg.number(r), Svg.number(2 * r));
      case DIAMOND -> polygon(x, y - WIDER * r, x + WIDER * r, y, x, y + WIDER * r, x - WIDER * r, y);
      case TRIANGLE -> polygon(x, y - 1.1 * r, x + r, y + 0.8 * r, x - r, y + 0.8 * r);
    };
    return "<path class=\"%s\" d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\">%s</path>".formatted(
        classes(look), path, look.filled() ? look.color() : "#ffffff", look.line(),
        look.emphasised() ? "2.5" : look.filled() ? "0.8" : "1.8", Svg.tip(description));
  }

  /** Return what the style of a dark page tells marks apart by: outlines for a light one would not be seen there. */
  private static String classes(Look look) {
    String interior = look.filled() ? "filled" : "hollow " + look.shape().name().toLowerCase(Locale.ROOT);
    return look.emphasised() ? "strong " + interior : interior;
  }

  private static String polygon(double... corners) {
    var path = new StringBuilder("M");
    for (int i = 0; i < corners.length; i += 2) {
      path.append(i == 0 ? "" : "L").append(Svg.number(corners[i])).append(',').append(Svg.number(corners[i + 1]));
    }
    return path.append('z').toString();
  }
}
