package org.imc.dsl.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/**
 * Plot prediction over published figure, a row a chip, on a logarithmic axis: full dots as fitted, rings held out, pale where
 * the figure is no evidence. The colours are told apart with any colour vision (Okabe and Ito), the shapes without colour.
 */
final class ValidationPlot {

  private static final int LEFT = 170;
  private static final int WIDTH = 620;
  private static final int TOP = 50;
  private static final int ROW = 36;
  private static final int MARGIN = 20;
  private static final double LEAST = 0.25;
  private static final double MOST = 8;
  private static final List<Double> TICKS = List.of(0.25, 0.5, 0.8, 1.0, 1.25, 2.0, 4.0, 8.0);

  private ValidationPlot() { }

  static String render(Validation validation) {
    int height = TOP + ROW * validation.chips().size() + MARGIN;
    var svg = new StringBuilder();
    append(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">",
        LEFT + WIDTH + MARGIN, height);
    append(svg, "<title>Prediction over published figure</title>");
    append(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    legend(svg);
    for (double tick : TICKS) {
      append(svg, "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>",
          x(tick), TOP - 8, x(tick), height - MARGIN, tick == 1 ? "#555" : "#ddd");
      append(svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%sx</text>",
          x(tick), height - 5, new BigDecimal(Double.toString(tick)).stripTrailingZeros().toPlainString());
    }
    int y = TOP + ROW / 2;
    for (ValidatedChip chip : validation.chips()) {
      append(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 12, y + 4, chip.name());
      for (ValidatedFigure figure : chip.figures()) {
        row(svg, figure, y + (figure.figure().ordinal() - 1) * 9);
      }
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void legend(StringBuilder svg) {
    int x = LEFT;
    for (Figure figure : Figure.values()) {
      append(svg, "<circle cx=\"%d\" cy=\"18\" r=\"4\" fill=\"%s\"/><text x=\"%d\" y=\"22\">%s</text>",
          x, colour(figure), x + 9, figure.label());
      x += 130;
    }
    append(svg, "<circle cx=\"%d\" cy=\"18\" r=\"4\" fill=\"white\" stroke=\"#555\"/><text x=\"%d\" y=\"22\">held out</text>", x, x + 9);
  }

  private static void row(StringBuilder svg, ValidatedFigure figure, int y) {
    String opacity = figure.evidence() ? "1" : "0.35";
    figure.heldOutRatio().ifPresent(ratio -> append(svg,
        "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"white\" stroke=\"%s\" opacity=\"%s\"/>",
        x(ratio), y, colour(figure.figure()), opacity));
    append(svg, "<circle cx=\"%.1f\" cy=\"%d\" r=\"3.5\" fill=\"%s\" opacity=\"%s\"/>",
        x(figure.ratio()), y, colour(figure.figure()), opacity);
  }

  private static double x(double ratio) {
    double clamped = Math.clamp(ratio, LEAST, MOST);
    return LEFT + WIDTH * Math.log(clamped / LEAST) / Math.log(MOST / LEAST);
  }

  private static String colour(Figure figure) {
    return switch (figure) {
      case AREA -> "#0072B2";
      case CLOCK -> "#E69F00";
      case ENERGY -> "#009E73";
    };
  }

  private static void append(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
