package org.imc.dsl.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.chart.Drawing.Anchor;
import org.imc.dsl.chart.Drawing.Box;
import org.imc.dsl.chart.Drawing.Path;
import org.imc.dsl.chart.Drawing.Shape;
import org.imc.dsl.chart.Drawing.Theme;
import org.imc.dsl.chart.Drawing.Words;
import org.imc.dsl.report.Figures;
import org.imc.dsl.ui.views.Palette;

/** Draws bars lying, a line each, for a file: the chart on the screen knows no SVG. */
final class BarDrawing {

  private static final double LINE = 22;
  private static final double BAR = 14;
  private static final double LENGTH = 520;
  private static final double SIZE = 12;
  private static final double MARGIN = 16;
  private static final double TOP = 52;
  private static final int TICKS = 4;

  private BarDrawing() { }

  /** Return the drawing of some bars. */
  static Drawing of(Bars bars, String title) {
    var shapes = new ArrayList<Shape>();
    double left = MARGIN + 8 + bars.categories().stream().mapToDouble(name -> Drawing.width(name, SIZE)).max().orElse(0);
    double bottom = TOP + LINE * bars.categories().size();
    double legend = left + LENGTH + 64;
    double width = legend + 24 + bars.series().stream()
        .mapToDouble(series -> Drawing.width(series.label(), SIZE)).max().orElse(0) + MARGIN;
    shapes.add(new Words(MARGIN, 28, title, SIZE + 3, true, Anchor.START, Theme.TEXT));
    double highest = Math.max(Double.MIN_NORMAL, bars.highest());
    for (int tick = 0; tick <= TICKS; tick++) {
      double x = left + LENGTH * tick / TICKS;
      shapes.add(new Path(List.of(x, TOP - 4, x, bottom), Theme.LINE, 1));
      shapes.add(new Words(x, bottom + 16, Figures.plain(highest * tick / TICKS), SIZE - 1, false, Anchor.MIDDLE, Theme.TEXT));
    }
    shapes.add(new Words(left + LENGTH / 2, bottom + 34, "%s (%s)".formatted(bars.title(), bars.unit()), SIZE, true,
        Anchor.MIDDLE, Theme.TEXT));
    for (int bar = 0; bar < bars.categories().size(); bar++) {
      addBar(shapes, bars, bar, left, LENGTH / highest);
    }
    for (int i = 0; i < bars.series().size(); i++) {
      BarSeries series = bars.series().get(i);
      double y = TOP + i * LINE;
      shapes.add(new Box(legend, y, 12, 12, Palette.paint(series.colour()), Theme.LINE, "", Optional.empty()));
      shapes.add(new Words(legend + 20, y + 11, series.label(), SIZE, false, Anchor.START, Theme.TEXT));
    }
    return new Drawing(title, width, Math.max(bottom + 48, TOP + bars.series().size() * LINE + MARGIN), shapes);
  }

  private static void addBar(List<Shape> shapes, Bars bars, int bar, double left, double scale) {
    double top = TOP + bar * LINE;
    double x = left;
    shapes.add(new Words(left - 8, top + BAR - 2, bars.categories().get(bar), SIZE, false, Anchor.END, Theme.TEXT));
    for (BarSeries series : bars.series()) {
      double value = series.values().get(bar) * bars.factor();
      double length = value * scale;
      if (length > 0) {
        shapes.add(new Box(x, top, length, BAR, Palette.paint(series.colour()), Palette.paint(series.colour()),
            "%s: %s %s".formatted(series.label(), Figures.plain(value), bars.unit()), Optional.empty()));
        x += length;
      }
    }
  }
}
