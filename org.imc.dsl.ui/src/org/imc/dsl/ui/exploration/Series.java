package org.imc.dsl.ui.exploration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.imc.dsl.ui.views.ThemeColours;

/** What the plots of designs have in common: three series, told apart by any colour vision in both themes. */
final class Series {

  static final String OTHERS = "other designs";
  static final String FRONT = "front";
  static final String SELECTED = "selected";

  private static final RGB GREY = new RGB(0x99, 0x99, 0x99);

  private Series() { }

  /** Return the colour of a series; Paul Tol's light blue and orange, and the words' for what is selected. */
  static Color colour(String series, Chart chart, boolean outdated) {
    return switch (series) {
      case FRONT -> outdated ? new Color(GREY) : new Color(0xE8, 0x60, 0x1C);
      case SELECTED -> ThemeColours.in(chart.getParent()).text();
      default -> outdated ? new Color(GREY) : new Color(0x7B, 0xAF, 0xDE);
    };
  }

  /** Take all series away. */
  static void clear(Chart chart) {
    for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
      chart.getSeriesSet().deleteSeries(old.getId());
    }
  }

  /** Add a series, if it has any point. */
  static void add(Chart chart, String name, double[] x, double[] y, boolean outdated, Look look) {
    if (x.length > 0) {
      var series = (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, name);
      series.setXSeries(x);
      series.setYSeries(y);
      Color colour = colour(name, chart, outdated);
      series.setLineColor(colour);
      series.setSymbolColor(colour);
      series.setAntialias(SWT.ON);
      look.apply(series);
    }
  }

  /** Sets how a series looks. */
  interface Look {
    void apply(ILineSeries<?> series);
  }
}
