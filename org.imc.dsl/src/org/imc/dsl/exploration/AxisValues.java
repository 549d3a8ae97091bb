package org.imc.dsl.exploration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.Quantity;
import org.imc.dsl.quantity.Unit;
import org.imc.model.imc.ImcFactory;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.QuantityAxisDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.RangeDecl;
import org.jspecify.annotations.Nullable;

/**
 * List the values of an axis, as literals that stand nowhere.
 *
 * <p>A range has its first value, then each that the step leads to and that does not exceed the last; computed exactly, and
 * written in the unit of the first.
 */
public final class AxisValues {

  /** No axis that people think of has more values. */
  public static final int MOST = 100_000;

  private static final MathContext WORKING = new MathContext(60);

  private AxisValues() { }

  /** Return the values, in order; none when one of them has no value, or the range has no end. */
  public static List<LiteralDecl> of(QuantityAxisDecl axis) {
    RangeDecl range = axis.getRange();
    if (range != null) {
      return ofRange(range);
    }
    var values = new ArrayList<LiteralDecl>();
    for (QuantityDecl value : axis.getValues()) {
      Optional<LiteralDecl> literal = literal(value);
      if (literal.isEmpty()) {
        return List.of();
      }
      values.add(literal.get());
    }
    return values;
  }

  private static List<LiteralDecl> ofRange(RangeDecl range) {
    Optional<Quantity> from = value(range.getFrom());
    Optional<Quantity> to = value(range.getTo());
    Optional<Quantity> step = step(range);
    if (from.isEmpty() || to.isEmpty() || step.isEmpty() || !leads(range, step.get())
        || !from.get().measure().equals(to.get().measure()) || isTooLong(range, from.get(), to.get(), step.get())) {
      return List.of();
    }
    @Nullable String unit = unit(range.getFrom(), from.get());
    var values = new ArrayList<LiteralDecl>();
    BigDecimal next = from.get().inBase();
    while (next.compareTo(to.get().inBase()) <= 0) {
      values.add(literal(next, unit));
      next = range.isFactor() ? next.multiply(step.get().inBase(), WORKING) : next.add(step.get().inBase(), WORKING);
    }
    return values;
  }

  /** Return whether there are too many values to list; told without listing them, since people type 1e9 by mistake. */
  private static boolean isTooLong(RangeDecl range, Quantity from, Quantity to, Quantity step) {
    double steps = range.isFactor()
        ? Math.log(to.inBase().doubleValue() / from.inBase().doubleValue()) / Math.log(step.inBase().doubleValue())
        : to.inBase().subtract(from.inBase()).divide(step.inBase(), WORKING).doubleValue();
    return !(steps < MOST); // also what is no number
  }

  /** Return the step; where it is left out, one of the unit of the first value when that is counted. */
  public static Optional<Quantity> step(RangeDecl range) {
    if (range.getStep() != null) {
      return value(range.getStep());
    }
    return value(range.getFrom()).filter(AxisValues::isCounted)
        .map(from -> new Quantity(one(unit(range.getFrom(), from)), from.measure()));
  }

  /** Return whether the values of a range are counted, so that a step of one needs no words. */
  private static boolean isCounted(Quantity value) {
    return value.dimension().filter(each -> each == Dimension.COUNT || each == Dimension.INFORMATION).isPresent();
  }

  /** Return whether a step leads from one value to another. */
  static boolean leads(RangeDecl range, Quantity step) {
    return step.inBase().compareTo(range.isFactor() ? BigDecimal.ONE : BigDecimal.ZERO) > 0;
  }

  private static Optional<Quantity> value(@Nullable QuantityDecl quantity) {
    return quantity == null ? Optional.empty() : Quantities.evaluate(quantity, problem -> { });
  }

  private static @Nullable String unit(QuantityDecl from, Quantity value) {
    return from instanceof LiteralDecl literal
        ? literal.getUnit()
        : value.dimension().map(Dimension::canonicalUnit).filter(unit -> !unit.isEmpty()).orElse(null);
  }

  private static BigDecimal one(@Nullable String unit) {
    return unit == null ? BigDecimal.ONE : Unit.parse(unit).orElseThrow().inBase();
  }

  private static Optional<LiteralDecl> literal(QuantityDecl value) {
    Optional<Quantity> computed = value(value);
    if (computed.isPresent() && value instanceof LiteralDecl literal) {
      return Optional.of(EcoreUtil.copy(literal));
    }
    return computed.map(each -> literal(each.inBase(), unit(value, each)));
  }

  private static LiteralDecl literal(BigDecimal inBase, @Nullable String unit) {
    LiteralDecl literal = ImcFactory.eINSTANCE.createLiteralDecl();
    BigDecimal value = inBase.divide(one(unit), WORKING).stripTrailingZeros();
    literal.setValue(value.scale() < 0 ? value.setScale(0) : value);
    literal.setUnit(unit);
    return literal;
  }
}
