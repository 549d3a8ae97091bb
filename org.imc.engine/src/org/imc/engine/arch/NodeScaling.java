package org.imc.engine.arch;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How gates and bit cells change from one node to another, each at the nominal supply of its node: factors on the figures
 * of the first.
 *
 * <p>Limits: {@link #LEAST_GATE_NM} or {@link #LEAST_CELL_NM} to {@link #MOST_NM}; beyond, the laws go on as they end, which is
 * too good below, where gates and cells shrink more slowly. A node's name is not a length since FinFETs: it stands for a generation.
 * <p>Source: each law names its own.
 *
 * @param fromNm node whose figures are known, nm
 * @param toNm node whose figures are wanted, nm
 */
public record NodeScaling(double fromNm, double toNm) {

  /** Least node that the laws of gate area and delay were made for, nm. */
  public static final double LEAST_GATE_NM = 7;

  /** Least node that the laws of capacitance and bit cells were made for, nm. */
  public static final double LEAST_CELL_NM = 5;

  /** Largest node that the laws were made for, nm. */
  public static final double MOST_NM = 65;

  /** Input capacitance of a gate over the node, fF/nm. Source: zigzag-imc, 1705762, fitted to published chips of 5 to 65 nm. */
  static final double CAPACITANCE_SLOPE_FF_PER_NM = 0.019;

  /** The same at node 0, fF. Source: as before. */
  static final double CAPACITANCE_OFFSET_FF = 0.168;

  /**
   * Exponent of the delay over the node. Source: fitted to the delay of Stillmaker and Baas, Integration 58, 2017, table of
   * coefficients, high-performance transistors of 65 to 7 nm at 1.1 to 0.7 V, the nominal supplies of its models; the
   * fitted nodes lie within 0.82 and 1.34 of the law.
   */
  static final double DELAY_EXPONENT = 0.780;

  /** Area of logic over that at 65 nm. Source: Stillmaker and Baas 2017, table of area factors (after ITRS). */
  private static final NavigableMap<Double, Double> LOGIC_AREA = new TreeMap<>(Map.of(
      65.0, 1.0, 45.0, 0.66, 32.0, 0.31, 20.0, 0.14, 16.0, 0.13, 14.0, 0.12, 10.0, 0.068, 7.0, 0.039));

  /**
   * Area of six-transistor bit cells, µm². Source: 65 nm: Bai, IEDM 2004; 45 nm: Mistry, IEDM 2007; 32 nm: Natarajan, IEDM
   * 2008; 22 nm: Auth, VLSI 2012; 14 nm: Natarajan, IEDM 2014; 7 nm: Wu, IEDM 2016; 5 nm: Yeap, IEDM 2019.
   */
  private static final NavigableMap<Double, Double> CELL_AREA_UM2 = new TreeMap<>(Map.of(
      65.0, 0.57, 45.0, 0.346, 32.0, 0.171, 22.0, 0.092, 14.0, 0.0588, 7.0, 0.027, 5.0, 0.021));

  public NodeScaling {
    Require.positive("Technology", "scaled", "node", fromNm, "nm");
    Require.positive("Technology", "scaled", "node", toNm, "nm");
  }

  /** Return the factor on capacitances: gates, word lines and bit lines. */
  public double capacitance() {
    return capacitanceFf(toNm) / capacitanceFf(fromNm);
  }

  private static double capacitanceFf(double nm) {
    return CAPACITANCE_SLOPE_FF_PER_NM * nm + CAPACITANCE_OFFSET_FF;
  }

  /** Return the factor on the area of gates. */
  public double gateArea() {
    return at(LOGIC_AREA, toNm) / at(LOGIC_AREA, fromNm);
  }

  /** Return the factor on the delay of gates. */
  public double gateDelay() {
    return Math.pow(toNm / fromNm, DELAY_EXPONENT);
  }

  /** Return the factor on the area of bit cells. */
  public double cellArea() {
    return at(CELL_AREA_UM2, toNm) / at(CELL_AREA_UM2, fromNm);
  }

  /** Return the value at a node: a power of it between two entries, and beyond the ends as between the last two. */
  private static double at(NavigableMap<Double, Double> table, double nm) {
    Double low = table.floorKey(nm);
    if (low == null) {
      low = table.firstKey();
    } else if (low.equals(table.lastKey())) {
      low = table.lowerKey(low);
    }
    Double high = table.higherKey(low);
    double share = Math.log(nm / low) / Math.log(high / low);
    return table.get(low) * Math.pow(table.get(high) / table.get(low), share);
  }
}
