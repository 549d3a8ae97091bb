package org.imc.dsl.ui.exploration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.imc.dsl.report.Explored;

/** Designs as lines across an axis for each choice and each figure; what does not lie in the brushed ranges is not drawn. */
final class ParallelChart extends DesignChart {

  private static final int REACH = 6;

  /** Lines beyond these would be one colour. */
  private static final int MOST_LINES = 2_000;

  /** Room around the axes for their labels and titles, px. */
  private static final int LEFT = 36;
  private static final int RIGHT = 60;
  private static final int BELOW = 12;
  private static final int ABOVE = 46;

  private final AxisPainter painter;

  ParallelChart(Composite parent) {
    super(parent);
    Chart chart = chart();
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTitle().setVisible(false);
      axis.getTick().setVisible(false);
      axis.getGrid().setStyle(LineStyle.NONE);
    }
    painter = new AxisPainter(chart);
    chart.getPlotArea().addCustomPaintListener(painter);
    chart.getPlotArea().getControl().addListener(SWT.Resize, event -> fit());
  }

  @Override
  void draw(DesignSelection next, boolean outdated) {
    painter.show(next.axes(), next.brush());
    add(Series.OTHERS, design -> !next.isBest(design), outdated, look(1));
    add(Series.FRONT, next::isBest, outdated, look(2));
    add(Series.SELECTED, design -> design.equals(next.selected()), outdated, look(3));
    fit();
  }

  /** Leave room for words around the axes. */
  private void fit() {
    Chart chart = chart();
    DesignSelection shown = shown();
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
    DesignSelection shown = shown();
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
    Series.add(chart(), name, x, y, outdated, look);
  }

  /** Return the shown design whose line is nearest to a place of the plot, if one is near and no axis is. */
  @Override
  Optional<Explored.Priced> at(int x, int y) {
    DesignSelection now = shown();
    double across = chart().getAxisSet().getXAxis(0).getDataCoordinate(x);
    int left = (int) Math.floor(across);
    if (now == null || left < 0 || left + 1 >= now.axes().size() || painter.axisAt(x).isPresent()) {
      return Optional.empty();
    }
    IAxis up = chart().getAxisSet().getYAxis(0);
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
