package org.imc.engine.cost;

import org.imc.engine.arch.Macro;
import org.imc.engine.arch.Technology;

/**
 * Energy, area and delay of the 1-bit cells that the digital part of a macro is made of, at one supply.
 *
 * <p>Everything follows from one two-input gate (NAND or NOR) by the ratios below: a full adder is three NAND and two XOR
 * gates, a multiplier is one NOR gate whose weight input rests, a register is one flip-flop.
 *
 * <p>Units: energies in pJ per cell and cycle, areas in mm² per cell, delays in ns.
 * <p>Limits: energy scales with the supply squared, delay with the technology's {@link org.imc.engine.arch.SupplyLaw}. The
 * published forms of the model have no such law: their delays are those of the nominal supply.
 * <p>Source: Houshmand, Sun, Verhelst 2023 (arXiv 2305.18335) and the released {@code zigzag-imc} (df34a6f); ratios
 * calibrated at 28 nm and 0.9 V on two digital chips.
 *
 * @param fullAdderPj energy of a full adder, all inputs active
 * @param halfActiveFullAdderPj energy of a full adder, one operand constant 0
 * @param multiplierPj energy of a 1-bit multiplier, the weight at rest
 * @param registerPj energy of a 1-bit register
 * @param wordlinePj energy to swing the wordline of one bit cell
 * @param bitlinePj energy to swing the bit line of one bit cell
 * @param fullAdderMm2 area of a full adder
 * @param multiplierMm2 area of a 1-bit multiplier
 * @param registerMm2 area of a 1-bit register
 * @param inputToSumNs delay through a full adder from an operand to the sum
 * @param inputToCarryNs delay through a full adder from an operand to the carry
 * @param carryToCarryNs delay through a full adder from carry to carry
 * @param multiplierNs delay of a 1-bit multiplier
 */
public record GateLibrary(
    double fullAdderPj,
    double halfActiveFullAdderPj,
    double multiplierPj,
    double registerPj,
    double wordlinePj,
    double bitlinePj,
    double fullAdderMm2,
    double multiplierMm2,
    double registerMm2,
    double inputToSumNs,
    double inputToCarryNs,
    double carryToCarryNs,
    double multiplierNs) {

  /** Input capacitance of an XOR gate, in gates. Source: zigzag-imc; fitted at 28 nm. */
  public static final double XOR_CAPACITANCE = 1.5;

  /** Area of an XOR gate, in gates. Source: zigzag-imc; fitted at 28 nm. */
  public static final double XOR_AREA = 2.4;

  /** Delay of an XOR gate, in gates. Source: zigzag-imc; fitted at 28 nm. */
  public static final double XOR_DELAY = 2.4;

  /** Capacitance of a flip-flop, in gates. Source: zigzag-imc; fitted at 28 nm. Its delay is neglected. */
  public static final double REGISTER_CAPACITANCE = 3;

  /** Area of a flip-flop, in gates. Source: zigzag-imc; fitted at 28 nm. */
  public static final double REGISTER_AREA = 6;

  /** NAND gates in a full adder. Source: zigzag-imc. */
  public static final int NANDS_PER_FULL_ADDER = 3;

  /** XOR gates in a full adder; with one operand at rest they alone switch. Source: zigzag-imc. */
  public static final int XORS_PER_FULL_ADDER = 2;

  /** NAND gates that a carry passes in a full adder. Source: zigzag-imc. */
  public static final int NANDS_PER_CARRY = 2;

  /** Share of a gate's energy that a multiplier spends: one of its two inputs switches. Source: zigzag-imc. */
  public static final double MULTIPLIER_ACTIVITY = 0.5;

  /** Return the cells of a macro, at its supply. */
  static GateLibrary of(Macro macro) {
    OperatingPoint point = OperatingPoint.of(macro);
    return of(macro.technology(), point.supplyV(), point.delayFactor());
  }

  /** Return the cells of a technology, run at a supply in V, with the delays of its nominal supply. */
  public static GateLibrary of(Technology technology, double supplyV) {
    return of(technology, supplyV, 1);
  }

  private static GateLibrary of(Technology technology, double supplyV, double delayFactor) {
    double pjPerFf = supplyV * supplyV * Units.PJ_PER_FJ; // C·V² in fJ, since fF·V² = fJ
    double gatePj = technology.gateCapacitanceFf() * pjPerFf;
    double gateMm2 = technology.gateAreaUm2() * Units.MM2_PER_UM2;
    double gateNs = technology.gateDelayNs() * delayFactor;
    double xorPj = XORS_PER_FULL_ADDER * XOR_CAPACITANCE * gatePj;
    return new GateLibrary(
        NANDS_PER_FULL_ADDER * gatePj + xorPj,
        xorPj,
        MULTIPLIER_ACTIVITY * gatePj,
        REGISTER_CAPACITANCE * gatePj,
        technology.wordlineCapacitanceFf() * pjPerFf,
        technology.bitlineCapacitanceFf() * pjPerFf,
        (NANDS_PER_FULL_ADDER + XORS_PER_FULL_ADDER * XOR_AREA) * gateMm2,
        gateMm2,
        REGISTER_AREA * gateMm2,
        XORS_PER_FULL_ADDER * XOR_DELAY * gateNs,
        (XOR_DELAY + NANDS_PER_CARRY) * gateNs,
        NANDS_PER_CARRY * gateNs,
        gateNs);
  }

  /** Return the energy of a two-input gate whose inputs both switch, pJ. */
  public double gatePj() {
    return multiplierPj / MULTIPLIER_ACTIVITY;
  }
}
