package org.imc.dsl.chart;

import java.util.List;

/**
 * Bars that lie below each other, each made of parts, with a legend above.
 *
 * @param title what it shows
 * @param series what the parts are
 * @param bars from the top
 */
public record StackedBars(String title, List<String> series, List<Bar> bars) {

  private static final double WIDTH = 1040;
  private static final double LEFT = 210;
  private static final double RIGHT = 920;
  private static final double LINE = 20;
  private static final double HEAD = 74;
  private static final double ENTRY = 130;
  private static final double LEGEND_TOP = 40;
  private static final int LONGEST = 30;

  /**
   * One bar.
   *
   * @param label what it stands for
   * @param parts not negative, one for each series
   * @param total of the parts, in words
   */
  public record Bar(String label, List<Double> parts, String total) {

    public Bar {
      parts = List.copyOf(parts);
    }

    private double sum() {
      return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  public StackedBars {
    series = List.copyOf(series);
    bars = List.copyOf(bars);
  }

  /** Return the chart as an SVG element. */
  public String svg() {
    double most = bars.stream().mapToDouble(Bar::sum).max().orElse(0);
    double scale = most > 0 ? (RIGHT - LEFT) / most : 0;
    var svg = new Svg();
    svg.open(title, WIDTH, HEAD + bars.size() * LINE + 8);
    drawLegend(svg);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), HEAD + i * LINE, scale);
    }
    return svg.raw("</svg>").toString();
  }

  private void drawLegend(Svg svg) {
    svg.text(LEFT, 22, "title", "start", title);
    for (int i = 0; i < series.size(); i++) {
      double left = LEFT + i % 5 * ENTRY;
      double top = LEGEND_TOP + i / 5 * 15;
      svg.rectangle(left, top, 10, 10, Palette.color(i), "");
      svg.text(left + 14, top + 9, "small", "start", shortened(series.get(i), 18));
    }
  }

  private void draw(Svg svg, Bar bar, double top, double scale) {
    svg.text(LEFT - 8, top + 12, "small", "end", shortened(bar.label(), LONGEST));
    double left = LEFT;
    for (int i = 0; i < bar.parts().size(); i++) {
      double width = bar.parts().get(i) * scale;
      if (width > 0) {
        String share = "%s, %s: %s%%".formatted(bar.label(), series.get(i), Svg.number(100 * bar.parts().get(i) / bar.sum()));
        svg.rectangle(left, top, width, LINE - 4, Palette.color(i), share);
        left += width;
      }
    }
    svg.text(left + 6, top + 12, "small", "start", bar.total());
  }

  private static String shortened(String words, int longest) {
    return words.codePointCount(0, words.length()) <= longest
        ? words
        : words.substring(0, words.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
