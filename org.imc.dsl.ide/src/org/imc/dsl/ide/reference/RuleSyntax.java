package org.imc.dsl.ide.reference;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;

/**
 * Write parts of the grammar as patterns for readers: words as they are typed, capitals for what stands for something
 * else, brackets around what may be left out, dots behind what may be repeated.
 */
final class RuleSyntax {

  private static final String ANYTHING = "…";

  private RuleSyntax() { }

  /** Return the pattern of a whole rule; the properties in its block are dots. */
  static String of(AbstractRule rule) {
    return text(rule.getAlternatives());
  }

  /** Return the pattern of a part of a rule. */
  static String of(AbstractElement element) {
    String text = text(element);
    return element.getCardinality() == null || text.isEmpty() || text.equals(ANYTHING) ? text : repeated(element, text);
  }

  private static String repeated(AbstractElement element, String text) {
    return switch (element.getCardinality()) {
      case "?" -> "[" + text + "]";
      case "*" -> "[" + text + "]" + ANYTHING;
      default -> text + " " + ANYTHING;
    };
  }

  private static String text(AbstractElement element) {
    return switch (element) {
      case Keyword keyword -> keyword.getValue();
      case Assignment assignment -> text(assignment.getTerminal());
      case CrossReference reference -> Titles.placeholder(Titles.of(reference.getType().getClassifier()));
      case RuleCall call -> called(call.getRule());
      case Action action -> "";
      case Alternatives alternatives -> isBlock(alternatives) ? ANYTHING : choice(alternatives);
      case Group group -> joined(group.getElements());
      case CompoundElement other -> joined(other.getElements());
      default -> "";
    };
  }

  /** Return whether alternatives are the properties of a block: any of them, any number of times. */
  private static boolean isBlock(Alternatives alternatives) {
    return "*".equals(alternatives.getCardinality())
        && alternatives.getElements().stream().anyMatch(each -> !(each instanceof Keyword));
  }

  private static String choice(Alternatives alternatives) {
    String text = alternatives.getElements().stream().map(RuleSyntax::of).collect(Collectors.joining(" | "));
    return alternatives.eContainer() instanceof Group ? "(" + text + ")" : text;
  }

  private static String joined(List<AbstractElement> elements) {
    return elements.stream().map(RuleSyntax::of).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "))
        .replace(" , ", ", ").replace("[, ", "[, ");
  }

  private static String called(AbstractRule rule) {
    if (rule instanceof EnumRule words) {
      List<String> literals = EcoreUtil2.getAllContentsOfType(words, EnumLiteralDeclaration.class).stream()
          .map(literal -> literal.getLiteral().getValue()).toList();
      return literals.size() == 1 ? literals.get(0) : "(" + String.join(" | ", literals) + ")";
    }
    boolean declares = rule instanceof ParserRule && rule.getType().getClassifier() instanceof EClass;
    if (declares && (((ParserRule) rule).isFragment() || beginsWithWord(rule.getAlternatives()))) {
      return text(rule.getAlternatives());
    }
    return name(rule);
  }

  /** Return the word in patterns that stands for whatever a rule takes. */
  static String name(AbstractRule rule) {
    return rule instanceof TerminalRule ? rule.getName() : Titles.placeholder(Titles.of(rule));
  }

  /** Return whether a rule can be told by its first word, so that its pattern is clearer than its name. */
  private static boolean beginsWithWord(AbstractElement element) {
    return switch (element) {
      case Group group -> group.getElements().stream().filter(each -> !(each instanceof Action)).findFirst()
          .map(first -> first instanceof Keyword).orElse(false);
      default -> false;
    };
  }
}
