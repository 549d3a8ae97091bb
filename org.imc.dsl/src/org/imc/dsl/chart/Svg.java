package org.imc.dsl.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Write elements of SVG; numbers have at most one digit behind the point, the same text everywhere. */
final class Svg {

  private final StringBuilder text = new StringBuilder();

  /** Write a line of markup. */
  Svg raw(String markup) {
    text.append(markup).append('\n');
    return this;
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
