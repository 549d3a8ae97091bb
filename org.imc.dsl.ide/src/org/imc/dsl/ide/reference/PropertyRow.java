package org.imc.dsl.ide.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/**
 * What a rule says about one feature of its class.
 *
 * @param feature what is set
 * @param pattern how it is written
 * @param assignment where the grammar sets it first
 */
record PropertyRow(EStructuralFeature feature, String pattern, Assignment assignment) {

  /** Return the features that a rule sets, with those of the fragments that it calls, in the order of the grammar. */
  static List<PropertyRow> of(ParserRule rule) {
    Map<EStructuralFeature, PropertyRow> rows = new LinkedHashMap<>();
    collect(rule, (EClass) rule.getType().getClassifier(), rows);
    return new ArrayList<>(rows.values());
  }

  /** Return the fragments that a rule calls. */
  static List<ParserRule> fragments(ParserRule rule) {
    return EcoreUtil2.getAllContentsOfType(rule, RuleCall.class).stream()
        .map(RuleCall::getRule)
        .filter(called -> called instanceof ParserRule parser && parser.isFragment())
        .map(ParserRule.class::cast)
        .toList();
  }

  private static void collect(ParserRule rule, EClass type, Map<EStructuralFeature, PropertyRow> rows) {
    for (AbstractElement element : EcoreUtil2.getAllContentsOfType(rule, AbstractElement.class)) {
      if (element instanceof Assignment assignment) {
        EStructuralFeature feature = made(assignment, type).getEStructuralFeature(assignment.getFeature());
        rows.putIfAbsent(feature, new PropertyRow(feature, pattern(assignment), assignment));
      } else if (element instanceof RuleCall call && call.getRule() instanceof ParserRule called && called.isFragment()) {
        collect(called, type, rows);
      }
    }
  }

  /** Return the class of what an assignment sets a feature of: that of an action before it, or else of the rule. */
  private static EClass made(Assignment assignment, EClass ofRule) {
    EClass made = ofRule;
    for (EObject part = assignment; part.eContainer() instanceof Group group; part = group) {
      int place = group.getElements().indexOf(part);
      for (AbstractElement before : group.getElements().subList(0, Math.max(0, place))) {
        if (before instanceof Action action && action.getType().getClassifier() instanceof EClass type) {
          made = made == ofRule ? type : made;
        }
      }
    }
    return made;
  }

  /** Return the pattern of the alternative or the optional part that sets a feature, or else of the words before it. */
  private static String pattern(Assignment assignment) {
    if (!(assignment.eContainer() instanceof Group group) || startsList(group)) {
      return RuleSyntax.of(assignment);
    }
    if (!(group.eContainer() instanceof AbstractRule)) {
      String pattern = RuleSyntax.of(group);
      return group.getCardinality() == null ? pattern : pattern.replaceFirst("^\\[(.*)]$", "$1");
    }
    List<AbstractElement> parts = group.getElements();
    int place = parts.indexOf(assignment);
    int first = place;
    while (first > 0 && parts.get(first - 1) instanceof Keyword word && Character.isLetter(word.getValue().charAt(0))) {
      first--;
    }
    var pattern = new StringBuilder();
    for (AbstractElement part : parts.subList(first, place + 1)) {
      pattern.append(pattern.isEmpty() ? "" : " ").append(RuleSyntax.of(part));
    }
    return pattern.toString();
  }

  private static boolean startsList(Group group) {
    return group.getElements().get(0) instanceof Keyword word && !Character.isLetter(word.getValue().charAt(0));
  }

  /** Return whether a declaration may do without the feature as far as the grammar knows. */
  boolean isOptional() {
    for (AbstractElement element = assignment; ; ) {
      if ("?".equals(element.getCardinality()) || "*".equals(element.getCardinality())
          || element instanceof Alternatives) {
        return true;
      }
      if (!(element.eContainer() instanceof AbstractElement container)) {
        return false;
      }
      element = container;
    }
  }
}
