package org.imc.dsl.quantity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.ParameterReferenceDecl;
import org.imc.model.imc.ProductDecl;
import org.imc.model.imc.ProductOperator;
import org.imc.model.imc.PropertyReferenceDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.SumDecl;
import org.imc.model.imc.SumOperator;

/**
 * Compute one quantity. Each parameter is computed once, so that a chain of parameters that each use the last one twice
 * costs no more than its length; the chain's length is bounded.
 */
final class Expressions {

  /** No readable design refers through more parameters in a row; keeps the stack small. */
  private static final int MAX_DEPTH = 200;

  private final Consumer<QuantityProblem> problems;
  private final Map<EObject, Optional<Quantity>> computed = new HashMap<>();
  private final Set<EObject> underway = new LinkedHashSet<>();

  private final QuantityDecl root;

  private Expressions(QuantityDecl root, Consumer<QuantityProblem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Return the value of a quantity, or nothing when a part has none; what is wrong in itself is reported. */
  static Optional<Quantity> evaluate(QuantityDecl quantity, Consumer<QuantityProblem> problems) {
    return quantity instanceof LiteralDecl literal
        ? literal(literal, problems) // nearly all are
        : new Expressions(quantity, problems).value(quantity);
  }

  private Optional<Quantity> value(QuantityDecl quantity) {
    return switch (quantity) {
      case LiteralDecl literal -> literal(literal, problems);
      case SumDecl sum -> sum(sum);
      case ProductDecl product -> product(product);
      case ParameterReferenceDecl reference -> parameter(reference);
      case PropertyReferenceDecl reference -> property(reference);
      default -> Optional.empty(); // half-typed
    };
  }

  private static Optional<Quantity> literal(LiteralDecl literal, Consumer<QuantityProblem> problems) {
    if (literal.getValue() == null) {
      return Optional.empty(); // half-typed
    }
    if (literal.getUnit() == null) {
      return Optional.of(new Quantity(literal.getValue(), Measure.NONE));
    }
    Optional<Unit> unit = Unit.parse(literal.getUnit());
    if (unit.isEmpty()) {
      problems.accept(new QuantityProblem(literal, QuantityProblem.Kind.UNKNOWN_UNIT,
          "'%s' is not a unit.".formatted(literal.getUnit())));
    }
    return unit.map(u -> new Quantity(literal.getValue().multiply(u.inBase()), u.measure()));
  }

  private Optional<Quantity> sum(SumDecl sum) {
    return fold(sum.getTerms(), sum.getOperators(), (left, step) -> {
      if (!left.measure().equals(step.right().measure())) {
        problem(step.place(), QuantityProblem.Kind.DIMENSIONS_DIFFER, "%s cannot be %s %s. Maybe a unit is missing."
            .formatted(capitalised(step.right().measure().description()),
                step.operator() == SumOperator.PLUS ? "added to" : "subtracted from", left.measure().description()));
        return Optional.empty();
      }
      return Optional.of(step.operator() == SumOperator.PLUS ? left.plus(step.right()) : left.minus(step.right()));
    });
  }

  private Optional<Quantity> product(ProductDecl product) {
    return fold(product.getFactors(), product.getOperators(), (left, step) -> {
      if (step.operator() == ProductOperator.TIMES) {
        return Optional.of(left.times(step.right()));
      }
      if (step.right().inBase().signum() == 0) {
        problem(step.place(), QuantityProblem.Kind.DIVISION_BY_ZERO, "This divides by zero. Maybe another value is meant.");
        return Optional.empty();
      }
      return Optional.of(left.over(step.right()));
    });
  }

  /** One sign and what stands behind it. */
  private record Step<O>(O operator, Quantity right, QuantityDecl place) { }

  private <O> Optional<Quantity> fold(
      List<QuantityDecl> parts, List<O> operators, BiFunction<Quantity, Step<O>, Optional<Quantity>> apply) {
    Optional<Quantity> left = parts.isEmpty() ? Optional.empty() : value(parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      Optional<Quantity> right = value(parts.get(i)); // computed even when the left has no value: it may be wrong too
      if (left.isPresent() && right.isPresent() && i <= operators.size()) {
        left = apply.apply(left.get(), new Step<>(operators.get(i - 1), right.get(), parts.get(i)));
      } else {
        left = Optional.empty();
      }
    }
    return left;
  }

  private Optional<Quantity> parameter(ParameterReferenceDecl reference) {
    ParameterDecl parameter = reference.getParameter();
    return parameter == null || parameter.eIsProxy() || parameter.getValue() == null
        ? Optional.empty() // reported as an unknown name, or half-typed
        : referred(reference, parameter, parameter.getValue(), parameter.getName());
  }

  private Optional<Quantity> property(PropertyReferenceDecl reference) {
    String name = reference.getProperty().getLiteral();
    Optional<QuantityDecl> meant = MacroProperties.find(reference);
    if (meant.isEmpty()) {
      problem(reference, QuantityProblem.Kind.NO_PROPERTY,
          "There is no macro here that gives '%s'. Maybe use a parameter.".formatted(name));
      return Optional.empty();
    }
    return referred(reference, meant.get(), meant.get(), name);
  }

  private Optional<Quantity> referred(QuantityDecl place, EObject key, QuantityDecl value, String name) {
    Optional<Quantity> known = computed.get(key);
    if (known != null) {
      return known;
    }
    if (underway.size() == MAX_DEPTH) {
      computed.put(key, Optional.empty()); // said once
      problem(root, QuantityProblem.Kind.CIRCLE,
          "This is made of more than %d names in a row. Maybe write the value of one.".formatted(MAX_DEPTH));
      return Optional.empty();
    }
    if (!underway.add(key)) {
      problem(place, QuantityProblem.Kind.CIRCLE, "'%s' is made of itself. Maybe write its value here.".formatted(name));
      return Optional.empty();
    }
    Optional<Quantity> result = value(value);
    underway.remove(key);
    computed.put(key, result);
    return result;
  }

  private void problem(QuantityDecl place, QuantityProblem.Kind kind, String message) {
    problems.accept(new QuantityProblem(place, kind, message));
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
