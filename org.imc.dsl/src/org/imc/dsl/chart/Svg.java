package org.imc.dsl.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Write elements of SVG; numbers have at most one digit behind the point, the same text everywhere. */
public final class Svg {

  /** A letter of the widest usual sans-serif font is on average no wider, as a share of its size. */
  private static final double LETTER = 0.57;

  private final StringBuilder text = new StringBuilder();

  Svg() { }

  /** Write a line of markup. */
  Svg raw(String markup) {
    text.append(markup).append('\n');
    return this;
  }

  /** Write text whose base line starts, has its middle, or ends at a point. */
  Svg text(double x, double y, String kind, String anchor, String words) {
    return text(x, y, kind, anchor, words, "");
  }

  /** Write text; a description, if any, is shown when the pointer rests on it. */
  Svg text(double x, double y, String kind, String anchor, String words, String description) {
    return raw("<text class=\"%s\" x=\"%s\" y=\"%s\"%s>%s%s</text>".formatted(kind, number(x), number(y),
        anchor.equals("start") ? "" : " text-anchor=\"%s\"".formatted(anchor), escaped(words), tip(description)));
  }

  /** Return the element of a description, or nothing for an empty one. */
  static String tip(String description) {
    return description.isEmpty() ? "" : "<title>%s</title>".formatted(escaped(description));
  }

  /** Return text in which nothing is markup. */
  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  /** Return at least how wide words are at a size of letters, px. */
  static double width(String words, double size) {
    return LETTER * size * words.codePointCount(0, words.length());
  }

  /** Return words, cut behind so many letters. */
  static String shortened(String words, int longest) {
    return words.codePointCount(0, words.length()) <= longest
        ? words
        : words.substring(0, words.offsetByCodePoints(0, longest - 1)) + "…";
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
