package org.imc.dsl.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * What a coordinate of a chart shows.
 *
 * @param title with its unit
 * @param logarithmic whether equal distances are equal ratios
 * @param low value at its start
 * @param high value at its end
 * @param ticks values that are written
 */
public record Axis(String title, boolean logarithmic, double low, double high, List<Double> ticks) {

  public Axis {
    ticks = List.copyOf(ticks);
  }

  /** Return a logarithmic axis of whole decades around positive values. */
  public static Axis decades(String title, double[] values) {
    DoubleSummaryStatistics range = range(values);
    int first = (int) Math.floor(Math.log10(range.getMin()));
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(range.getMax())));
    var ticks = new ArrayList<Double>();
    for (int decade = first; decade <= last; decade++) {
      ticks.add(BigDecimal.ONE.scaleByPowerOfTen(decade).doubleValue());
    }
    return new Axis(title, true, ticks.getFirst(), ticks.getLast(), ticks);
  }

  /** Return a logarithmic axis around positive values, on which those of the ticks that lie within are written. */
  public static Axis ratios(String title, double[] values, List<Double> ticks) {
    DoubleSummaryStatistics range = range(values);
    double low = range.getMin() / 1.25;
    double high = range.getMax() * 1.25;
    return new Axis(title, true, low, high, ticks.stream().filter(tick -> tick >= low && tick <= high).toList());
  }

  /** Return an axis of whole numbers around values. */
  public static Axis whole(String title, double[] values) {
    DoubleSummaryStatistics range = range(values);
    long first = Math.round(range.getMin());
    long last = Math.round(range.getMax());
    long step = Math.max(1, Math.ceilDiv(last - first, 20L));
    var ticks = new ArrayList<Double>();
    for (long value = first; value <= last; value += step) {
      ticks.add((double) value);
    }
    return new Axis(title, false, first - 0.6, last + 0.6, ticks);
  }

  private static DoubleSummaryStatistics range(double[] values) {
    var range = new DoubleSummaryStatistics();
    for (double value : values) {
      range.accept(value);
    }
    if (range.getCount() == 0) {
      range.accept(1);
    }
    return range;
  }

  /** Return where a value lies, 0 at the start and 1 at the end. */
  double share(double value) {
    return logarithmic
        ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
        : (value - low) / (high - low);
  }

  /** Return a tick as it is written. */
  static String words(double tick) {
    return BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString();
  }
}
