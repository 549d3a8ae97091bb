package org.imc.dsl.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Bars that lie below each other, each made of parts, with a legend above.
 *
 * @param title what it shows
 * @param series what the parts are
 * @param bars from the top
 */
public record StackedBars(String title, List<String> series, List<Bar> bars) implements Chart {

  private static final double WIDTH = 1040;
  private static final double LINE = 20;
  private static final double LETTERS = 12;
  private static final double TOP = 40;
  private static final double ENTRY_LINE = 18;
  private static final int LONGEST = 72; // letters of half the width: the bars have the other half

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

    private double before(int part) {
      return parts.subList(0, part).stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  public StackedBars {
    series = List.copyOf(series);
    bars = List.copyOf(bars);
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return head() + bars.size() * LINE + 8;
  }

  private double left() {
    return 16 + bars.stream().mapToDouble(bar -> Svg.width(Svg.shortened(bar.label(), LONGEST), LETTERS)).max().orElse(0);
  }

  private double right() {
    return WIDTH - 16 - bars.stream().mapToDouble(bar -> Svg.width(bar.total(), LETTERS)).max().orElse(0);
  }

  /** Return the places of the legend's entries: x and y in turn. */
  private List<double[]> entries() {
    var places = new ArrayList<double[]>();
    double x = left();
    double y = TOP;
    for (String each : series) {
      double width = 34 + Svg.width(Svg.shortened(each, LONGEST), LETTERS);
      if (x + width > WIDTH && x > left()) {
        x = left();
        y += ENTRY_LINE;
      }
      places.add(new double[] {x, y});
      x += width;
    }
    return places;
  }

  private double head() {
    List<double[]> entries = entries();
    return (entries.isEmpty() ? TOP : entries.getLast()[1]) + 26;
  }

  @Override
  public void draw(Svg svg) {
    double left = left();
    double top = head();
    double most = bars.stream().mapToDouble(Bar::sum).max().orElse(0);
    double scale = most > 0 ? (right() - left) / most : 0;
    drawLegend(svg);
    for (int part = 0; part < series.size(); part++) {
      svg.raw("<path fill=\"%s\" d=\"%s\">%s</path>".formatted(Palette.color(part), path(part, left, top, scale),
          Svg.tip(series.get(part))));
    }
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double base = top + i * LINE + 12;
      svg.text(left - 8, base, "small", "end", Svg.shortened(bar.label(), LONGEST), shares(bar));
      svg.text(left + bar.sum() * scale + 6, base, "small", "start", bar.total());
    }
  }

  private void drawLegend(Svg svg) {
    svg.text(left(), 24, "title", "start", title);
    List<double[]> entries = entries();
    for (int i = 0; i < entries.size(); i++) {
      double[] place = entries.get(i);
      svg.raw("<rect x=\"%s\" y=\"%s\" width=\"12\" height=\"12\" fill=\"%s\"/>".formatted(
          Svg.number(place[0]), Svg.number(place[1]), Palette.color(i)));
      svg.text(place[0] + 17, place[1] + 10, "small", "start", Svg.shortened(series.get(i), LONGEST));
    }
  }

  /** Return the outline of a part in all bars: one element, since pages have thousands of them. */
  private String path(int part, double left, double top, double scale) {
    var path = new StringBuilder();
    for (int i = 0; i < bars.size(); i++) {
      String width = Svg.number(bars.get(i).parts().get(part) * scale);
      if (!width.equals("0")) {
        path.append("M%s,%sh%sv%4$sh-%3$sz".formatted(Svg.number(left + bars.get(i).before(part) * scale),
            Svg.number(top + i * LINE), width, Svg.number(LINE - 4)));
      }
    }
    return path.toString();
  }

  private String shares(Bar bar) {
    return IntStream.range(0, series.size()).filter(part -> bar.parts().get(part) > 0)
        .mapToObj(part -> "%s %s%%".formatted(series.get(part), Svg.number(100 * bar.parts().get(part) / bar.sum())))
        .collect(Collectors.joining(", "));
  }
}
