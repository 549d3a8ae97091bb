package org.imc.engine.arch;

/**
 * The analog-to-digital converter at the foot of the columns.
 *
 * @param bits resolution; may be fractional, since published designs state effective bits (4.5, 5.5)
 * @param columnsPerConverter 1-bit columns that share one converter, one after the other; 1 when each has its own
 */
public record Adc(double bits, int columnsPerConverter) {

  /** No published in-array converter resolves more; a bound that keeps 2^bits and 4^bits finite and sane. */
  public static final double MAX_BITS = 16;

  public Adc {
    if (!(bits >= 1 && bits <= MAX_BITS)) {
      throw new IllegalArgumentException(
          "An ADC of %s bits is outside the model. Maybe use 1 to %s bits.".formatted(bits, MAX_BITS));
    }
    if (columnsPerConverter < 1) {
      throw new IllegalArgumentException(
          "An ADC serves %d columns. It must serve at least 1.".formatted(columnsPerConverter));
    }
  }
}
