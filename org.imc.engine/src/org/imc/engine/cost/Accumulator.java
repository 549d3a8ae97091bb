package org.imc.engine.cost;

/**
 * The shift-and-add register that collects one output over the cycles of a bit-serial activation: a ripple-carry adder and
 * a register of equal width.
 *
 * <p>Units: widths in bits; energy in pJ per cycle, area in mm².
 * <p>Source: released {@code zigzag-imc} (df34a6f). Its delay is in {@link ModelForm}, since the releases disagree on it.
 *
 * @param width bits of adder and register; fractional behind an ADC of fractional resolution
 * @param inputWidth bits of the number that is added each cycle; at most {@code width}
 */
public record Accumulator(double width, double inputWidth) {

  public Accumulator {
    if (!(inputWidth > 0 && inputWidth <= width)) {
      throw new IllegalArgumentException(
          "An accumulator of %s bits cannot take inputs of %s bits. Its input must not be wider.".formatted(width, inputWidth));
    }
  }

  /** Return the energy of one cycle, pJ. */
  public double energyPj(GateLibrary gates) {
    return energyPj(gates, width);
  }

  /** Return the energy of one cycle of an accumulator of this many bits, pJ. */
  static double energyPj(GateLibrary gates, double bits) {
    return bits * (gates.fullAdderPj() + gates.registerPj());
  }

  /** Return the area, mm². */
  public double areaMm2(GateLibrary gates) {
    return width * (gates.fullAdderMm2() + gates.registerMm2());
  }
}
