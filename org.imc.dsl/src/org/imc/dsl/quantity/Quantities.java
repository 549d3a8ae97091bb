package org.imc.dsl.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import org.imc.model.imc.QuantityDecl;
import org.jspecify.annotations.Nullable;

/** Turn what was typed into canonical numbers. */
public final class Quantities {

  private Quantities() { }

  /** Return what a quantity measures, or nothing when its unit is not one of the language. */
  public static Optional<Dimension> dimension(QuantityDecl quantity) {
    return quantity.getUnit() == null
        ? Optional.of(Dimension.COUNT)
        : Unit.parse(quantity.getUnit()).map(Unit::dimension);
  }

  /**
   * Return the value in the canonical unit of its dimension, exactly as typed.
   *
   * @throws IllegalArgumentException when the unit is not one of the language (checks report it before)
   */
  public static BigDecimal exact(QuantityDecl quantity) {
    if (quantity.getUnit() == null) {
      return quantity.getValue();
    }
    Unit unit = Unit.parse(quantity.getUnit())
        .orElseThrow(() -> new IllegalArgumentException("'%s' is not a unit.".formatted(quantity.getUnit())));
    return quantity.getValue().multiply(unit.factor());
  }

  /** Return the value in the canonical unit of its dimension, rounded once to the nearest double. */
  public static double value(QuantityDecl quantity) {
    return exact(quantity).doubleValue();
  }

  /** Return the value, or a default when the property was left out. */
  public static double value(@Nullable QuantityDecl quantity, double whenLeftOut) {
    return quantity == null ? whenLeftOut : value(quantity);
  }

  /**
   * Return a whole number of the canonical unit.
   *
   * @throws ArithmeticException when it is not whole or exceeds a {@code long} (checks report it before)
   */
  public static long whole(QuantityDecl quantity) {
    return exact(quantity).longValueExact();
  }

  /** Return a whole number of the canonical unit, or a default when the property was left out. */
  public static long whole(@Nullable QuantityDecl quantity, long whenLeftOut) {
    return quantity == null ? whenLeftOut : whole(quantity);
  }

  /** Return whether a quantity obeys the rule of the property it stands in; a missing one does not. */
  public static boolean isValid(@Nullable QuantityDecl quantity) {
    if (quantity == null || quantity.getValue() == null || quantity.eContainingFeature() == null) {
      return false;
    }
    Optional<QuantityRule> rule = QuantityRules.of(quantity.eContainingFeature());
    Optional<Dimension> dimension = dimension(quantity);
    if (rule.isEmpty() || dimension.isEmpty() || !rule.get().dimensions().contains(dimension.get())) {
      return false;
    }
    BigDecimal exact = exact(quantity);
    return rule.get().admits(exact) && (!rule.get().whole() || isWhole(exact));
  }

  /** Return whether a number has no fraction. */
  public static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** Return the quantity as it reads: value, space, unit. */
  public static String text(QuantityDecl quantity) {
    return quantity.getUnit() == null
        ? quantity.getValue().toString()
        : quantity.getValue() + " " + quantity.getUnit();
  }
}
