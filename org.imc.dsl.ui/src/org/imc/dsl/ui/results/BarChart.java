package org.imc.dsl.ui.results;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.imc.dsl.ui.views.ThemeColours;
import org.jspecify.annotations.Nullable;

/** Stacked bars: what each layer's energy or time is spent on, or the chip's area. */
final class BarChart {

  private static final int SLANTED = 45;
  private static final int UPRIGHT = 90;
  /** Pixels from one label to the next below which slanted ones would touch. */
  private static final int LEAST_ROOM = 24;
  private static final int FEW_LABELS = 4;
  private static final double HEADROOM = 1.05;
  private static final int BAR_PADDING = 30;
  private static final int ALONE_PADDING = 80;

  private final Chart chart;
  private @Nullable Bars shown;

  BarChart(Composite parent) {
    chart = new Chart(parent, SWT.NONE);
    chart.getTitle().setVisible(false);
    chart.getLegend().setPosition(SWT.RIGHT);
    IAxis x = chart.getAxisSet().getXAxis(0);
    x.getTitle().setVisible(false);
    chart.getAxisSet().getYAxis(0).getTitle().setFont(
        JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    x.getGrid().setStyle(LineStyle.NONE);
    ThemeColours.follow(chart);
    chart.setVisible(false);
    chart.addListener(SWT.Resize, event -> turnLabels());
  }

  Chart chart() {
    return chart;
  }

  /** Show bars, or nothing; paler while newer ones are on their way. */
  void show(@Nullable Bars bars, boolean outdated) {
    chart.setVisible(bars != null && !bars.categories().isEmpty());
    if (bars != null && !bars.equals(shown)) {
      draw(bars);
    }
    shown = bars;
    paint(bars == null ? List.of() : bars.series(), outdated);
    chart.redraw();
  }

  /** Return what is shown. */
  @Nullable Bars bars() {
    return shown;
  }

  private void draw(Bars bars) {
    chart.suspendUpdate(true);
    for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
      chart.getSeriesSet().deleteSeries(old.getId());
    }
    for (BarSeries each : bars.series()) {
      var drawn = (IBarSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.BAR, each.label());
      drawn.setYSeries(each.values().stream().mapToDouble(value -> value * bars.factor()).toArray());
      drawn.enableStack(true);
      drawn.setBarPadding(bars.categories().size() == 1 ? ALONE_PADDING : BAR_PADDING);
    }
    IAxis x = chart.getAxisSet().getXAxis(0);
    x.setCategorySeries(bars.categories().toArray(String[]::new));
    x.enableCategory(true);
    x.setRange(new Range(0, bars.categories().size() - 1));
    x.getTick().setTickLabelAngle(angle(bars.categories().size()));
    IAxis y = chart.getAxisSet().getYAxis(0);
    y.getTitle().setText("%s (%s)".formatted(bars.title(), bars.unit()));
    y.setRange(new Range(0, Math.max(Double.MIN_NORMAL, bars.highest() * HEADROOM)));
    ThemeColours.apply(chart);
    chart.suspendUpdate(false);
  }

  /** Turn the labels as far as they need to be turned not to overlap. */
  private int angle(int labels) {
    int room = chart.getPlotArea().getSize().x / Math.max(1, labels);
    if (labels <= FEW_LABELS) {
      return 0;
    }
    return room < LEAST_ROOM ? UPRIGHT : SLANTED;
  }

  private void turnLabels() {
    if (shown != null) {
      var tick = chart.getAxisSet().getXAxis(0).getTick();
      int angle = angle(shown.categories().size());
      if (tick.getTickLabelAngle() != angle) {
        tick.setTickLabelAngle(angle);
      }
    }
  }

  private void paint(List<BarSeries> series, boolean outdated) {
    for (BarSeries each : series) {
      var bars = (IBarSeries<?>) chart.getSeriesSet().getSeries(each.label());
      bars.setBarColor(new Color(outdated ? pale(each.colour()) : each.colour()));
    }
  }

  private RGB pale(RGB colour) {
    RGB ground = chart.getPlotArea().getBackground().getRGB();
    return new RGB((colour.red + 2 * ground.red) / 3, (colour.green + 2 * ground.green) / 3,
        (colour.blue + 2 * ground.blue) / 3);
  }
}
