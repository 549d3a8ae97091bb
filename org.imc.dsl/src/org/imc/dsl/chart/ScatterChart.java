package org.imc.dsl.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chart of marks over two axes, with a legend.
 *
 * @param title what it shows
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param marks later ones lie over earlier ones
 * @param legend what marks mean, by headings
 * @param roofs lines that no mark lies above
 * @param height of all of it, px
 */
public record ScatterChart(String title, Axis x, Axis y, List<Mark> marks, List<Entry> legend, List<Roof> roofs, double height)
    implements Chart {

  /** How high a chart is that has a page for itself, px. */
  public static final double TALL = 680;

  private static final double WIDTH = 1040;
  private static final double LEGEND_LEFT = 874;
  private static final double LEGEND_LINE = 21;
  private static final double FOOT = 60;

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

  /**
   * A straight line between two points, both within the axes.
   *
   * @param x1 where it begins
   * @param y1 where it begins
   * @param x2 where it ends
   * @param y2 where it ends
   * @param color of the line
   * @param words what it is; written over the end of one that is level
   */
  public record Roof(double x1, double y1, double x2, double y2, String color, String words) {

    private boolean isLevel() {
      return y1 == y2;
    }
  }

  public ScatterChart {
    marks = List.copyOf(marks);
    legend = List.copyOf(legend);
    roofs = List.copyOf(roofs);
  }

  /** A tall chart without roofs. */
  public ScatterChart(String title, Axis x, Axis y, List<Mark> marks, List<Entry> legend) {
    this(title, x, y, marks, legend, List.of(), TALL);
  }

  @Override
  public double width() {
    return WIDTH;
  }

  private Labels.Box plot() {
    return new Labels.Box(76, 52, 850, height - FOOT);
  }

  @Override
  public void draw(Svg svg) {
    svg.text(plot().left(), 30, "title", "start", title);
    drawGrid(svg);
    roofs.forEach(roof -> draw(svg, roof));
    marks.forEach(mark -> svg.raw(Mark.at(left(mark), top(mark), mark.look(), mark.description())));
    drawLabels(svg);
    drawLegend(svg);
  }

  private void draw(Svg svg, Roof roof) {
    svg.raw("<line class=\"roof\" stroke=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\">%s</line>".formatted(
        roof.color(), Svg.number(left(roof.x1())), Svg.number(top(roof.y1())), Svg.number(left(roof.x2())),
        Svg.number(top(roof.y2())), Svg.tip(roof.words())));
    if (roof.isLevel()) {
      svg.text(left(roof.x2()) - 6, top(roof.y2()) - 5, "label", "end", roof.words());
    }
  }

  /** Return where the words of the level roofs are. */
  private Stream<Labels.Box> words() {
    return roofs.stream().filter(Roof::isLevel).map(roof -> new Labels.Box(
        left(roof.x2()) - 6 - Svg.width(roof.words(), Labels.HEIGHT), top(roof.y2()) - 5 - Labels.HEIGHT, left(roof.x2()),
        top(roof.y2()) - 3));
  }

  private void drawGrid(Svg svg) {
    grid(svg, "fine", fine(x), fine(y));
    grid(svg, "grid", x.ticks(), y.ticks());
    for (double tick : x.ticks()) {
      svg.text(left(tick), plot().bottom() + 18, "tick", "middle", Axis.words(tick));
    }
    for (double tick : y.ticks()) {
      svg.text(plot().left() - 8, top(tick) + 4, "tick", "end", Axis.words(tick));
    }
    svg.raw("<rect class=\"frame\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>".formatted(Svg.number(plot().left()),
        Svg.number(plot().top()), Svg.number(plot().right() - plot().left()), Svg.number(plot().bottom() - plot().top())));
    svg.text((plot().left() + plot().right()) / 2, plot().bottom() + 44, "axis", "middle", x.title());
    double middle = (plot().top() + plot().bottom()) / 2;
    svg.raw("<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(20 %s) rotate(-90)\">%s</text>"
        .formatted(Svg.number(middle), Svg.escaped(y.title())));
  }

  /** Draw all lines of a kind as one element: pages have many charts. */
  private void grid(Svg svg, String kind, List<Double> across, List<Double> up) {
    var path = new StringBuilder();
    across.forEach(value -> path.append("M%s,%sv%s".formatted(
        Svg.number(left(value)), Svg.number(plot().top()), Svg.number(plot().bottom() - plot().top()))));
    up.forEach(value -> path.append("M%s,%sh%s".formatted(
        Svg.number(plot().left()), Svg.number(top(value)), Svg.number(plot().right() - plot().left()))));
    svg.raw("<path class=\"%s\" d=\"%s\"/>".formatted(kind, path));
  }

  /** Return the lines between decades that are written. */
  private static List<Double> fine(Axis axis) {
    var values = new ArrayList<Double>();
    for (int i = 0; axis.logarithmic() && i + 1 < axis.ticks().size(); i++) {
      for (int part = 2; part < 10 && axis.ticks().get(i + 1) == 10 * axis.ticks().get(i); part++) {
        values.add(part * axis.ticks().get(i));
      }
    }
    return values;
  }

  private void drawLabels(Svg svg) {
    var taken = Stream.concat(words(),
        marks.stream().map(mark -> Labels.Box.around(left(mark), top(mark), Mark.reach(mark.look())))).toList();
    var labels = new Labels(plot(), taken);
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
    double top = plot().top() + 10;
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
    return between(plot().left(), plot().right(), x.share(value));
  }

  private double top(double value) {
    return between(plot().bottom(), plot().top(), y.share(value));
  }
}
