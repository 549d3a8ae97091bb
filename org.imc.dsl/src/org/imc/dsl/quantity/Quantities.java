package org.imc.dsl.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.QuantityDecl;
import org.jspecify.annotations.Nullable;

/** Turn what was typed into canonical numbers. */
public final class Quantities {

  /** The language has areas in µm², {@link Dimension#AREA}; the engine has those of whole macros and chips in mm². */
  public static final double UM2_PER_MM2 = 1e6;

  private Quantities() { }

  /**
   * Compute a quantity with the parameters and properties that stand where it does.
   *
   * @param problems takes why a part of it has no value
   * @return nothing when a part has none
   */
  public static Optional<Quantity> evaluate(QuantityDecl quantity, Consumer<QuantityProblem> problems) {
    return Expressions.evaluate(quantity, problems);
  }

  /** Return what a quantity measures, or nothing when it has no value or nothing in the language measures that. */
  public static Optional<Dimension> dimension(QuantityDecl quantity) {
    return evaluate(quantity, problem -> { }).flatMap(Quantity::dimension);
  }

  /**
   * Return the value in the canonical unit of its dimension: exactly as typed, or as computed.
   *
   * @throws IllegalArgumentException when it has no value (checks report it before)
   */
  public static BigDecimal exact(QuantityDecl quantity) {
    return evaluate(quantity, problem -> { })
        .orElseThrow(() -> new IllegalArgumentException("'%s' has no value.".formatted(text(quantity))))
        .canonical();
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
    if (quantity == null || quantity.eContainingFeature() == null) {
      return false;
    }
    Optional<QuantityRule> rule = QuantityRules.of(quantity);
    Optional<Quantity> value = evaluate(quantity, problem -> { });
    return rule.isPresent() && value.isPresent() && rule.get().accepts(value.get());
  }

  /** Return whether a number has no fraction. */
  public static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /**
   * Return the quantity as it reads: a literal as typed, anything else as computed, in the canonical unit.
   *
   * @param quantity that has a value, or a literal
   */
  public static String text(QuantityDecl quantity) {
    if (quantity instanceof LiteralDecl literal) {
      return literal.getUnit() == null ? literal.getValue().toString() : literal.getValue() + " " + literal.getUnit();
    }
    return evaluate(quantity, problem -> { }).map(Quantities::text).orElse("an expression without a value");
  }

  /** Return a computed quantity as it reads, to six digits. */
  public static String text(Quantity quantity) {
    BigDecimal value = quantity.canonical();
    String unit = quantity.dimension().map(Dimension::canonicalUnit).orElse("base units");
    String number = isWhole(value) && value.precision() - value.scale() <= 15
        ? value.toBigInteger().toString()
        : value.round(new MathContext(6)).stripTrailingZeros().toString().replace("E+", "e").replace("E", "e");
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
