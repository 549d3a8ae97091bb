package org.imc.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.imc.dsl.quantity.QuantityRules;

/**
 * Write random sentences of the grammar, whatever it is at the moment: every rule, every alternative, properties in any
 * order and given twice. Half of the quantities are as their rule shows them, so that some sentences make sense.
 */
final class GrammarTexts {

  /** Sentences end soon after as many tokens. */
  private static final int MANY_TOKENS = 400;

  private final Dice dice;
  private final Tokens tokens;
  private final StringBuilder text = new StringBuilder();
  private final List<String> declared = new ArrayList<>(List.of("a"));
  private int written;

  private GrammarTexts(Dice dice) {
    this.dice = dice;
    this.tokens = new Tokens(dice);
  }

  /** Return a file. */
  static String write(Grammar grammar, Dice dice) {
    var sentence = new GrammarTexts(dice);
    sentence.rule(grammar.getRules().getFirst());
    return sentence.text.toString();
  }

  private void rule(AbstractRule rule) {
    switch (rule) {
      case TerminalRule terminal -> token(terminal(terminal.getName()));
      case EnumRule literals -> token(literal(literals));
      case ParserRule parser -> element(parser.getAlternatives());
      default -> throw new IllegalArgumentException("There is no other kind of rule: " + rule);
    }
  }

  private void element(AbstractElement element) {
    for (int times = times(element.getCardinality()); times > 0; times--) {
      once(element);
    }
  }

  private int times(String cardinality) {
    boolean enough = written > MANY_TOKENS;
    return switch (cardinality) {
      case null -> 1;
      case "?" -> enough || dice.oneIn(2) ? 0 : 1;
      case "*" -> enough ? 0 : dice.below(7);
      default -> enough ? 1 : dice.between(1, 3);
    };
  }

  private void once(AbstractElement element) {
    switch (element) {
      case Alternatives alternatives -> element(dice.of(alternatives.getElements()));
      case CompoundElement group -> group.getElements().forEach(this::element);
      case Assignment assignment -> assigned(assignment);
      case Keyword keyword -> token(keyword.getValue());
      case CrossReference reference -> token(dice.oneIn(10) ? tokens.name() : dice.of(declared));
      case RuleCall call -> rule(call.getRule());
      case Action action -> { }
      default -> throw new IllegalArgumentException("There is no other kind of element: " + element);
    }
  }

  private void assigned(Assignment assignment) {
    if (assignment.getFeature().equals("name")) {
      String name = tokens.name();
      declared.add(name);
      token(name);
      return;
    }
    AbstractRule around = GrammarUtil.containingRule(assignment);
    boolean usual = around.getType().getClassifier() instanceof EClass type
        && type.getEStructuralFeature(assignment.getFeature()) != null
        && dice.oneIn(2)
        && QuantityRules.of(type.getEStructuralFeature(assignment.getFeature()))
            .map(rule -> token(rule.example())).isPresent();
    if (!usual) {
      element(assignment.getTerminal());
    }
  }

  private String terminal(String rule) {
    return switch (rule) {
      case "NUMBER" -> tokens.number();
      case "ID" -> dice.oneIn(2) ? tokens.unit() : tokens.name();
      case "STRING" -> tokens.text();
      default -> tokens.strange();
    };
  }

  private String literal(EnumRule literals) {
    var found = new ArrayList<String>();
    for (var all = literals.eAllContents(); all.hasNext();) {
      EObject next = all.next();
      if (next instanceof EnumLiteralDeclaration literal) {
        found.add(literal.getLiteral().getValue());
      }
    }
    return dice.of(found);
  }

  private boolean token(String token) {
    text.append(token).append(dice.oneIn(200) ? tokens.strange() : tokens.hidden());
    written++;
    return true;
  }
}
