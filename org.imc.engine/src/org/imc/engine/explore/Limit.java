package org.imc.engine.explore;

/**
 * What a design must meet to count.
 *
 * @param metric the figure
 * @param least that it must reach, in its unit
 * @param most that it must not exceed
 */
public record Limit(Metric metric, double least, double most) {

  /** Return whether a design meets it. */
  public boolean admits(DesignCost cost) {
    double value = metric.of(cost);
    return value >= least && value <= most;
  }

  /** Return whether a design of which bounds are known may meet it. */
  boolean mayAdmit(DesignCost bounds) {
    double best = metric.of(bounds);
    return metric.moreIsBetter() ? best >= least : best <= most;
  }

  /** Return what is not met, in words. */
  String words() {
    return least > Double.NEGATIVE_INFINITY && most < Double.POSITIVE_INFINITY
        ? "%s is not from %s to %s %s".formatted(metric.label(), least, most, metric.unit())
        : most < Double.POSITIVE_INFINITY
            ? "%s exceeds %s %s".formatted(metric.label(), most, metric.unit())
            : "%s does not reach %s %s".formatted(metric.label(), least, metric.unit());
  }
}
