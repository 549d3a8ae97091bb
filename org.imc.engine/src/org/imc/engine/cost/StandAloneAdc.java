package org.imc.engine.cost;

/**
 * A stand-alone converter as published ones are on average: log-linear in effective bits, rate and node.
 *
 * <p>Shape: one conversion; bit lines settle before it, which the caller's rate must leave time for.
 * <p>Units: bits, conversions per second, nm; results in pJ and mm².
 * <p>Limits: {@link #LEAST_BITS} to {@link #MOST_BITS}, {@link #LEAST_RATE_HZ} to {@link #MOST_RATE_HZ},
 * {@link #LEAST_NODE_NM} to {@link #MOST_NODE_NM}, at the node's usual supply. One standard deviation of the residuals is a
 * factor of {@link #ENERGY_SPREAD} in energy and {@link #AREA_SPREAD} in area: survey chips serve other ends than arrays.
 * <p>Source: this project's regression over the 154 converters of at most 65 nm in B. Murmann's ADC survey as selected in
 * Accelergy-Project/hwcomponents-adc; repeated by a test.
 *
 * @param bits effective number of bits
 * @param rateHz conversions per second
 * @param nodeNm node
 */
public record StandAloneAdc(double bits, double rateHz, double nodeNm) {

  public static final double LEAST_BITS = 3.8;
  public static final double MOST_BITS = 16.8;
  public static final double LEAST_RATE_HZ = 2e4;
  public static final double MOST_RATE_HZ = 9e10;
  public static final double LEAST_NODE_NM = 4;
  public static final double MOST_NODE_NM = 65;

  /** One standard deviation of the residuals of the energy, as a factor. Source: the fit. */
  public static final double ENERGY_SPREAD = 4.1;

  /** One standard deviation of the residuals of the area, as a factor. Source: the fit. */
  public static final double AREA_SPREAD = 5.7;

  /** log10 of energy in pJ: 1, bits, log10 rate in Hz, log10 node in nm. Source: the fit. */
  private static final Line ENERGY = new Line(-4.4802, 0.2772, 0.2478, 0.7492);

  /** log10 of area in µm²: likewise. Source: the fit. */
  private static final Line AREA = new Line(1.6493, 0.0138, 0.1587, 1.0843);

  private record Line(double offset, double perBit, double perDecadeOfRate, double perDecadeOfNode) {

    double at(StandAloneAdc adc) {
      return Math.pow(10, offset + perBit * adc.bits
          + perDecadeOfRate * Math.log10(adc.rateHz) + perDecadeOfNode * Math.log10(adc.nodeNm));
    }
  }

  /** Return the energy of a conversion, pJ. */
  public double energyPj() {
    return ENERGY.at(this);
  }

  /** Return the area, mm². */
  public double areaMm2() {
    return AREA.at(this) * Units.MM2_PER_UM2;
  }
}
