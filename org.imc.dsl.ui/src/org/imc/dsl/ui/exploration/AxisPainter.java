package org.imc.dsl.ui.exploration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;
import org.imc.dsl.ide.exploration.Brush;
import org.imc.dsl.report.DesignAxis;
import org.imc.dsl.ui.views.ThemeColours;

/** Paints the axes of the parallel plot over its lines: titles, labels, and the ranges that are brushed. */
final class AxisPainter implements ICustomPaintListener {

  private static final int REACH = 9;
  private static final int BRUSH = 12;
  private static final int TICK = 3;
  private static final int GAP = 5;
  private static final int CLEAR = 200;
  private static final int OPAQUE = 255;
  private static final int BRUSHED = 90;
  private static final String ELLIPSIS = "…";

  private final Chart chart;
  private List<DesignAxis> axes = List.of();
  private Brush brush = Brush.NONE;
  private OptionalInt current = OptionalInt.empty();

  AxisPainter(Chart chart) {
    this.chart = chart;
  }

  void show(List<DesignAxis> shown, Brush ranges) {
    axes = shown;
    brush = ranges;
  }

  /** Mark the axis that the keyboard works on. */
  void mark(OptionalInt axis) {
    current = axis;
    chart.redraw();
  }

  List<DesignAxis> axes() {
    return axes;
  }

  /** Return the axis at a place of the plot, if one is near. */
  OptionalInt axisAt(int x) {
    for (int i = 0; i < axes.size(); i++) {
      if (Math.abs(x(i) - x) <= REACH) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  int x(int axis) {
    return chart.getAxisSet().getXAxis(0).getPixelCoordinate(axis);
  }

  int y(double share) {
    return chart.getAxisSet().getYAxis(0).getPixelCoordinate(share);
  }

  double share(int y) {
    return Math.clamp(chart.getAxisSet().getYAxis(0).getDataCoordinate(y), 0, 1);
  }

  @Override
  public void paintControl(PaintEvent event) {
    GC gc = event.gc;
    ThemeColours colours = ThemeColours.in(chart.getParent());
    for (int i = 0; i < axes.size(); i++) {
      DesignAxis axis = axes.get(i);
      gc.setForeground(colours.text());
      gc.setLineWidth(current.isPresent() && current.getAsInt() == i ? 2 : 1);
      gc.drawLine(x(i), y(0), x(i), y(1));
      gc.setLineWidth(1);
      range(gc, colours, i, brush.of(axis).map(axis::span));
      labels(gc, colours, i);
      title(gc, colours, i);
    }
  }

  /** Label an axis upwards, as far as there is room. */
  private void labels(GC gc, ThemeColours colours, int axis) {
    int free = Integer.MAX_VALUE;
    for (DesignAxis.Tick tick : axes.get(axis).ticks()) {
      int middle = y(tick.share());
      Point size = gc.textExtent(tick.label());
      gc.setForeground(colours.text());
      gc.drawLine(x(axis) - TICK, middle, x(axis) + TICK, middle);
      if (middle + size.y / 2 <= free) {
        words(gc, colours, tick.label(), x(axis) + GAP, middle - size.y / 2);
        free = middle - size.y / 2;
      }
    }
  }

  private void range(GC gc, ThemeColours colours, int axis, Optional<DesignAxis.Span> span) {
    span.ifPresent(range -> {
      gc.setBackground(colours.text());
      gc.setAlpha(BRUSHED);
      int top = y(range.to()) - TICK;
      gc.fillRectangle(x(axis) - BRUSH / 2, top, BRUSH, y(range.from()) + TICK - top);
      gc.setAlpha(OPAQUE);
    });
  }

  /** Write the title above an axis, every second one a line lower; shortened where it would reach the next but one. */
  private void title(GC gc, ThemeColours colours, int axis) {
    int room = axes.size() < 2 ? Integer.MAX_VALUE : 2 * (x(1) - x(0)) - GAP;
    String title = axes.get(axis).title();
    while (title.length() > 2 && gc.textExtent(title).x > room) {
      title = title.substring(0, title.length() - (title.endsWith(ELLIPSIS) ? 2 : 1)) + ELLIPSIS;
    }
    Point size = gc.textExtent(title);
    int most = chart.getPlotArea().getSize().x - size.x;
    words(gc, colours, title, Math.clamp(x(axis) - size.x / 2, 0, Math.max(0, most)), axis % 2 == 0 ? 0 : size.y);
  }

  /** Write words so that the lines behind them are faint. */
  private static void words(GC gc, ThemeColours colours, String words, int x, int y) {
    Point size = gc.textExtent(words);
    gc.setBackground(colours.ground());
    gc.setAlpha(CLEAR);
    gc.fillRectangle(x - 1, y, size.x + 2, size.y);
    gc.setAlpha(OPAQUE);
    gc.setForeground(colours.text());
    gc.drawText(words, x, y, SWT.DRAW_TRANSPARENT);
  }
}
