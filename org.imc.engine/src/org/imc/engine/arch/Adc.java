package org.imc.engine.arch;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The analog-to-digital converter at the foot of the columns.
 *
 * @param bits resolution; may be fractional, since published designs state effective bits (4.5, 5.5). The area is that of
 *     a converter of this resolution
 * @param columnsPerConverter columns (or outputs, where it converts those) that share one converter, one after the other; 1 when each
 *     has its own
 * @param perOutput whether it converts the sum of all columns of an output, which are weighted before in the analog
 *     domain, instead of the sum of one column
 * @param conversionBits bits that one conversion resolves, when it is fewer: energy and delay are theirs
 * @param settlingRows cells whose charge settles on the bit line in a conversion, when it is not all inputs
 * @param cost where its figures come from
 */
public record Adc(
    double bits, int columnsPerConverter, boolean perOutput, OptionalDouble conversionBits, OptionalInt settlingRows,
    AdcCost cost) {

  /** No published in-array converter resolves more; a bound that keeps 2^bits and 4^bits finite and sane. */
  public static final double MAX_BITS = 16;

  /** A converter of single columns that resolves all its bits each time. */
  public Adc(double bits, int columnsPerConverter) {
    this(bits, columnsPerConverter, false, OptionalDouble.empty(), OptionalInt.empty());
  }

  /** A converter priced by the model of converters in arrays. */
  public Adc(double bits, int columnsPerConverter, boolean perOutput, OptionalDouble conversionBits,
      OptionalInt settlingRows) {
    this(bits, columnsPerConverter, perOutput, conversionBits, settlingRows, AdcCost.IN_ARRAY);
  }

  /** Return this converter with other sources of its figures. */
  public Adc with(AdcCost newCost) {
    return new Adc(bits, columnsPerConverter, perOutput, conversionBits, settlingRows, newCost);
  }

  public Adc {
    requireBits(bits);
    conversionBits.ifPresent(Adc::requireBits);
    if (conversionBits.orElse(bits) > bits) {
      throw new IllegalArgumentException("An ADC of %s bits cannot resolve %s in a conversion. Maybe use %s."
          .formatted(bits, conversionBits.getAsDouble(), bits));
    }
    if (columnsPerConverter < 1) {
      throw new IllegalArgumentException(
          "An ADC serves %d columns. It must serve at least 1.".formatted(columnsPerConverter));
    }
    if (settlingRows.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "An ADC waits for %d rows. It must be at least 1.".formatted(settlingRows.getAsInt()));
    }
  }

  private static void requireBits(double bits) {
    if (!(bits >= 1 && bits <= MAX_BITS)) { // also refuses NaN
      throw new IllegalArgumentException(
          "An ADC of %s bits is outside the model. Maybe use 1 to %s bits.".formatted(bits, MAX_BITS));
    }
  }
}
