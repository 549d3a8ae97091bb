package org.imc.engine.explore;

import java.util.function.ToDoubleFunction;

/**
 * A figure by which designs are judged. Each rises, or each falls, with energy, latency and area alike: so the figure of
 * bounds bounds the figure.
 */
public enum Metric {
  ENERGY("energy", "pJ", false, DesignCost::energyPj),
  LATENCY("latency", "ns", false, DesignCost::latencyNs),
  EDP("edp", "pJ·ns", false, cost -> cost.energyPj() * cost.latencyNs()),
  AREA("area", "mm²", false, DesignCost::areaMm2),
  EFFICIENCY("efficiency", "TOPS/W", true, cost -> cost.operations() / cost.energyPj()),
  THROUGHPUT("throughput", "TOPS", true, cost -> cost.operations() / cost.latencyNs() / 1000),
  DENSITY("density", "TOPS/mm²", true, cost -> cost.operations() / cost.latencyNs() / 1000 / cost.areaMm2());

  private final String label;
  private final String unit;
  private final boolean moreIsBetter;
  private final ToDoubleFunction<DesignCost> figure;

  Metric(String label, String unit, boolean moreIsBetter, ToDoubleFunction<DesignCost> figure) {
    this.label = label;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
    this.figure = figure;
  }

  /** Return the word for it. */
  public String label() {
    return label;
  }

  /** Return its unit. */
  public String unit() {
    return unit;
  }

  /** Return whether designs are better for more of it. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** Return the figure of a design, in its unit. */
  public double of(DesignCost cost) {
    return figure.applyAsDouble(cost);
  }

  /** Return the figure such that less is better. */
  double badness(DesignCost cost) {
    return moreIsBetter ? -of(cost) : of(cost);
  }
}
