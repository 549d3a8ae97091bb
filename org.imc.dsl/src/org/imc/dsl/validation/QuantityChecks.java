package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.LITERAL_DECL__UNIT;
import static org.imc.model.imc.ImcPackage.Literals.LITERAL_DECL__VALUE;
import static org.imc.model.imc.ImcPackage.Literals.NAMED_DECL__NAME;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.linking.Spelling;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.ExploredProperties;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.Quantity;
import org.imc.dsl.quantity.QuantityProblem;
import org.imc.dsl.quantity.QuantityRule;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.dsl.quantity.Unit;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityDecl;

/** Units, dimensions and ranges. */
public class QuantityChecks extends ImcChecks {

  /** The rest of {@code 3x32x32}, typed without spaces. */
  private static final Pattern EXTENT = Pattern.compile("(x\\d+)+");

  /**
   * Report a part without a value, then a unit that is missing or of the wrong dimension, then a number that is not whole or
   * out of range. Computed with what the declaration around it has from its bases.
   */
  @Check
  public void checkQuantity(QuantityDecl quantity) {
    EStructuralFeature feature = quantity.eContainingFeature();
    if (feature == null || quantity.eContainer() instanceof QuantityDecl) {
      return; // a part; computed with the whole
    }
    Optional<QuantityRule> rule = QuantityRules.of(quantity);
    Effective<?> around = around(quantity);
    QuantityDecl effective = around == null ? quantity : (QuantityDecl) around.effective(quantity);
    Optional<Quantity> value = Quantities.evaluate(effective, problem -> {
      EObject place = around == null ? problem.place() : around.origin(problem.place());
      if (EcoreUtil.isAncestor(quantity, place)) { // what a parameter has wrong is reported there
        report(problem, (QuantityDecl) place, rule);
      }
    });
    if (value.isPresent() && rule.isPresent()) {
      checkDimension(quantity, value.get(), rule.get());
    }
  }

  private static Effective<?> around(EObject part) {
    ParametrisedDecl declaration = EcoreUtil2.getContainerOfType(part, ParametrisedDecl.class);
    return declaration == null ? null : Effective.of(declaration);
  }

  /** Report a quantity of a base that what extends it, by its parameters, takes out of range. */
  @Check
  public void checkInheritedQuantities(ParametrisedDecl declaration) {
    Effective<?> effective = Effective.of(declaration);
    if (effective.joined() == declaration) {
      return;
    }
    EcoreUtil2.getAllContentsOfType(effective.joined(), QuantityDecl.class).stream()
        .filter(quantity -> QuantityRules.of(quantity.eContainingFeature()).isPresent())
        .filter(quantity -> !effective.isOwn(quantity) && !Quantities.isValid(quantity)
            && Quantities.isValid((QuantityDecl) effective.origin(quantity)))
        .forEach(quantity -> error("With the parameters of %s '%s', '%s' is %s, but must be %s.".formatted(
                Kinds.word(declaration.eClass()), declaration.getName(), Properties.keyword(quantity.eContainingFeature()),
                Quantities.text(quantity), described(QuantityRules.of(quantity.eContainingFeature()).orElseThrow())),
            declaration, NAMED_DECL__NAME, IssueCodes.NUMBER_OUT_OF_RANGE));
  }

  private static String described(QuantityRule rule) {
    String unit = rule.dimensions().get(0).canonicalUnit();
    return "%sbetween %s and %s%s".formatted(rule.whole() ? "whole and " : "", plain(rule.least()), plain(rule.most()),
        unit.isEmpty() ? "" : " " + unit);
  }

  private void report(QuantityProblem problem, QuantityDecl place, Optional<QuantityRule> rule) {
    switch (problem.kind()) {
      case UNKNOWN_UNIT -> reportUnknownUnit((LiteralDecl) place, rule);
      case DIMENSIONS_DIFFER -> error(problem.message(), place, null, IssueCodes.UNIT_WRONG_DIMENSION);
      case DIVISION_BY_ZERO -> error(problem.message(), place, null, IssueCodes.NUMBER_DIVISION_BY_ZERO);
      case CIRCLE -> error(problem.message(), place, null, IssueCodes.PARAMETER_CIRCLE);
      case NO_PROPERTY -> error(problem.message(), place, null, IssueCodes.PROPERTY_NOT_GIVEN);
    }
  }

  private void reportUnknownUnit(LiteralDecl literal, Optional<QuantityRule> rule) {
    String unit = literal.getUnit();
    if (EXTENT.matcher(unit).matches()) {
      error("'%s%s' is read as one number and a unit. Maybe put spaces around each 'x'.".formatted(literal.getValue(), unit),
          literal, LITERAL_DECL__UNIT, IssueCodes.UNIT_UNKNOWN, unit.replace("x", " x ").strip());
      return;
    }
    int slash = unit.indexOf('/');
    if (slash > 0 && Unit.parse(unit.substring(0, slash)).isPresent() && Unit.parse(unit.substring(slash + 1)).isEmpty()) {
      String divided = unit.replace("/", " / ");
      error("'%s' is not a unit. Maybe divide, with spaces: '%s'.".formatted(unit, divided),
          literal, LITERAL_DECL__UNIT, IssueCodes.UNIT_UNKNOWN, divided);
      return;
    }
    boolean alone = rule.isPresent() && !(literal.eContainer() instanceof QuantityDecl);
    List<Dimension> dimensions = alone ? rule.get().dimensions() : List.of(Dimension.values());
    Optional<String> meant = Spelling.nearest(unit, dimensions.stream().flatMap(each -> each.usualUnits().stream()));
    String advice = meant.map(" Maybe '%s'."::formatted).orElseGet(() -> !alone ? ""
        : dimensions.contains(Dimension.COUNT) ? " A bare number is expected."
        : " Maybe '%s'.".formatted(dimensions.get(0).canonicalUnit()));
    error("'%s' is not a unit.%s".formatted(unit, advice), literal, LITERAL_DECL__UNIT,
        IssueCodes.UNIT_UNKNOWN, meant.stream().toArray(String[]::new));
  }

  private void checkDimension(QuantityDecl quantity, Quantity value, QuantityRule rule) {
    if (value.dimension().filter(rule.dimensions()::contains).isPresent()) {
      checkNumber(quantity, value, rule);
    } else if (!(quantity instanceof LiteralDecl literal)) {
      error("%s is %s, but this is %s. Maybe a unit is missing or one too many."
              .formatted(property(quantity), expected(rule), value.measure().description()),
          quantity, null, IssueCodes.UNIT_WRONG_DIMENSION);
    } else if (literal.getUnit() == null) {
      error("%s is %s, but %s has no unit. Maybe '%s %s'.".formatted(property(quantity), expected(rule),
              literal.getValue(), literal.getValue(), rule.dimensions().get(0).canonicalUnit()),
          literal, LITERAL_DECL__VALUE, IssueCodes.UNIT_MISSING,
          rule.dimensions().get(0).usualUnits().toArray(String[]::new));
    } else {
      error("%s is %s, but '%s' is %s. Maybe '%s'.".formatted(property(quantity), expected(rule), literal.getUnit(),
              value.measure().description(), rule.example()),
          literal, LITERAL_DECL__UNIT, IssueCodes.UNIT_WRONG_DIMENSION);
    }
  }

  private void checkNumber(QuantityDecl quantity, Quantity value, QuantityRule rule) {
    String unit = value.dimension().map(Dimension::canonicalUnit).filter(u -> !u.isEmpty()).map(u -> " " + u).orElse("");
    EStructuralFeature place = quantity instanceof LiteralDecl ? LITERAL_DECL__VALUE : null;
    String read = quantity instanceof LiteralDecl ? Quantities.text(quantity) : Quantities.text(value);
    if (!rule.admits(value.canonical())) {
      error("%s is %s, but must lie between %s and %s%s.".formatted(property(quantity), read,
              plain(rule.least()), plain(rule.most()), unit),
          quantity, place, IssueCodes.NUMBER_OUT_OF_RANGE);
    } else if (rule.whole() && !Quantities.isWhole(value.canonical())) {
      error("%s is %s, but must be a whole number%s.".formatted(property(quantity), read,
              unit.isEmpty() ? "" : " of" + unit),
          quantity, place, IssueCodes.NUMBER_NOT_WHOLE);
    }
  }

  private static String expected(QuantityRule rule) {
    return String.join(" or ", rule.dimensions().stream().map(Dimension::description).toList());
  }

  private static String property(QuantityDecl quantity) {
    return "'" + QuantityRules.varied(quantity).map(ExploredProperties::words)
        .orElseGet(() -> quantity.eContainer() instanceof LimitDecl limit && limit.isSetMetric()
            ? limit.getMetric().getLiteral()
            : Properties.keyword(quantity.eContainingFeature())) + "'";
  }

  private static String plain(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0
        ? number.toString().replace("E+", "e")
        : number.toPlainString();
  }
}
