package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imc.dsl.chart.Axis;
import org.imc.engine.explore.Metric;

/**
 * The unit of an axis in which the numbers of a plot stay short, and where it is written.
 *
 * @param metric what it shows
 * @param unit with its prefix
 * @param perUnit how many of the metric's unit one of it is
 */
public record PlotScale(Metric metric, String unit, double perUnit) {

  private static final List<String> ENERGIES = List.of("pJ", "nJ", "µJ", "mJ", "J");
  private static final List<String> TIMES = List.of("ns", "µs", "ms", "s");

  /** Close enough that a narrow range has some, far enough apart that they do not touch. */
  private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8};

  /** Steps of a range of several decades. */
  private static final double[] FEW_STEPS = {1, 2, 5};

  private static final double WIDE = 10;

  /** Return the unit in which the least of some designs is between 1 and 1000, as far as there is one. */
  public static PlotScale of(Metric metric, List<Explored.Priced> designs) {
    List<String> units = switch (metric) {
      case Metric.Single.ENERGY -> ENERGIES;
      case Metric.Single.LATENCY -> TIMES;
      default -> List.of(metric.unit());
    };
    double least = designs.stream().mapToDouble(priced -> metric.of(priced.cost())).min().orElse(1);
    int thousands = (int) Math.clamp(Math.floor(Math.log10(least) / 3), 0, units.size() - 1);
    return new PlotScale(metric, units.get(thousands), Math.pow(1000, thousands));
  }

  /** Return the figure of a design. */
  public double of(Explored.Priced priced) {
    return metric.of(priced.cost()) / perUnit;
  }

  /** Return the axis around designs. */
  public Axis axis(List<Explored.Priced> designs) {
    double[] values = designs.stream().mapToDouble(this::of).toArray();
    double low = designs.stream().mapToDouble(this::of).min().orElse(1);
    double high = designs.stream().mapToDouble(this::of).max().orElse(1);
    var ticks = new ArrayList<Double>();
    for (double decade = Math.pow(10, Math.floor(Math.log10(low)) - 1); decade <= 10 * high; decade *= 10) {
      for (double step : high / low > WIDE ? FEW_STEPS : STEPS) {
        ticks.add(Double.parseDouble(String.format(Locale.ROOT, "%.6g", step * decade)));
      }
    }
    return Axis.ratios("%s [%s]".formatted(metric.label(), unit), values, ticks);
  }
}
