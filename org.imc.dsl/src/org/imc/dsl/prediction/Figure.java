package org.imc.dsl.prediction;

import org.imc.engine.result.MacroCost;

/** A figure of a chip that is published and predicted. Less is better in all of them. */
public enum Figure {
  /** Of all macros, mm². */
  AREA("area", "mm²"),
  /** Of the critical path, ns. */
  CLOCK("clock period", "ns"),
  /** Of one multiply-accumulate, fJ. */
  ENERGY("energy of a MAC", "fJ");

  private static final double OPS_PER_MAC = 2;
  private static final double FJ_PER_PJ = 1000;

  private final String label;
  private final String unit;

  Figure(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** Return the words for people. */
  public String label() {
    return label;
  }

  /** Return the unit. */
  public String unit() {
    return unit;
  }

  /** Return what the model predicts for so many macros. */
  double predicted(MacroCost macro, long count) {
    return switch (this) {
      case AREA -> macro.area().totalMm2() * count;
      case CLOCK -> macro.criticalPath().totalNs();
      case ENERGY -> macro.energyPerCycle().totalPj() * FJ_PER_PJ / macro.macsPerCycle();
    };
  }

  /** Return the energy of a MAC, fJ, at an efficiency in TOPS/W. */
  static double energyFj(double topsPerWatt) {
    return OPS_PER_MAC * FJ_PER_PJ / topsPerWatt;
  }
}
