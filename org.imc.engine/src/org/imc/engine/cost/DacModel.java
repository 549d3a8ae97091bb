package org.imc.engine.cost;

/**
 * The digital-to-analog converter that drives a row of an analog macro.
 *
 * <p>Shape: one conversion drives one row for one cycle. Area and delay are neglected by the source.
 * <p>Units: coefficient in fF per bit (times V²), energy in pJ.
 * <p>Limits: fitted to published analog macros with drivers of 1 to 8 bits; a 1-bit driver is a plain wordline driver and
 * costs nothing here.
 * <p>Source: Houshmand et al. 2023 (arXiv 2305.18335), k0.
 *
 * @param bits resolution: the activation bits applied per cycle
 */
public record DacModel(int bits) {

  /** Energy coefficient, fF per bit (times V²). Source: Houshmand et al. 2023, k0. */
  public static final double ENERGY_PER_BIT_FF = 50;

  /** Most bits of the drivers that it was fitted on. Source: Houshmand et al. 2023. */
  public static final int MOST_BITS = 8;

  /** Return whether there is a converter at all: a 1-bit input needs none. */
  public boolean isPresent() {
    return bits > 1;
  }

  /** Return the energy of one conversion at a supply in V, pJ. */
  public double energyPj(double supplyV) {
    return isPresent() ? ENERGY_PER_BIT_FF * bits * supplyV * supplyV * Units.PJ_PER_FJ : 0;
  }
}
