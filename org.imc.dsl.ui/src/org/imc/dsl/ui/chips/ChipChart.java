package org.imc.dsl.ui.chips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.ui.views.PlotAxis;
import org.imc.dsl.ui.views.ThemeColours;
import org.imc.model.imc.ComputeStyle;

/** Energy efficiency against compute density, both logarithmic: circles analog, diamonds digital, a star for the design. */
final class ChipChart {

  private static final int REACH = 10;
  private static final int SMALL = 4;
  private static final int LARGE = 9;
  private static final double MARGIN = 1.6;

  private static final String DESIGN = "this design";

  private final Chart chart;
  private List<ChipPoint> points = List.of();
  private String unit = "";
  private Consumer<ChipPoint> opener = point -> { };

  ChipChart(Composite parent) {
    chart = new Chart(parent, SWT.NONE);
    chart.getTitle().setVisible(false);
    chart.getLegend().setPosition(SWT.RIGHT);
    PlotAxis.prepare(chart);
    ThemeColours.follow(chart);
    chart.getPlotArea().addMouseMoveListener(event -> chart.getPlotArea().setToolTipText(
        at(event.x, event.y).map(ChipPoint::description).orElse(null)));
    chart.getPlotArea().getControl().addListener(SWT.MouseUp, this::click);
    chart.addPaintListener(event -> chart.getDisplay().asyncExec(() -> {
      if (!chart.isDisposed()) {
        fitTitle(); // not while the chart lays itself out
      }
    }));
  }

  Chart chart() {
    return chart;
  }

  /** Call somebody with the point that is clicked on. */
  void onOpen(Consumer<ChipPoint> called) {
    opener = called;
  }

  private void click(Event event) {
    if (event.button == 1) {
      at(event.x, event.y).ifPresent(opener);
    }
  }

  /** Return the point nearest to a place of the plot, if one is near. */
  Optional<ChipPoint> at(int x, int y) {
    IAxis across = chart.getAxisSet().getXAxis(0);
    IAxis up = chart.getAxisSet().getYAxis(0);
    return points.stream()
        .filter(point -> Math.abs(across.getPixelCoordinate(point.topsPerMm2()) - x) <= REACH
            && Math.abs(up.getPixelCoordinate(point.topsPerWatt()) - y) <= REACH)
        .min(Comparator.comparingDouble(point -> Math.hypot(across.getPixelCoordinate(point.topsPerMm2()) - x,
            up.getPixelCoordinate(point.topsPerWatt()) - y)));
  }

  /** Show points, and the chip under design if there is one. */
  void show(List<ChipPoint> shown, Optional<Design> design, Normalisation normalisation) {
    points = shown;
    chart.suspendUpdate(true);
    for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
      chart.getSeriesSet().deleteSeries(old.getId());
    }
    RGB blue = ThemeColours.isDark(chart.getParent()) ? new RGB(0x7B, 0xAF, 0xDE) : new RGB(0x19, 0x65, 0xB0);
    add("analog", PlotSymbolType.CIRCLE, blue, SMALL, point -> point.row().chip().style() == ComputeStyle.ANALOG);
    add("digital", PlotSymbolType.DIAMOND, new RGB(0xE8, 0x60, 0x1C), SMALL + 1,
        point -> point.row().chip().style() == ComputeStyle.DIGITAL);
    add("not told", PlotSymbolType.TRIANGLE, new RGB(0x77, 0x77, 0x77), SMALL, point -> point.row().chip().style() == null);
    design.ifPresent(own -> series(DESIGN, PlotSymbolType.SQUARE, new RGB(0xDC, 0x05, 0x0C), LARGE,
        new double[] {own.topsPerMm2(normalisation)}, new double[] {own.topsPerWatt(normalisation)}));
    var across = new ArrayList<>(shown.stream().map(ChipPoint::topsPerMm2).toList());
    var up = new ArrayList<>(shown.stream().map(ChipPoint::topsPerWatt).toList());
    design.ifPresent(own -> {
      across.add(own.topsPerMm2(normalisation));
      up.add(own.topsPerWatt(normalisation));
    });
    chart.getAxisSet().getXAxis(0).getTitle().setText("Compute density (%s)".formatted(normalisation.unit("TOPS/mm²")));
    unit = normalisation.unit("TOPS/W");
    fitTitle();
    scale(chart.getAxisSet().getXAxis(0), across);
    scale(chart.getAxisSet().getYAxis(0), up);
    ThemeColours.apply(chart);
    chart.suspendUpdate(false);
    chart.redraw();
  }

  private void add(String name, PlotSymbolType symbol, RGB colour, int size, Predicate<ChipPoint> which) {
    List<ChipPoint> of = points.stream().filter(which).toList();
    if (!of.isEmpty()) {
      series(name, symbol, colour, size, of.stream().mapToDouble(ChipPoint::topsPerMm2).toArray(),
          of.stream().mapToDouble(ChipPoint::topsPerWatt).toArray());
    }
  }

  private void series(String name, PlotSymbolType symbol, RGB colour, int size, double[] x, double[] y) {
    var series = (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, name);
    series.setXSeries(x);
    series.setYSeries(y);
    series.setLineStyle(LineStyle.NONE);
    series.setSymbolType(symbol);
    series.setSymbolSize(size);
    series.setSymbolColor(new Color(colour));
    series.setLineColor(new Color(colour));
  }

  /** Title the upright axis: in full where there is room, else only its unit: words that are cut say nothing. */
  private void fitTitle() {
    var title = chart.getAxisSet().getYAxis(0).getTitle();
    String full = "Energy efficiency (%s)".formatted(unit);
    var gc = new GC(chart);
    gc.setFont(title.getFont());
    boolean fits = gc.textExtent(full).x <= chart.getPlotArea().getControl().getSize().y;
    gc.dispose();
    String text = fits ? full : unit;
    if (!text.equals(title.getText())) {
      title.setText(text);
    }
  }

  private void scale(IAxis axis, List<Double> values) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(10);
    PlotAxis.logarithmic(chart, axis, least / MARGIN, most * MARGIN);
  }
}
