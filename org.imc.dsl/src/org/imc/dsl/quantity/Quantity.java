package org.imc.dsl.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A quantity as it was computed: a number of base units and what it measures.
 *
 * <p>Sums and products are exact to 60 digits, of which 50 are kept at the end: 64 KiB / 3 * 3 is 64 KiB.
 *
 * @param inBase the number of base units
 * @param measure what it measures
 */
public record Quantity(BigDecimal inBase, Measure measure) {

  private static final MathContext WORKING = new MathContext(60);
  private static final MathContext KEPT = new MathContext(50);

  Quantity plus(Quantity other) {
    return new Quantity(inBase.add(other.inBase, WORKING), measure);
  }

  Quantity minus(Quantity other) {
    return new Quantity(inBase.subtract(other.inBase, WORKING), measure);
  }

  Quantity times(Quantity other) {
    return new Quantity(inBase.multiply(other.inBase, WORKING), measure.times(other.measure));
  }

  /** Return a quotient; the divisor must not be zero. */
  Quantity over(Quantity other) {
    return new Quantity(inBase.divide(other.inBase, WORKING), measure.over(other.measure));
  }

  /** Return the dimension that the language's properties know it by, if there is one. */
  public Optional<Dimension> dimension() {
    return measure.dimension();
  }

  /** Return the number of canonical units of its dimension, or of base units where it has none. */
  public BigDecimal canonical() {
    return dimension().map(dimension -> dimension.canonical(inBase)).orElse(inBase).round(KEPT);
  }
}
