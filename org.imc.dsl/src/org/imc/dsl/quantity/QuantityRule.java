package org.imc.dsl.quantity;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a property accepts.
 *
 * @param dimensions what it may measure; one, but for bandwidths
 * @param whole whether it must be a whole number of the canonical unit
 * @param least the least value in the canonical unit of the first dimension
 * @param most the largest value, likewise
 * @param example a value that a user might write
 */
public record QuantityRule(
    List<Dimension> dimensions, boolean whole, BigDecimal least, BigDecimal most, String example) {

  /** Return a rule for a bare whole number. */
  public static QuantityRule count(long least, long most, String example) {
    return new QuantityRule(
        List.of(Dimension.COUNT), true, BigDecimal.valueOf(least), BigDecimal.valueOf(most), example);
  }

  /** Return a rule for a whole number of bits. */
  public static QuantityRule bits(long least, long most, String example) {
    return new QuantityRule(
        List.of(Dimension.INFORMATION), true, BigDecimal.valueOf(least), BigDecimal.valueOf(most), example);
  }

  /** Return a rule for a physical quantity in a range of its canonical unit. */
  public static QuantityRule range(Dimension dimension, String least, String most, String example) {
    return new QuantityRule(List.of(dimension), false, new BigDecimal(least), new BigDecimal(most), example);
  }

  /** Return whether a value in the canonical unit is in range. */
  public boolean admits(BigDecimal canonical) {
    return canonical.compareTo(least) >= 0 && canonical.compareTo(most) <= 0;
  }

  /** Return whether a quantity measures the right thing, is in range, and whole where it must be. */
  public boolean accepts(Quantity quantity) {
    return quantity.dimension().filter(dimensions::contains).isPresent()
        && admits(quantity.canonical())
        && (!whole || Quantities.isWhole(quantity.canonical()));
  }
}
