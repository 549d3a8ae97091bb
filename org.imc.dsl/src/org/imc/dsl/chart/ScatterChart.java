package org.imc.dsl.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A chart of marks over two axes, with a legend.
 *
 * @param title what it shows
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param marks later ones lie over earlier ones
 * @param legend what marks mean, by headings
 */
public record ScatterChart(String title, Axis x, Axis y, List<Mark> marks, List<Entry> legend) {

  private static final int WIDTH = 1040;
  private static final int HEIGHT = 680;
  private static final Labels.Box PLOT = new Labels.Box(76, 52, 850, 620);
  private static final double LEGEND_LEFT = 874;
  private static final double LEGEND_LINE = 21;

  private static final String STYLE = """
      <style>
      text { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; fill: #222222; }
      .title { font-size: 17px; font-weight: bold; }
      .axis { font-size: 14px; }
      .tick, .legend { font-size: 12px; }
      .heading { font-size: 12px; font-weight: bold; }
      .label { font-size: 10px; fill: #333333; }
      .own { font-size: 10px; font-weight: bold; fill: #000000; }
      .grid { stroke: #dddddd; stroke-width: 1; }
      .fine { stroke: #f1f1f1; stroke-width: 1; }
      .frame { fill: none; stroke: #888888; stroke-width: 1; }
      </style>""";

  /**
   * A line of the legend.
   *
   * @param words what it says
   * @param looks of the marks that it explains; none for a heading
   */
  public record Entry(String words, List<Mark.Look> looks) {

    public Entry {
      looks = List.copyOf(looks);
    }
  }

  public ScatterChart {
    marks = List.copyOf(marks);
    legend = List.copyOf(legend);
  }

  /** Return the chart as an SVG element. */
  public String svg() {
    var svg = new Svg();
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\">"
        .formatted(WIDTH, HEIGHT));
    svg.raw("<title>%s</title>".formatted(Svg.escaped(title))).raw(STYLE);
    svg.raw("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>".formatted(WIDTH, HEIGHT));
    svg.text(PLOT.left(), 30, "title", "start", title);
    drawGrid(svg);
    marks.forEach(mark -> svg.raw(Mark.at(left(mark), top(mark), mark.look(), mark.description())));
    drawLabels(svg);
    drawLegend(svg);
    return svg.raw("</svg>").toString();
  }

  private void drawGrid(Svg svg) {
    if (x.logarithmic()) {
      fine(x).forEach(value -> svg.line(left(value), PLOT.top(), left(value), PLOT.bottom(), "fine"));
    }
    if (y.logarithmic()) {
      fine(y).forEach(value -> svg.line(PLOT.left(), top(value), PLOT.right(), top(value), "fine"));
    }
    for (double tick : x.ticks()) {
      svg.line(left(tick), PLOT.top(), left(tick), PLOT.bottom(), "grid");
      svg.text(left(tick), PLOT.bottom() + 18, "tick", "middle", Axis.words(tick));
    }
    for (double tick : y.ticks()) {
      svg.line(PLOT.left(), top(tick), PLOT.right(), top(tick), "grid");
      svg.text(PLOT.left() - 8, top(tick) + 4, "tick", "end", Axis.words(tick));
    }
    svg.raw("<rect class=\"frame\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>".formatted(Svg.number(PLOT.left()),
        Svg.number(PLOT.top()), Svg.number(PLOT.right() - PLOT.left()), Svg.number(PLOT.bottom() - PLOT.top())));
    svg.text((PLOT.left() + PLOT.right()) / 2, PLOT.bottom() + 44, "axis", "middle", x.title());
    double middle = (PLOT.top() + PLOT.bottom()) / 2;
    svg.raw("<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(20 %s) rotate(-90)\">%s</text>"
        .formatted(Svg.number(middle), Svg.escaped(y.title())));
  }

  /** Return the lines between decades that are written. */
  private static List<Double> fine(Axis axis) {
    var values = new ArrayList<Double>();
    for (int i = 0; i + 1 < axis.ticks().size(); i++) {
      for (int part = 2; part < 10 && axis.ticks().get(i + 1) == 10 * axis.ticks().get(i); part++) {
        values.add(part * axis.ticks().get(i));
      }
    }
    return values;
  }

  private void drawLabels(Svg svg) {
    var taken = marks.stream()
        .map(mark -> Labels.Box.around(left(mark), top(mark), Mark.reach(mark.look())))
        .toList();
    var labels = new Labels(PLOT, taken);
    marks.stream().sorted(Comparator.comparingInt(Mark::rank)).forEach(mark -> {
      var box = Labels.Box.around(left(mark), top(mark), Mark.reach(mark.look()));
      labels.place(box, mark.label()).ifPresent(place -> {
        boolean before = place.right() <= box.left() + 1;
        boolean beside = before || place.left() >= box.right() - 1;
        svg.text(before ? place.right() : beside ? place.left() : (place.left() + place.right()) / 2, place.bottom() - 2,
            mark.look().emphasised() ? "own" : "label", before ? "end" : beside ? "start" : "middle", mark.label());
      });
    });
  }

  private void drawLegend(Svg svg) {
    double top = PLOT.top() + 10;
    for (Entry entry : legend) {
      double left = LEGEND_LEFT;
      for (Mark.Look look : entry.looks()) {
        svg.raw(Mark.at(left + 8, top - 4, look, ""));
        left += 20;
      }
      if (entry.looks().isEmpty() && entry != legend.getFirst()) {
        top += 12;
      }
      svg.text(left + (entry.looks().isEmpty() ? 0 : 4), top, entry.looks().isEmpty() ? "heading" : "legend", "start",
          entry.words());
      top += LEGEND_LINE;
    }
  }

  private double left(Mark mark) {
    return left(mark.x());
  }

  private double top(Mark mark) {
    return top(mark.y());
  }

  private static double between(double start, double end, double share) {
    return start + (end - start) * share;
  }

  private double left(double value) {
    return between(PLOT.left(), PLOT.right(), x.share(value));
  }

  private double top(double value) {
    return between(PLOT.bottom(), PLOT.top(), y.share(value));
  }
}
