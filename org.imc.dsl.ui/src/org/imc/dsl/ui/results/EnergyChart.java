package org.imc.dsl.ui.results;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/** Stacked bars: what each layer's energy is spent on. */
final class EnergyChart {

  private static final int SLANTED = 45;
  private static final int UPRIGHT = 90;
  /** Pixels from one label to the next below which slanted ones would touch. */
  private static final int LEAST_ROOM = 24;
  private static final int FEW_LABELS = 4;
  private static final double HEADROOM = 1.05;
  private static final int BAR_PADDING = 30;

  private final Chart chart;
  private @Nullable Evaluation shown;

  EnergyChart(Composite parent) {
    chart = new Chart(parent, SWT.NONE);
    chart.getTitle().setVisible(false);
    chart.getLegend().setPosition(SWT.RIGHT);
    IAxis x = chart.getAxisSet().getXAxis(0);
    x.getTitle().setVisible(false);
    chart.getAxisSet().getYAxis(0).getTitle().setFont(
        JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    x.getGrid().setStyle(LineStyle.NONE);
    useThemeColours();
    chart.setVisible(false);
    chart.addListener(SWT.Resize, event -> turnLabels());
  }

  Chart chart() {
    return chart;
  }

  /** Show an evaluation, or nothing; paler while a newer one is on its way. */
  void show(@Nullable Evaluation evaluation, boolean outdated) {
    chart.setVisible(evaluation != null && !evaluation.layers().isEmpty());
    if (evaluation != null && evaluation != shown) {
      draw(evaluation);
    }
    shown = evaluation;
    List<EnergySeries> series = evaluation == null ? List.of() : EnergySeries.of(evaluation);
    paint(series, outdated);
    chart.redraw();
  }

  private void draw(Evaluation evaluation) {
    chart.suspendUpdate(true);
    for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
      chart.getSeriesSet().deleteSeries(old.getId());
    }
    double largest = evaluation.layers().stream().mapToDouble(layer -> layer.energy().totalPj()).max().orElse(0);
    Scale scale = Scale.energy(largest);
    for (EnergySeries each : EnergySeries.of(evaluation)) {
      var bars = (IBarSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.BAR, each.label());
      bars.setYSeries(each.pj().stream().mapToDouble(scale::of).toArray());
      bars.enableStack(true);
      bars.setBarPadding(BAR_PADDING);
    }
    chart.suspendUpdate(false);
    IAxis x = chart.getAxisSet().getXAxis(0);
    x.setCategorySeries(evaluation.layers().stream().map(layer -> layer.layer().name()).toArray(String[]::new));
    x.enableCategory(true);
    x.setRange(new Range(0, evaluation.layers().size() - 1));
    x.getTick().setTickLabelAngle(angle(evaluation.layers().size()));
    IAxis y = chart.getAxisSet().getYAxis(0);
    y.getTitle().setText("Energy (%s)".formatted(scale.unit()));
    y.setRange(new Range(0, Math.max(Double.MIN_NORMAL, scale.of(largest) * HEADROOM)));
    useThemeColours();
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
      int angle = angle(shown.layers().size());
      if (tick.getTickLabelAngle() != angle) {
        tick.setTickLabelAngle(angle);
      }
    }
  }

  private void paint(List<EnergySeries> series, boolean outdated) {
    for (EnergySeries each : series) {
      var bars = (IBarSeries<?>) chart.getSeriesSet().getSeries(each.label());
      bars.setBarColor(new Color(outdated ? pale(each.colour()) : each.colour()));
    }
  }

  private RGB pale(RGB colour) {
    RGB ground = chart.getPlotArea().getBackground().getRGB();
    return new RGB((colour.red + 2 * ground.red) / 3, (colour.green + 2 * ground.green) / 3,
        (colour.blue + 2 * ground.blue) / 3);
  }

  private void useThemeColours() {
    Display display = chart.getDisplay();
    Color ground = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
    Color text = display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
    chart.setBackground(ground);
    chart.getPlotArea().setBackground(ground);
    chart.getLegend().setBackground(ground);
    chart.getLegend().setForeground(text);
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTitle().setForeground(text);
      axis.getTick().setForeground(text);
      axis.getGrid().setForeground(display.getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
    }
  }
}
