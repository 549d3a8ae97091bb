package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.QUANTITY_DECL__UNIT;
import static org.imc.model.imc.ImcPackage.Literals.QUANTITY_DECL__VALUE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.linking.Spelling;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.QuantityRule;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.model.imc.QuantityDecl;

/** Units and ranges. */
public class QuantityChecks extends ImcChecks {

  /** The rest of {@code 3x32x32}, typed without spaces. */
  private static final Pattern EXTENT = Pattern.compile("(x\\d+)+");

  /** Report a unit that is unknown, missing, or of the wrong dimension; then a number that is not whole or out of range. */
  @Check
  public void checkQuantity(QuantityDecl quantity) {
    Optional<QuantityRule> rule = quantity.eContainingFeature() == null
        ? Optional.empty()
        : QuantityRules.of(quantity.eContainingFeature());
    if (rule.isEmpty() || quantity.getValue() == null) {
      return; // half-typed
    }
    Optional<Dimension> dimension = Quantities.dimension(quantity);
    if (dimension.isEmpty()) {
      reportUnknownUnit(quantity, rule.get());
    } else if (!rule.get().dimensions().contains(dimension.get())) {
      reportWrongDimension(quantity, rule.get(), dimension.get());
    } else {
      checkNumber(quantity, rule.get(), dimension.get());
    }
  }

  private void reportUnknownUnit(QuantityDecl quantity, QuantityRule rule) {
    if (EXTENT.matcher(quantity.getUnit()).matches()) {
      error("'%s%s' is read as one number and a unit. Maybe put spaces around each 'x'."
              .formatted(quantity.getValue(), quantity.getUnit()),
          quantity, QUANTITY_DECL__UNIT, IssueCodes.UNIT_UNKNOWN, quantity.getUnit().replace("x", " x ").strip());
      return;
    }
    Stream<String> known = rule.dimensions().stream().flatMap(dimension -> dimension.usualUnits().stream());
    Optional<String> meant = Spelling.nearest(quantity.getUnit(), known);
    String advice = meant.map(unit -> "Maybe '%s'.".formatted(unit)).orElseGet(() -> rule.dimensions().contains(Dimension.COUNT)
        ? "A bare number is expected."
        : "Maybe '%s'.".formatted(rule.dimensions().get(0).canonicalUnit()));
    error("'%s' is not a unit. %s".formatted(quantity.getUnit(), advice), quantity, QUANTITY_DECL__UNIT,
        IssueCodes.UNIT_UNKNOWN, meant.stream().toArray(String[]::new));
  }

  private void reportWrongDimension(QuantityDecl quantity, QuantityRule rule, Dimension found) {
    String property = property(quantity);
    if (found == Dimension.COUNT) {
      List<String> units = rule.dimensions().get(0).usualUnits();
      error("%s is %s, but %s has no unit. Maybe '%s %s'.".formatted(property, expected(rule),
              quantity.getValue(), quantity.getValue(), rule.dimensions().get(0).canonicalUnit()),
          quantity, QUANTITY_DECL__VALUE, IssueCodes.UNIT_MISSING, units.toArray(String[]::new));
    } else {
      error("%s is %s, but '%s' is %s. Maybe '%s'.".formatted(property, expected(rule), quantity.getUnit(),
              found.description(), rule.example()),
          quantity, QUANTITY_DECL__UNIT, IssueCodes.UNIT_WRONG_DIMENSION);
    }
  }

  private void checkNumber(QuantityDecl quantity, QuantityRule rule, Dimension dimension) {
    BigDecimal exact = Quantities.exact(quantity);
    String unit = dimension.canonicalUnit().isEmpty() ? "" : " " + dimension.canonicalUnit();
    if (!rule.admits(exact)) {
      error("%s is %s, but must lie between %s and %s%s.".formatted(property(quantity), Quantities.text(quantity),
              plain(rule.least()), plain(rule.most()), unit),
          quantity, QUANTITY_DECL__VALUE, IssueCodes.NUMBER_OUT_OF_RANGE);
    } else if (rule.whole() && !Quantities.isWhole(exact)) {
      error("%s is %s, but must be a whole number%s.".formatted(property(quantity), Quantities.text(quantity),
              unit.isEmpty() ? "" : " of" + unit),
          quantity, QUANTITY_DECL__VALUE, IssueCodes.NUMBER_NOT_WHOLE);
    }
  }

  private static String expected(QuantityRule rule) {
    return String.join(" or ", rule.dimensions().stream().map(Dimension::description).toList());
  }

  private static String property(QuantityDecl quantity) {
    return "'" + Properties.keyword(quantity.eContainingFeature()) + "'";
  }

  private static String plain(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0
        ? number.toString().replace("E+", "e")
        : number.toPlainString();
  }
}
