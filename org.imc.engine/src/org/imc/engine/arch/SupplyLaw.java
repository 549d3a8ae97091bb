package org.imc.engine.arch;

/**
 * How the transistors of a technology answer to the supply: one law for the delay of gates, the energy of analog parts and
 * the leakage, each as a factor on its value at the nominal supply.
 *
 * <p>Delay: V / I(V), with the on-current I = ln(1 + e^((V − V_T) / (α n φ)))^α. Far above the threshold that is the
 * alpha-power law (V − V_T)^α, far below the exponential of weak inversion; α = 2 is the EKV interpolation.
 * <p>Energy: parts that charge a load to the supply follow V²; analog parts (converters, bit lines of analog columns) follow
 * V^a, since references, bias currents and limited swings do not all follow the supply.
 * <p>Leakage: power V · e^(λ (V − V_nominal) / (n φ)), the exponential from drain-induced barrier lowering.
 * <p>Units: V; the other numbers have none.
 * <p>Limits: {@link #leastV} to {@link #mostV}. The shipped thresholds are fitted to chips between 0.5 and 1.2 V; one
 * threshold stands for all transistors of a path, so that designs with other devices differ.
 * <p>Source: alpha-power law: Sakurai and Newton, IEEE JSSC 25(2), 1990. Interpolation through weak inversion: Enz,
 * Krummenacher and Vittoz, Analog Integrated Circuits and Signal Processing 8, 1995. Leakage: Roy, Mukhopadhyay and
 * Mahmoodi-Meimand, Proc. IEEE 91(2), 2003. The analog exponent is this project's, fitted as docs/model.md says.
 *
 * @param thresholdV threshold voltage V_T, V
 * @param alpha velocity saturation α, 1 (saturated) to 2 (long channels)
 * @param slopeFactor subthreshold slope factor n; the swing is n φ ln 10 per decade
 * @param analogExponent exponent a of the energy of analog parts over the supply
 */
public record SupplyLaw(double thresholdV, double alpha, double slopeFactor, double analogExponent) {

  /** Velocity saturation of short channels. Source: Sakurai and Newton 1990, 1.2 to 1.4 for submicron channels. */
  public static final double USUAL_ALPHA = 1.3;

  /** Slope factor of a swing of 89 mV per decade. Source: Enz et al. 1995, 1.3 to 1.6 for bulk devices. */
  public static final double USUAL_SLOPE_FACTOR = 1.5;

  /** Exponent of everything that is charged to the supply. */
  public static final double DYNAMIC_EXPONENT = 2;

  /** Least and largest velocity saturation that a transistor has. Source: Sakurai and Newton 1990. */
  private static final double LEAST_ALPHA = 1;

  private static final double MOST_ALPHA = 2;

  /** Thermal voltage φ = kT/q at 300 K, V. Source: CODATA 2018, k/q = 86.17 µV/K. */
  static final double THERMAL_VOLTAGE_V = 0.02585;

  /** Drain-induced barrier lowering λ, V/V. Source: Roy et al. 2003, about 100 mV/V in short channels. */
  static final double BARRIER_LOWERING = 0.1;

  /** Overdrive below which the spread of thresholds decides, V: the least of the fitted chips (5 nm, 0.5 V). */
  static final double LEAST_OVERDRIVE_V = 0.1;

  /** Largest supply over the nominal one among the fitted chips (22 nm: 1.1 V over 0.8 V), rounded up. */
  static final double MOST_OVER_NOMINAL = 1.4;

  public SupplyLaw {
    if (!(thresholdV > 0 && thresholdV < 2)) { // also refuses NaN, here and below
      throw new IllegalArgumentException(
          "A threshold of %s V cannot be. It must lie between 0 and 2 V.".formatted(thresholdV));
    }
    if (!(alpha >= LEAST_ALPHA && alpha <= MOST_ALPHA)) {
      throw new IllegalArgumentException("An alpha of %s cannot be. It must lie between %s and %s."
          .formatted(alpha, LEAST_ALPHA, MOST_ALPHA));
    }
    if (!(slopeFactor >= 1 && slopeFactor <= 3)) {
      throw new IllegalArgumentException(
          "A slope factor of %s cannot be. It must lie between 1 and 3.".formatted(slopeFactor));
    }
    if (!(analogExponent >= 0 && analogExponent <= 4)) {
      throw new IllegalArgumentException(
          "An analog exponent of %s cannot be. It must lie between 0 and 4.".formatted(analogExponent));
    }
  }

  /** Return the law of a threshold, all else as usual. */
  public static SupplyLaw ofThreshold(double thresholdV) {
    return new SupplyLaw(thresholdV, USUAL_ALPHA, USUAL_SLOPE_FACTOR, DYNAMIC_EXPONENT);
  }

  /** Return the delay at a supply over that at the nominal one. */
  public double delayFactor(double supplyV, double nominalV) {
    return relativeDelay(supplyV) / relativeDelay(nominalV);
  }

  /** Return the energy of an analog part at a supply over what V² gives from the nominal one; 1 at the nominal supply. */
  public double analogEnergyFactor(double supplyV, double nominalV) {
    return Math.pow(supplyV / nominalV, analogExponent - DYNAMIC_EXPONENT);
  }

  /** Return the leakage power at a supply over that at the nominal one. */
  public double leakageFactor(double supplyV, double nominalV) {
    return supplyV / nominalV
        * Math.exp(BARRIER_LOWERING * (supplyV - nominalV) / (slopeFactor * THERMAL_VOLTAGE_V));
  }

  /** Return the least supply for which the law is meant, V. */
  public double leastV() {
    return thresholdV + LEAST_OVERDRIVE_V;
  }

  /** Return the largest supply for which the law is meant, V. */
  public double mostV(double nominalV) {
    return MOST_OVER_NOMINAL * nominalV;
  }

  private double relativeDelay(double supplyV) {
    double overdrive = (supplyV - thresholdV) / (alpha * slopeFactor * THERMAL_VOLTAGE_V);
    double softened = Math.max(overdrive, 0) + Math.log1p(Math.exp(-Math.abs(overdrive))); // ln(1 + e^x), without overflow
    return supplyV / Math.pow(softened, alpha);
  }
}
