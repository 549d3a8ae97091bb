package org.imc.dsl.ui.exploration;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.imc.dsl.report.DesignWords;
import org.imc.dsl.report.Explored;
import org.imc.dsl.report.PlotScale;
import org.imc.dsl.ui.views.ThemeColours;
import org.imc.engine.explore.Metric;
import org.jspecify.annotations.Nullable;

/** Designs by two of their figures: circles, diamonds on the front, a square around the selected one. */
final class FigureChart {

  private static final int REACH = 9;

  /** Between two labels of the upright axis, px: there is little height. */
  private static final int HIGH = 28;
  private static final double MARGIN = 1.12;

  /** Ratios beyond which a figure is shown on a logarithmic axis: shorter ones would have one tick or none. */
  private static final double WIDE = 20;

  private final Chart chart;
  private Metric across = Metric.LATENCY;
  private Metric up = Metric.ENERGY;
  private @Nullable DesignSelection shown;
  private boolean grey;

  FigureChart(Composite parent) {
    chart = new Chart(parent, SWT.NONE);
    chart.getTitle().setVisible(false);
    chart.getLegend().setVisible(false); // both plots share one
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTitle().setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
      axis.getGrid().setStyle(LineStyle.NONE);
    }
    chart.getAxisSet().getYAxis(0).getTick().setTickMarkStepHint(HIGH);
    ThemeColours.apply(chart);
    chart.getPlotArea().addMouseMoveListener(event -> chart.getPlotArea().setToolTipText(
        at(event.x, event.y).flatMap(design -> Optional.ofNullable(shown).map(now -> DesignWords.of(now.exploration(), design)))
            .orElse(null)));
  }

  Chart chart() {
    return chart;
  }

  /** Call somebody with the point that is clicked, and with that which is double-clicked. */
  void onClick(Consumer<Explored.Priced> selecting, Consumer<Explored.Priced> opening) {
    var plot = chart.getPlotArea().getControl();
    plot.addListener(SWT.MouseDown, event -> at(event.x, event.y).filter(design -> event.button == 1).ifPresent(selecting));
    plot.addListener(SWT.MouseDoubleClick, event -> at(event.x, event.y).filter(design -> event.button == 1).ifPresent(opening));
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

  /** Show designs; grey while they are those of an older text. */
  void show(DesignSelection next, boolean outdated) {
    shown = next;
    grey = outdated;
    draw();
  }

  private void draw() {
    DesignSelection now = shown;
    if (now == null || now.found().designs().isEmpty()) {
      Series.clear(chart);
      chart.redraw();
      return;
    }
    PlotScale x = PlotScale.of(across, now.found().designs());
    PlotScale y = PlotScale.of(up, now.found().designs());
    chart.suspendUpdate(true);
    Series.clear(chart);
    add(Series.OTHERS, x, y, design -> !now.isBest(design), look(PlotSymbolType.CIRCLE, 3));
    add(Series.FRONT, x, y, now::isBest, look(PlotSymbolType.DIAMOND, 6));
    add(Series.SELECTED, x, y, design -> design.equals(now.selected()), look(PlotSymbolType.SQUARE, 6));
    chart.suspendUpdate(false);
    scale(chart.getAxisSet().getXAxis(0), x, now.found().designs());
    scale(chart.getAxisSet().getYAxis(0), y, now.found().designs());
    ThemeColours.apply(chart);
    chart.redraw();
  }

  private static Series.Look look(PlotSymbolType symbol, int size) {
    return (ILineSeries<?> series) -> {
      series.setLineStyle(LineStyle.NONE);
      series.setSymbolType(symbol);
      series.setSymbolSize(size);
    };
  }

  private void add(String name, PlotScale x, PlotScale y, Predicate<Explored.Priced> which, Series.Look look) {
    List<Explored.Priced> of = shown == null ? List.of() : shown.shown().stream().filter(which).toList();
    Series.add(chart, name, of.stream().mapToDouble(x::of).toArray(), of.stream().mapToDouble(y::of).toArray(), grey, look);
  }

  private static void scale(IAxis axis, PlotScale scale, List<Explored.Priced> designs) {
    axis.getTitle().setText("%s [%s]".formatted(scale.metric().label(), scale.unit()));
    double least = designs.stream().mapToDouble(scale::of).min().orElse(1);
    double most = designs.stream().mapToDouble(scale::of).max().orElse(10);
    axis.enableLogScale(false);
    axis.setRange(most / least > WIDE ? new Range(least / MARGIN, most * MARGIN)
        : new Range(least - margin(least, most), most + margin(least, most)));
    axis.enableLogScale(most / least > WIDE);
    axis.getTick().setFormat(new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
  }

  private static double margin(double least, double most) {
    return Math.max((most - least) / 12, most / 100);
  }

  /** Return the shown design nearest to a place of the plot, if one is near. */
  Optional<Explored.Priced> at(int x, int y) {
    if (shown == null || shown.shown().isEmpty()) {
      return Optional.empty();
    }
    PlotScale horizontal = PlotScale.of(across, shown.found().designs());
    PlotScale vertical = PlotScale.of(up, shown.found().designs());
    IAxis right = chart.getAxisSet().getXAxis(0);
    IAxis upwards = chart.getAxisSet().getYAxis(0);
    Comparator<Explored.Priced> byDistance = Comparator.comparingDouble(design ->
        Math.hypot(right.getPixelCoordinate(horizontal.of(design)) - x, upwards.getPixelCoordinate(vertical.of(design)) - y));
    return shown.shown().stream().min(byDistance)
        .filter(design -> Math.abs(right.getPixelCoordinate(horizontal.of(design)) - x) <= REACH
            && Math.abs(upwards.getPixelCoordinate(vertical.of(design)) - y) <= REACH);
  }
}
