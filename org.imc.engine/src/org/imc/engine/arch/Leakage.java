package org.imc.engine.arch;

/**
 * What leaks while nothing switches, at the nominal supply.
 *
 * @param gateNw power of a two-input gate at rest, nW
 * @param cellNw power of a bit cell at rest, nW
 */
public record Leakage(double gateNw, double cellNw) {

  /** No leakage, as in the published model. */
  public static final Leakage NONE = new Leakage(0, 0);

  public Leakage {
    if (!(gateNw >= 0 && cellNw >= 0) || Double.isInfinite(gateNw) || Double.isInfinite(cellNw)) { // also refuses NaN
      throw new IllegalArgumentException(
          "A leakage of %s nW per gate and %s nW per cell cannot be. Neither may be negative.".formatted(gateNw, cellNw));
    }
  }

  /** Return whether there is any. */
  public boolean isNone() {
    return gateNw == 0 && cellNw == 0;
  }
}
