package org.imc.dsl.claim;

import org.imc.dsl.quantity.Dimension;

/** What can be said of a network on an architecture. Figures are in the canonical unit of their dimension. */
public enum Metric {
  /** Energy of an inference, pJ. */
  ENERGY(Dimension.ENERGY),
  /** Time of an inference, ns. */
  LATENCY(Dimension.TIME),
  /** Area of the chip, um². */
  AREA(Dimension.AREA),
  /** Operations per energy, TOPS/W; one multiply-accumulate is two operations. */
  EFFICIENCY(Dimension.EFFICIENCY),
  /** Operations per time, TOPS. */
  THROUGHPUT(Dimension.THROUGHPUT),
  /** Operations per time and area, TOPS/mm². */
  DENSITY(Dimension.COMPUTE_DENSITY),
  /** What a part of the macros or a memory has of the energy of an inference, 0 to 1. */
  SHARE(Dimension.COUNT);

  private final Dimension dimension;

  Metric(Dimension dimension) {
    this.dimension = dimension;
  }

  /** Return what it measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** Return whether a macro at its peak has it. */
  public boolean hasPeak() {
    return this == EFFICIENCY || this == THROUGHPUT || this == DENSITY;
  }

  /** Return whether a part of the macros or a memory has it. */
  public boolean hasParts() {
    return this == ENERGY || this == SHARE;
  }

  /** Return whether a layer alone has it. */
  public boolean hasLayers() {
    return this != AREA && this != DENSITY;
  }
}
