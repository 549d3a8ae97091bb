package org.imc.dsl.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/**
 * Plot prediction over published figure, a row a chip, on a logarithmic axis: above, all figures of the chips whose wiring is
 * published; below, the energy of every macro, by its held-out ratio. Full dots with the constants as published, rings held
 * out, pale where the figure is no evidence. The colours are told apart with any colour vision (Okabe and Ito), the shapes
 * without colour.
 */
final class ValidationPlot {

  private static final int LEFT = 190;
  private static final int WIDTH = 640;
  private static final int TOP = 50;
  private static final int ROW = 36;
  private static final int MACRO_ROW = 15;
  private static final int TITLE = 40;
  private static final int MARGIN = 24;
  private static final double LEAST = 1.0 / 16;
  private static final double MOST = 16;
  private static final List<Double> TICKS = List.of(0.0625, 0.125, 0.25, 0.5, 0.8, 1.0, 1.25, 2.0, 4.0, 8.0, 16.0);

  private final StringBuilder svg = new StringBuilder();

  private ValidationPlot() { }

  static String render(Validation validation) {
    return new ValidationPlot().of(validation.detailed().chips(), energies(validation));
  }

  private static List<ValidatedChip> energies(Validation validation) {
    return validation.macros().chips().stream()
        .filter(chip -> chip.figure(Figure.ENERGY).flatMap(ValidationPlot::heldOut).isPresent())
        .sorted(Comparator.comparing(ValidatedChip::analog).reversed()
            .thenComparing(chip -> chip.figure(Figure.ENERGY).flatMap(ValidationPlot::heldOut).orElseThrow()))
        .toList();
  }

  private static Optional<Double> heldOut(ValidatedFigure figure) {
    return figure.heldOutRatio().stream().boxed().findFirst();
  }

  private String of(List<ValidatedChip> detailed, List<ValidatedChip> macros) {
    int second = TOP + ROW * detailed.size() + TITLE;
    int height = second + MACRO_ROW * macros.size() + MARGIN;
    append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">",
        LEFT + WIDTH + MARGIN, height);
    append("<title>Prediction over published figure</title>");
    append("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    legend();
    grid(TOP - 8, second - TITLE);
    grid(second - 8, height - MARGIN);
    int y = TOP + ROW / 2;
    for (ValidatedChip chip : detailed) {
      name(chip, y);
      for (ValidatedFigure figure : chip.figures()) {
        dots(figure, y + (figure.figure().ordinal() - 1) * 9);
      }
      y += ROW;
    }
    append("<text x=\"%d\" y=\"%d\" fill=\"#555\">Energy of every published macro: analog, then digital</text>", LEFT, second - 14);
    y = second + MACRO_ROW / 2;
    for (ValidatedChip chip : macros) {
      name(chip, y);
      dots(chip.figure(Figure.ENERGY).orElseThrow(), y);
      y += MACRO_ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private void grid(int top, int bottom) {
    for (double tick : TICKS) {
      append("<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>",
          x(tick), top, x(tick), bottom, tick == 1 ? "#555" : "#ddd");
      append("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\" font-size=\"10\">%sx</text>",
          x(tick), bottom + 12, new BigDecimal(Double.toString(tick)).stripTrailingZeros().toPlainString());
    }
  }

  private void legend() {
    int x = LEFT;
    for (Figure figure : Figure.values()) {
      append("<circle cx=\"%d\" cy=\"18\" r=\"4\" fill=\"%s\"/><text x=\"%d\" y=\"22\">%s</text>",
          x, colour(figure), x + 9, figure.label());
      x += 130;
    }
    append("<circle cx=\"%d\" cy=\"18\" r=\"4\" fill=\"white\" stroke=\"#555\"/><text x=\"%d\" y=\"22\">held out</text>", x, x + 9);
  }

  private void name(ValidatedChip chip, int y) {
    append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 12, y + 4, chip.name());
  }

  private void dots(ValidatedFigure figure, int y) {
    String opacity = figure.evidence() ? "1" : "0.35";
    figure.heldOutRatio().ifPresent(ratio -> append(
        "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"white\" stroke=\"%s\" opacity=\"%s\"/>",
        x(ratio), y, colour(figure.figure()), opacity));
    append("<circle cx=\"%.1f\" cy=\"%d\" r=\"3.5\" fill=\"%s\" opacity=\"%s\"/>",
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

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
