package org.imc.engine.cost;

import org.imc.engine.arch.Adc;

/**
 * One analog-to-digital converter at the foot of one or several columns.
 *
 * <p>Shape: one conversion digitises one column sum. A converter that serves k columns takes them one after the other:
 * 1/k of the area, the same energy per column, k times the time.
 * <p>Units: coefficients as their names say; energy in pJ, area in mm², delay in ns.
 * <p>Limits: area and delay are fitted by hand on three analog chips of 22 and 28 nm with converters of 4 to 8 bits, one of
 * which resolves 3 at a time; they do not depend on the node, and hold at the nominal supply. The energy form is general, its
 * constants are for nodes near 28 nm.
 * <p>Source: released {@code zigzag-imc} (df34a6f) and its validation; the energy form is B. Murmann's for mixed-signal
 * computing, with the constants of Houshmand et al. 2023 (arXiv 2305.18335).
 *
 * @param bits resolution; may be fractional
 * @param inputs cells on one bit line (D2)
 * @param columnsPerConverter columns that share a converter
 */
public record AdcModel(double bits, int inputs, int columnsPerConverter) {

  /** Linear energy coefficient, fF per bit (times V²). Source: Houshmand et al. 2023, k1. */
  public static final double ENERGY_PER_BIT_FF = 100;

  /** Thermal-noise energy coefficient, fF per 4<sup>bits</sup> (times V²). Source: Houshmand et al. 2023, k2 = 1 aF. */
  public static final double ENERGY_PER_NOISE_LEVEL_FF = 0.001;

  /** Slope of log10(µm² per level) over the bits. Source: zigzag-imc; three chips of 22 and 28 nm. */
  public static final double AREA_EXPONENT_PER_BIT = -0.0369;

  /** log10(µm² per level) at 0 bits. Source: zigzag-imc; three chips of 22 and 28 nm. */
  public static final double AREA_EXPONENT = 1.206;

  /** Conversion time, ns per bit and cell on the bit line. Source: zigzag-imc; three chips, 0.9 V. */
  public static final double DELAY_PER_BIT_AND_CELL_NS = 0.00653;

  /** Conversion time, ns per bit, without cells on the bit line. Source: zigzag-imc; three chips, 0.9 V. */
  public static final double DELAY_PER_BIT_NS = 0.640;

  /** Least bits that area and delay were fitted on: one of the three chips resolves 3 bits at a time (Chen et al. 2023). */
  public static final double LEAST_BITS = 3;

  /** Most bits that they were fitted on. Source: zigzag-imc; the three chips. */
  public static final double MOST_BITS = 8;

  /** Mean factor between predicted and published area of those three macros. Source: docs/validation.md, fitted chips. */
  public static final double AREA_SPREAD = 1.18;

  /** The same of their clock periods, most of which is the conversion. Source: as before. */
  public static final double DELAY_SPREAD = 1.03;

  /** Least and largest node of those chips, nm. */
  public static final double LEAST_NODE_NM = 22;
  public static final double MOST_NODE_NM = 28;

  /** A converter of this many bits is a sense amplifier whose area the model neglects. Source: zigzag-imc. */
  public static final double SENSE_AMPLIFIER_BITS = 1;

  /** Return the model of a converter under bit lines of this many cells. */
  public static AdcModel of(Adc adc, int inputs) {
    return new AdcModel(adc.bits(), inputs, adc.columnsPerConverter());
  }

  /** Return the energy of one conversion at a supply in V, pJ. */
  public double energyPj(double supplyV) {
    double capacitanceFf = ENERGY_PER_BIT_FF * bits + ENERGY_PER_NOISE_LEVEL_FF * Math.pow(4, bits);
    return capacitanceFf * supplyV * supplyV * Units.PJ_PER_FJ;
  }

  /** Return the area of one converter, mm². */
  public double areaMm2() {
    if (bits <= SENSE_AMPLIFIER_BITS) {
      return 0;
    }
    return Math.pow(10, AREA_EXPONENT_PER_BIT * bits + AREA_EXPONENT) * Math.pow(2, bits) * Units.MM2_PER_UM2;
  }

  /** Return the time of one conversion, the settling of the bit line included, ns. */
  public double conversionNs() {
    return bits * (DELAY_PER_BIT_AND_CELL_NS * inputs + DELAY_PER_BIT_NS);
  }

  /** Return how many converters stand under this many columns. */
  public int converters(int columns) {
    return Math.ceilDiv(columns, columnsPerConverter);
  }
}
