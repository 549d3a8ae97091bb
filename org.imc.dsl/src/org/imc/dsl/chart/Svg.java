package org.imc.dsl.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Write elements of SVG; numbers have at most one digit behind the point, the same text everywhere. */
final class Svg {

  private static final String STYLE = """
      <style>
      text { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; fill: #222222; }
      .title { font-size: 15px; font-weight: bold; }
      .small { font-size: 11px; }
      .light { fill: #ffffff; }
      </style>""";

  private final StringBuilder text = new StringBuilder();

  /** Write a line of markup. */
  Svg raw(String markup) {
    text.append(markup).append('\n');
    return this;
  }

  /** Begin an image of bars or cells, with its own styles. */
  Svg open(String title, double width, double height) {
    raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" height=\"%2$s\" role=\"img\">"
        .formatted(number(width), number(height)));
    return raw("<title>%s</title>".formatted(escaped(title))).raw(STYLE)
        .raw("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>".formatted(number(width), number(height)));
  }

  /** Write a rectangle; its description, if any, is shown when the pointer rests on it. */
  Svg rectangle(double left, double top, double width, double height, String color, String description) {
    String title = description.isEmpty() ? "" : "<title>%s</title>".formatted(escaped(description));
    return raw("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\">%s</rect>".formatted(
        number(left), number(top), number(width), number(height), color, title));
  }

  /** Write a line from one point to another. */
  Svg line(double x1, double y1, double x2, double y2, String kind) {
    return raw("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
        .formatted(kind, number(x1), number(y1), number(x2), number(y2)));
  }

  /** Write text whose base line starts, has its middle, or ends at a point. */
  Svg text(double x, double y, String kind, String anchor, String words) {
    return raw("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
        .formatted(kind, number(x), number(y), anchor, escaped(words)));
  }

  /** Return text in which nothing is markup. */
  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
