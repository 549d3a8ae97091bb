package org.imc.dsl.ui.views;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import java.util.Locale;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.jspecify.annotations.Nullable;

/** The axes of plots by two figures: what they reach over, and which of their ticks are labelled. */
public final class PlotAxis {

  /** The least distance between labels, px: across they stand side by side. */
  private static final int ACROSS = 48;
  private static final int UP = 24;

  private static final double TWO = Math.log10(2);

  private PlotAxis() { }

  /** Prepare the axes of a chart. */
  public static void prepare(Chart chart) {
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTitle().setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
      axis.getGrid().setStyle(LineStyle.NONE);
    }
  }

  /** Let an axis reach from a figure to another in equal steps. */
  public static void linear(IAxis axis, double from, double to) {
    axis.enableLogScale(false);
    axis.setRange(new Range(from, to));
    axis.getTick().setFormat(plain());
  }

  /**
   * Let an axis reach over positive figures in equal ratios, with labels at the powers of ten.
   *
   * @param from the least figure; the axis begins there or at the next lower one that can be labelled
   * @param to the largest figure
   */
  public static void logarithmic(Chart chart, IAxis axis, double from, double to) {
    double power = Math.pow(10, Math.floor(Math.log10(from)));
    double begin = 2 * power <= from && hasRoom(chart, axis, 1 - TWO, Math.log10(to / from)) ? 2 * power : power;
    axis.enableLogScale(false);
    axis.setRange(new Range(begin, to));
    axis.enableLogScale(true);
    axis.getTick().setFormat(new Powers(chart, axis));
  }

  /** Return whether labels do not touch that are some decades apart, on an axis of so many of them. */
  private static boolean hasRoom(Chart chart, IAxis axis, double apart, double decades) {
    Point size = chart.getPlotArea().getSize();
    boolean across = axis.getDirection() == IAxis.Direction.X;
    return (across ? size.x : size.y) * apart / decades > (across ? ACROSS : UP);
  }

  private static DecimalFormat plain() {
    return new DecimalFormat("0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /**
   * Labels of a logarithmic axis: where it begins, the powers of ten, and where there is room twice and five times those.
   * SWTChart labels each multiple of a power as long as there is room behind the label before, so that the 8 takes the place
   * of the 10; where that label is a number of some other tick it writes dots. What needs more room than there is is left out.
   */
  private static final class Powers extends Format {

    private static final long serialVersionUID = 1;

    /** Wider and higher than the room between any two labels; it is measured, and never written. */
    private static final String NO_ROOM = "W".repeat(60) + "\n".repeat(24);

    /** How far a tick may be from where it should be, as it was computed. */
    private static final double SLACK = 1e-6;

    private final transient Chart chart;
    private final transient IAxis axis;

    Powers(Chart chart, IAxis axis) {
      this.chart = chart;
      this.axis = axis;
    }

    @Override
    public StringBuffer format(Object number, StringBuffer to, FieldPosition position) {
      double value = ((Number) number).doubleValue();
      double exponent = Math.log10(value);
      double beyond = exponent - Math.floor(exponent + SLACK);
      boolean first = Math.abs(value / axis.getRange().lower - 1) < SLACK;
      return first || Math.abs(beyond) < SLACK
          || hasRoom() && (Math.abs(beyond - TWO) < SLACK || Math.abs(beyond - (1 - TWO)) < SLACK)
          ? plain().format(value, to, position) : to.append(NO_ROOM);
    }

    /** Return whether labels that are a factor of two apart do not touch. */
    private boolean hasRoom() {
      return PlotAxis.hasRoom(chart, axis, TWO, Math.log10(axis.getRange().upper / axis.getRange().lower));
    }

    @Override
    public @Nullable Object parseObject(String source, ParsePosition position) {
      return plain().parseObject(source, position);
    }
  }
}
