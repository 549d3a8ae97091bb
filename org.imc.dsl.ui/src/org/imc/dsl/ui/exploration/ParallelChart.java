package org.imc.dsl.ui.exploration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.imc.dsl.report.DesignAxis;
import org.imc.dsl.report.DesignWords;
import org.imc.dsl.report.Explored;
import org.imc.dsl.ui.views.ThemeColours;
import org.jspecify.annotations.Nullable;

/** Designs as lines across an axis for each choice and each figure; what does not lie in the brushed ranges is not drawn. */
final class ParallelChart {

  private static final int REACH = 6;

  /** Lines beyond these would be one colour. */
  private static final int MOST_LINES = 2_000;

  /** Room around the axes for their labels and titles, px. */
  private static final int LEFT = 36;
  private static final int RIGHT = 60;
  private static final int BELOW = 12;
  private static final int ABOVE = 46;

  private final Chart chart;
  private final AxisPainter painter;
  private @Nullable DesignSelection shown;

  ParallelChart(Composite parent) {
    chart = new Chart(parent, SWT.NONE);
    chart.getTitle().setVisible(false);
    chart.getLegend().setVisible(false); // both plots share one
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTitle().setVisible(false);
      axis.getTick().setVisible(false);
      axis.getGrid().setStyle(LineStyle.NONE);
    }
    ThemeColours.apply(chart);
    painter = new AxisPainter(chart);
    chart.getPlotArea().addCustomPaintListener(painter);
    chart.getPlotArea().getControl().addListener(SWT.Resize, event -> fit());
    chart.getPlotArea().addMouseMoveListener(event -> chart.getPlotArea().setToolTipText(tip(event.x, event.y)));
  }

  Chart chart() {
    return chart;
  }

  /** Call somebody with the line that is clicked, and with that which is double-clicked. */
  void onClick(Consumer<Explored.Priced> selecting, Consumer<Explored.Priced> opening) {
    var plot = chart.getPlotArea().getControl();
    plot.addListener(SWT.MouseDown, event -> at(event.x, event.y).filter(design -> event.button == 1).ifPresent(selecting));
    plot.addListener(SWT.MouseDoubleClick, event -> at(event.x, event.y).filter(design -> event.button == 1).ifPresent(opening));
  }

  /** Show designs; grey while they are those of an older text. */
  void show(DesignSelection next, boolean outdated) {
    shown = next;
    painter.show(next.axes(), next.brush());
    chart.suspendUpdate(true);
    Series.clear(chart);
    add(Series.OTHERS, design -> !next.isBest(design), outdated, look(1));
    add(Series.FRONT, next::isBest, outdated, look(2));
    add(Series.SELECTED, design -> design.equals(next.selected()), outdated, look(3));
    chart.suspendUpdate(false);
    fit();
    ThemeColours.apply(chart);
    chart.redraw();
  }

  /** Leave room for words around the axes. */
  private void fit() {
    Point size = chart.getPlotArea().getSize();
    double last = shown == null ? 1 : Math.max(1, shown.axes().size() - 1);
    double perPixel = last / Math.max(1, size.x - LEFT - RIGHT);
    chart.getAxisSet().getXAxis(0).setRange(new Range(-LEFT * perPixel, last + RIGHT * perPixel));
    double share = 1.0 / Math.max(1, size.y - ABOVE - BELOW);
    chart.getAxisSet().getYAxis(0).setRange(new Range(-BELOW * share, 1 + ABOVE * share));
  }

  private static Series.Look look(int width) {
    return (ILineSeries<?> series) -> {
      series.setSymbolType(PlotSymbolType.NONE);
      series.setLineWidth(width);
    };
  }

  /** Add designs as one line that goes to and fro: where it turns, it lies on the outer axes. */
  private void add(String name, Predicate<Explored.Priced> which, boolean outdated, Series.Look look) {
    if (shown == null || shown.axes().isEmpty()) {
      return;
    }
    List<Explored.Priced> designs = shown.shown().stream().filter(which).limit(MOST_LINES).toList();
    int axes = shown.axes().size();
    double[] x = new double[designs.size() * axes];
    double[] y = new double[x.length];
    for (int i = 0; i < designs.size(); i++) {
      for (int k = 0; k < axes; k++) {
        int axis = i % 2 == 0 ? k : axes - 1 - k;
        x[i * axes + k] = axis;
        y[i * axes + k] = shown.axes().get(axis).share(designs.get(i));
      }
    }
    Series.add(chart, name, x, y, outdated, look);
  }

  private @Nullable String tip(int x, int y) {
    return at(x, y).flatMap(design -> Optional.ofNullable(shown).map(now -> DesignWords.of(now.exploration(), design))).orElse(null);
  }

  /** Return the shown design whose line is nearest to a place of the plot, if one is near and no axis is. */
  Optional<Explored.Priced> at(int x, int y) {
    DesignSelection now = shown;
    double across = chart.getAxisSet().getXAxis(0).getDataCoordinate(x);
    int left = (int) Math.floor(across);
    if (now == null || left < 0 || left + 1 >= now.axes().size() || painter.axisAt(x).isPresent()) {
      return Optional.empty();
    }
    IAxis up = chart.getAxisSet().getYAxis(0);
    DesignAxis from = now.axes().get(left);
    DesignAxis to = now.axes().get(left + 1);
    Comparator<Explored.Priced> byDistance = Comparator.comparingDouble(design -> Math.abs(
        up.getPixelCoordinate(from.share(design) + (across - left) * (to.share(design) - from.share(design))) - y));
    return now.shown().stream().min(byDistance).filter(design -> Math.abs(
        up.getPixelCoordinate(from.share(design) + (across - left) * (to.share(design) - from.share(design))) - y) <= REACH);
  }

  AxisPainter axes() {
    return painter;
  }
}
