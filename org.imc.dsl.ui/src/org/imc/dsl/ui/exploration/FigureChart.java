package org.imc.dsl.ui.exploration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.LineStyle;
import org.imc.dsl.report.Explored;
import org.imc.dsl.report.PlotScale;
import org.imc.dsl.ui.views.PlotAxis;
import org.imc.engine.explore.Metric;

/** Designs by two of their figures: circles, diamonds on the front, a square around the selected one. */
final class FigureChart extends DesignChart {

  private static final int REACH = 9;

  /** Between two labels of the upright axis, px: there is little height. */
  private static final int HIGH = 28;
  private static final double MARGIN = 1.12;

  /** Ratios beyond which a figure is shown on a logarithmic axis: shorter ones would have one tick or none. */
  private static final double WIDE = 20;

  private Metric across = Metric.LATENCY;
  private Metric up = Metric.ENERGY;

  FigureChart(Composite parent) {
    super(parent);
    PlotAxis.prepare(chart());
    chart().getAxisSet().getYAxis(0).getTick().setTickMarkStepHint(HIGH);
  }

  /** Show other figures. */
  void show(Metric horizontal, Metric vertical) {
    across = horizontal;
    up = vertical;
    draw();
  }

  /** Return the figure to the right. */
  Metric across() {
    return across;
  }

  /** Return the figure upwards. */
  Metric up() {
    return up;
  }

  @Override
  void draw(DesignSelection now, boolean outdated) {
    List<Explored.Priced> all = now.found().designs();
    if (all.isEmpty()) {
      return;
    }
    PlotScale x = PlotScale.of(across, all);
    PlotScale y = PlotScale.of(up, all);
    add(Series.OTHERS, x, y, now.shown(), design -> !now.isBest(design), outdated, look(PlotSymbolType.CIRCLE, 3));
    add(Series.FRONT, x, y, now.shown(), now::isBest, outdated, look(PlotSymbolType.DIAMOND, 6));
    add(Series.SELECTED, x, y, now.shown(), design -> design.equals(now.selected()), outdated, look(PlotSymbolType.SQUARE, 6));
    scale(chart().getAxisSet().getXAxis(0), x, all);
    scale(chart().getAxisSet().getYAxis(0), y, all);
  }

  private static Series.Look look(PlotSymbolType symbol, int size) {
    return (ILineSeries<?> series) -> {
      series.setLineStyle(LineStyle.NONE);
      series.setSymbolType(symbol);
      series.setSymbolSize(size);
    };
  }

  private void add(String name, PlotScale x, PlotScale y, List<Explored.Priced> designs, Predicate<Explored.Priced> which,
      boolean outdated, Series.Look look) {
    List<Explored.Priced> of = designs.stream().filter(which).toList();
    Series.add(chart(), name, of.stream().mapToDouble(x::of).toArray(), of.stream().mapToDouble(y::of).toArray(), outdated, look);
  }

  private void scale(IAxis axis, PlotScale scale, List<Explored.Priced> designs) {
    axis.getTitle().setText("%s [%s]".formatted(scale.metric().label(), scale.unit()));
    double least = designs.stream().mapToDouble(scale::of).min().orElse(1);
    double most = designs.stream().mapToDouble(scale::of).max().orElse(10);
    if (most / least > WIDE) {
      PlotAxis.logarithmic(chart(), axis, least / MARGIN, most * MARGIN);
    } else {
      double margin = Math.max((most - least) / 12, most / 100);
      PlotAxis.linear(axis, least - margin, most + margin);
    }
  }

  @Override
  Optional<Explored.Priced> at(int x, int y) {
    DesignSelection now = shown();
    if (now == null || now.shown().isEmpty()) {
      return Optional.empty();
    }
    PlotScale horizontal = PlotScale.of(across, now.found().designs());
    PlotScale vertical = PlotScale.of(up, now.found().designs());
    IAxis right = chart().getAxisSet().getXAxis(0);
    IAxis upwards = chart().getAxisSet().getYAxis(0);
    Comparator<Explored.Priced> byDistance = Comparator.comparingDouble(design ->
        Math.hypot(right.getPixelCoordinate(horizontal.of(design)) - x, upwards.getPixelCoordinate(vertical.of(design)) - y));
    return now.shown().stream().min(byDistance)
        .filter(design -> Math.abs(right.getPixelCoordinate(horizontal.of(design)) - x) <= REACH
            && Math.abs(upwards.getPixelCoordinate(vertical.of(design)) - y) <= REACH);
  }
}
