package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.exploration.AxisValues;
import org.imc.dsl.exploration.Designs;
import org.imc.dsl.exploration.Variant;
import org.imc.dsl.quantity.ExploredProperties;
import org.imc.dsl.quantity.Measure;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.Quantity;
import org.imc.dsl.quantity.QuantityRule;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.model.imc.AxisDecl;
import org.imc.model.imc.LimitComparison;
import org.imc.engine.explore.Metric;
import org.imc.model.imc.CostPowerDecl;
import org.imc.model.imc.CostDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.MacroAxisDecl;
import org.imc.model.imc.MetricKind;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.QuantityAxisDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.RangeDecl;
import org.imc.model.imc.TechnologyAxisDecl;
import org.imc.model.imc.WeightsKind;

/** Explorations: what they vary, what they ask for, and how many designs that makes. */
public class ExploreChecks extends ImcChecks {

  /** A front of more figures than this tells nobody anything. */
  private static final int MOST_OBJECTIVES = 4;

  /** Designs of an exploration without a budget. */
  private static final long USUAL_BUDGET = 1_000_000;

  /** Designs that are tried against the conditions while somebody types. */
  private static final long TRIED = 2_000;

  /** Report an exploration that asks for nothing, for too much, or for the same twice. */
  @Check
  public void checkObjectives(ExploreDecl exploration) {
    int count = exploration.getMinimised().size() + exploration.getMaximised().size();
    if (count == 0) {
      error("Explore '%s' has no 'minimising'. Maybe add 'minimising energy, area'.".formatted(exploration.getName()),
          exploration, NAMED_DECL__NAME, IssueCodes.EXPLORE_OBJECTIVES);
    } else if (count > MOST_OBJECTIVES) {
      error("Explore '%s' asks for %d figures; a front has at most %d. Maybe make conditions of some: 'where area <= 2 mm2'."
              .formatted(exploration.getName(), count, MOST_OBJECTIVES),
          exploration, NAMED_DECL__NAME, IssueCodes.EXPLORE_OBJECTIVES);
    }
    reportTwice(exploration, EXPLORE_DECL__MINIMISED, exploration.getMinimised().stream().map(ExploreChecks::words).toList());
    reportTwice(exploration, EXPLORE_DECL__MAXIMISED, exploration.getMaximised());
    reportTwice(exploration, EXPLORE_DECL__MAPPED_FOR, exploration.getMappedFor());
    reportTwice(exploration, EXPLORE_DECL__NETWORKS, exploration.getNetworks());
    reportTwice(exploration, EXPLORE_DECL__ARCHITECTURES, exploration.getArchitectures());
  }

  /** Report a choice that has the same macro or technology twice. */
  @Check
  public void checkChoice(AxisDecl axis) {
    if (axis instanceof MacroAxisDecl macros) {
      reportTwice(axis, MACRO_AXIS_DECL__MACROS, words(axis), macros.getMacros());
    } else if (axis instanceof TechnologyAxisDecl technologies) {
      reportTwice(axis, TECHNOLOGY_AXIS_DECL__TECHNOLOGIES, words(axis), technologies.getTechnologies());
    }
  }

  private void reportTwice(ExploreDecl exploration, EStructuralFeature list, List<?> values) {
    reportTwice(exploration, list, Properties.keyword(list), values);
  }

  private void reportTwice(EObject container, EStructuralFeature list, String word, List<?> values) {
    var seen = new HashSet<Object>();
    for (int i = 0; i < values.size(); i++) {
      if (!seen.add(values.get(i))) {
        String name = values.get(i) instanceof NamedDecl declaration ? declaration.getName() : values.get(i).toString();
        error("'%s' stands twice in '%s'. Maybe remove one.".formatted(name, word), container, list, i,
            IssueCodes.EXPLORE_VALUE_TWICE);
      }
    }
  }

  /** Report a weighted product with a weight out of range, or with a figure twice. */
  @Check
  public void checkProduct(CostDecl product) {
    var seen = new HashSet<MetricKind>();
    for (CostPowerDecl factor : product.getFactors()) {
      BigDecimal exponent = factor.getExponent();
      String figure = factor.getMetric().getLiteral();
      if (exponent != null && (exponent.signum() <= 0 || exponent.compareTo(BigDecimal.valueOf(Metric.Product.MOST)) > 0)) {
        error("The exponent of '%s' is %s, but must be above 0 and at most 4. Maybe %s.".formatted(figure,
                exponent.toPlainString(), exponent.signum() <= 0 ? "leave the figure out" : "make the others smaller instead"),
            factor, COST_POWER_DECL__EXPONENT, IssueCodes.EXPLORE_PRODUCT);
      }
      if (!seen.add(factor.getMetric())) {
        error("'%s' stands twice in a product. Maybe add up its exponents.".formatted(figure), factor,
            COST_POWER_DECL__METRIC, IssueCodes.EXPLORE_PRODUCT);
      }
    }
  }

  private static String words(CostDecl cost) {
    return cost.getFactors().stream().map(factor -> factor.getExponent() == null || factor.getExponent().compareTo(BigDecimal.ONE) == 0
            ? factor.getMetric().getLiteral()
            : "%s ^ %s".formatted(factor.getMetric().getLiteral(), factor.getExponent().stripTrailingZeros().toPlainString()))
        .collect(Collectors.joining(" * "));
  }

  /** Report weights that are to stay in the cells while other networks run. */
  @Check
  public void checkWeights(ExploreDecl exploration) {
    if (exploration.getWeights() == WeightsKind.RESIDENT && exploration.getNetworks().size() > 1) {
      error("Weights cannot stay in the cells while other networks run, but explore '%s' has %d. Maybe explore each by itself."
              .formatted(exploration.getName(), exploration.getNetworks().size()),
          exploration, EXPLORE_DECL__WEIGHTS, IssueCodes.EXPLORE_WEIGHTS);
    }
  }

  /** Report two axes that vary the same, and axes that no architecture has. */
  @Check
  public void checkAxes(ExploreDecl exploration) {
    var seen = new HashSet<String>();
    for (AxisDecl axis : exploration.getAxes()) {
      if (!seen.add(words(axis))) {
        error("'%s' is varied twice. Maybe write all values in one place.".formatted(words(axis)), axis, null,
            IssueCodes.EXPLORE_AXIS_TWICE);
      }
    }
    designs(exploration).filter(designs -> designs.size() > 0).ifPresent(designs ->
        EcoreUtil2.typeSelect(exploration.getAxes(), QuantityAxisDecl.class).stream()
            .filter(axis -> !designs.has(axis) && !isUnknown(axis))
            .forEach(axis -> error("No architecture of explore '%s' has '%s' to vary. Maybe remove this line."
                .formatted(exploration.getName(), words(axis)), axis, null, IssueCodes.EXPLORE_AXIS)));
  }

  private static boolean isUnknown(QuantityAxisDecl axis) {
    boolean isHalfTyped = !axis.isSetProperty() && !axis.isSetConverter() && !axis.isSetLevel() && axis.getParameter() == null;
    return isHalfTyped || axis.getMemory() != null && axis.getMemory().eIsProxy()
        || axis.getParameter() != null && axis.getParameter().eIsProxy();
  }

  private static String words(AxisDecl axis) {
    return switch (axis) {
      case QuantityAxisDecl quantity -> ExploredProperties.words(quantity);
      case MacroAxisDecl macro -> "macro";
      case TechnologyAxisDecl technology -> "technology";
      default -> throw new IllegalArgumentException(axis.toString());
    };
  }

  /** Report a range that has no step where it needs one, whose step leads nowhere, or that ends before it begins. */
  @Check
  public void checkRange(RangeDecl range) {
    Optional<Quantity> from = value(range.getFrom());
    Optional<Quantity> to = value(range.getTo());
    if (from.isEmpty() || to.isEmpty()) {
      return; // said where it is written
    }
    Optional<Quantity> step = AxisValues.step(range);
    if (!from.get().measure().equals(to.get().measure())) {
      error("The range goes from %s to %s, which do not measure the same. Maybe a unit is missing."
          .formatted(Quantities.text(range.getFrom()), Quantities.text(range.getTo())), range, null, IssueCodes.EXPLORE_RANGE);
    } else if (from.get().inBase().compareTo(to.get().inBase()) > 0) {
      error("The range ends at %s, before its begin %s. Maybe exchange them."
          .formatted(Quantities.text(range.getTo()), Quantities.text(range.getFrom())), range, null, IssueCodes.EXPLORE_RANGE);
    } else if (step.isEmpty() && range.getStep() == null) {
      error("The range from %s to %s has no step. Maybe add 'step %s'.".formatted(Quantities.text(range.getFrom()),
          Quantities.text(range.getTo()), quarter(from.get(), to.get())), range, null, IssueCodes.EXPLORE_RANGE);
    } else if (step.isPresent()) {
      checkStep(range, from.get(), step.get());
    }
  }

  private static String quarter(Quantity from, Quantity to) {
    BigDecimal length = to.inBase().subtract(from.inBase());
    return Quantities.text(new Quantity(length.divide(BigDecimal.valueOf(4)), from.measure()));
  }

  private void checkStep(RangeDecl range, Quantity from, Quantity step) {
    if (range.isFactor() ? step.measure().dimension().isEmpty() || step.inBase().compareTo(BigDecimal.ONE) <= 0
        : step.inBase().signum() <= 0) {
      error("The step is %s, which leads nowhere. Maybe use a larger one.".formatted(Quantities.text(range.getStep())),
          range, RANGE_DECL__STEP, IssueCodes.EXPLORE_RANGE);
    } else if (!step.measure().equals(range.isFactor() ? Measure.NONE : from.measure())) {
      error("The step is %s, but the range begins at %s. Maybe a unit is missing or one too many.".formatted(
          Quantities.text(range.getStep()), Quantities.text(range.getFrom())), range, RANGE_DECL__STEP, IssueCodes.EXPLORE_RANGE);
    } else if (range.eContainer() instanceof QuantityAxisDecl axis && AxisValues.of(axis).isEmpty()) {
      error("The range has more than %d values. Maybe use a larger step.".formatted(AxisValues.MOST), range, null,
          IssueCodes.EXPLORE_RANGE);
    }
  }

  private static Optional<Quantity> value(QuantityDecl quantity) {
    return quantity == null ? Optional.empty() : Quantities.evaluate(quantity, problem -> { });
  }

  /** Report values of an axis that come twice, and those inside a range that its property does not take. */
  @Check
  public void checkValues(QuantityAxisDecl axis) {
    var seen = new HashSet<BigDecimal>();
    List<LiteralDecl> values = AxisValues.of(axis);
    Optional<QuantityRule> rule = ExploredProperties.feature(axis).flatMap(QuantityRules::of);
    for (int i = 0; i < values.size(); i++) {
      Quantity value = value(values.get(i)).orElseThrow();
      boolean listed = axis.getRange() == null;
      if (listed && !seen.add(value.inBase().stripTrailingZeros())) {
        error("'%s' comes twice in '%s'. Maybe remove one.".formatted(Quantities.text(values.get(i)), words(axis)),
            axis, QUANTITY_AXIS_DECL__VALUES, i, IssueCodes.EXPLORE_VALUE_TWICE);
      }
      boolean accepted = rule.isEmpty() || rule.get().accepts(value);
      if (!listed && i == 0 && !accepted) {
        return; // said where it is written
      }
      if (!listed && !accepted) {
        error("The range of '%s' comes to %s, which it cannot be. Maybe use another step."
            .formatted(words(axis), Quantities.text(values.get(i))), axis.getRange(), null, IssueCodes.EXPLORE_RANGE);
        return;
      }
    }
  }

  /** Report values of a parameter that measure something else than the parameter. */
  @Check
  public void checkValuesOfParameter(QuantityAxisDecl axis) {
    if (axis.getParameter() == null || axis.getParameter().eIsProxy() || axis.getParameter().getValue() == null) {
      return;
    }
    Optional<Quantity> written = value(axis.getParameter().getValue());
    for (LiteralDecl each : AxisValues.of(axis)) {
      Quantity value = value(each).orElseThrow();
      if (written.isPresent() && !written.get().measure().equals(value.measure())) {
        error("Parameter '%s' is %s, but %s is %s. Maybe a unit is missing or one too many.".formatted(
                axis.getParameter().getName(), written.get().measure().description(), Quantities.text(each),
                value.measure().description()), axis, QUANTITY_AXIS_DECL__PARAMETER, IssueCodes.UNIT_WRONG_DIMENSION);
        return;
      }
    }
  }

  /** Report conditions on one figure that no design can meet together, and one on a figure without a unit. */
  @Check
  public void checkLimitsAgree(ExploreDecl exploration) {
    for (LimitDecl limit : exploration.getLimits()) {
      if (limit.isSetMetric() && limit.getMetric() == MetricKind.EDP) {
        error("'edp' has no unit to compare with. Maybe bound 'energy' and 'latency'.", limit, LIMIT_DECL__METRIC,
            IssueCodes.EXPLORE_LIMITS);
      }
    }
    List<LimitDecl> known = exploration.getLimits().stream()
        .filter(limit -> limit.isSetMetric() && limit.isSetComparison() && valid(limit.getBound())).toList();
    for (LimitDecl least : known) {
      for (LimitDecl most : known) {
        if (least != most && least.getMetric() == most.getMetric() && least.getComparison() != LimitComparison.AT_MOST
            && most.getComparison() != LimitComparison.AT_LEAST
            && Quantities.value(least.getBound()) > Quantities.value(most.getBound())) {
          boolean areExact = least.getComparison() == LimitComparison.EQUAL && most.getComparison() == LimitComparison.EQUAL;
          String words = areExact ? "'%s' cannot be both %s and %s. Maybe remove one."
              : "'%s' cannot be at least %s and at most %s. Maybe exchange the bounds.";
          error(words.formatted(least.getMetric().getLiteral(), Quantities.text(least.getBound()), Quantities.text(most.getBound())),
              least, LIMIT_DECL__BOUND, IssueCodes.EXPLORE_LIMITS);
        }
      }
    }
  }

  /** Report an exploration without a design, or with more than its budget. */
  @Check
  public void checkSize(ExploreDecl exploration) {
    Optional<Designs> designs = designs(exploration);
    long budget = valid(exploration.getBudget()) ? Quantities.whole(exploration.getBudget()) : USUAL_BUDGET;
    if (designs.isEmpty() || designs.get().size() > budget) {
      String count = designs.map(each -> Long.toString(each.size())).orElse("more than 2^63");
      error("Explore '%s' has %s designs, but its budget is %d. Maybe vary less%s.".formatted(exploration.getName(), count,
              budget, designs.map(each -> ", or set 'budget %d'".formatted(each.size())).orElse("")),
          exploration, exploration.getBudget() == null ? NAMED_DECL__NAME : EXPLORE_DECL__BUDGET,
          IssueCodes.EXPLORE_BUDGET, count);
    } else if (designs.get().size() > 0) {
      checkSomeDesignIsLeft(exploration, designs.get());
    }
  }

  private void checkSomeDesignIsLeft(ExploreDecl exploration, Designs designs) {
    List<LimitDecl> limits = exploration.getLimits().stream().filter(limit -> limit.getLeft() != null).toList();
    if (limits.isEmpty() || designs.size() > TRIED || !limits.stream().allMatch(limit -> limit.isSetComparison()
        && limit.getBound() != null && valid(limit.getBound()))) {
      return;
    }
    boolean left = LongStream.range(0, designs.size()).mapToObj(designs::variant)
        .anyMatch(variant -> meets(designs, variant));
    if (!left) {
      error("None of the %d designs of explore '%s' meets its conditions on properties. Maybe relax one."
              .formatted(designs.size(), exploration.getName()), exploration, NAMED_DECL__NAME, IssueCodes.EXPLORE_EMPTY);
    }
  }

  private static boolean meets(Designs designs, Variant variant) {
    try {
      return designs.unmet(variant).isEmpty();
    } catch (IllegalArgumentException e) {
      return true; // said where the condition is written
    }
  }

  /** Return the designs, or nothing when they are beyond counting. */
  private static Optional<Designs> designs(ExploreDecl exploration) {
    try {
      return Optional.of(Designs.of(exploration));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
