package org.imc.engine.arch;

/**
 * As what the cells of an analog column add up.
 *
 * <p>Source: the published model knows charge only. The loads of a current are this project's: fitted to the energy of three
 * published macros that sum currents (28 and 65 nm, 0.7 to 1.0 V), as docs/validation.md says.
 */
public enum Summing {
  /** Each cell charges or discharges its share of the bit line once, or a capacitor of its own. */
  CHARGE(1),
  /** The cells conduct for the whole access. */
  CURRENT(18);

  private final double loads;

  Summing(double loads) {
    this.loads = loads;
  }

  /** Return how often a cell draws the charge of its share of the bit line in an access. */
  public double loads() {
    return loads;
  }
}
