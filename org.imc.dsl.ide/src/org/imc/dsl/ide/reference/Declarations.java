package org.imc.dsl.ide.reference;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.imc.dsl.ide.contentassist.Ranges;
import org.imc.dsl.ide.documentation.ModelDocumentation;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.dsl.validation.Examples;
import org.imc.dsl.validation.Properties;
import org.imc.model.imc.ImcPackage;

/** The sections about what can be declared: a rule of the grammar each. */
final class Declarations {

  private static final List<String> COLUMNS = List.of("written", "meaning", "takes", "left out", "example");

  @Inject private ModelDocumentation documentation;
  @Inject private RuleComments comments;

  /** Return the rules that make an object of the model. */
  static List<ParserRule> rules(Grammar grammar) {
    return GrammarUtil.allParserRules(grammar).stream()
        .filter(rule -> !rule.isFragment() && rule.getType().getClassifier() instanceof EClass)
        .toList();
  }

  /** Return the sections in the order of the grammar. */
  List<Block> of(Grammar grammar) {
    var blocks = new ArrayList<Block>();
    for (ParserRule rule : rules(grammar)) {
      var type = (EClass) rule.getType().getClassifier();
      blocks.add(new Block.Heading(3, Titles.of(rule)));
      blocks.add(new Block.Paragraph(Markup.plain(meaning(rule, type))));
      List<String> kinds = kinds(rule);
      if (kinds.isEmpty()) {
        blocks.add(new Block.Sample(RuleSyntax.of(rule)));
        properties(rule, type, blocks);
      } else {
        blocks.add(new Block.Paragraph("One of: " + String.join(", ", kinds) + "."));
      }
    }
    return blocks;
  }

  /** Return what the model says of a class at the rule of that name, and what the grammar says of further rules. */
  private String meaning(ParserRule rule, EClass type) {
    boolean own = rule.getName().equals(type.getName());
    return (own ? documentation.of(type) : comments.of(rule)).orElse("");
  }

  /** Return links to the rules that a rule only chooses from; none when it does more. */
  private static List<String> kinds(ParserRule rule) {
    return rule.getAlternatives() instanceof Alternatives choice
        && choice.getElements().stream().allMatch(RuleCall.class::isInstance)
        ? choice.getElements().stream()
            .map(call -> Markup.link(Titles.of(((RuleCall) call).getRule()))).toList()
        : List.of();
  }

  private void properties(ParserRule rule, EClass type, List<Block> blocks) {
    List<List<String>> rows = PropertyRow.of(rule).stream()
        .filter(row -> row.feature() != ImcPackage.Literals.NAMED_DECL__NAME)
        .map(row -> cells(row, type)).toList();
    if (!rows.isEmpty()) {
      blocks.add(new Block.Table(COLUMNS, rows));
    }
    for (ParserRule fragment : PropertyRow.fragments(rule)) {
      comments.of(fragment).ifPresent(comment -> blocks.add(new Block.Paragraph(Markup.plain(comment))));
    }
  }

  private List<String> cells(PropertyRow row, EClass type) {
    return List.of(Markup.code(row.pattern()), Markup.plain(documentation.of(row.feature()).orElse("")),
        takes(row.feature()), leftOut(row, type), example(row).map(Markup::code).orElse(""));
  }

  private static Optional<String> example(PropertyRow row) {
    return QuantityRules.of(row.feature())
        .map(rule -> row.pattern().replaceFirst("(PLAIN_)?QUANTITY( …)?", rule.example()))
        .or(() -> Examples.ofBlock(row.feature()));
  }

  private static String takes(EStructuralFeature feature) {
    return QuantityRules.of(feature).map(Ranges::describe).orElseGet(() -> switch (feature) {
      case EReference part when part.isContainment() -> Markup.link(Titles.of(part.getEType()));
      case EReference reference -> "the name of a declaration: " + Markup.link(Titles.of(reference.getEType()));
      case EAttribute word when word.getEType() instanceof EEnum words -> Markup.link(Titles.of(words));
      default -> ""; // the pattern says it all
    });
  }

  private static String leftOut(PropertyRow row, EClass type) {
    if (Properties.required(type).contains(row.feature()) || !row.isOptional()) {
      return "needed";
    }
    return Properties.whenLeftOut(row.feature()).map(Markup::plain).orElse("");
  }

  /** Return links to all sections. */
  static String index(Grammar grammar) {
    return rules(grammar).stream().map(rule -> Markup.link(Titles.of(rule)))
        .collect(Collectors.joining(", "));
  }
}
