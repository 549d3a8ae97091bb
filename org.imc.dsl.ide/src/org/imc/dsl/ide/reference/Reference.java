package org.imc.dsl.ide.reference;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.TerminalRule;
import org.imc.dsl.ide.documentation.ModelDocumentation;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;

/** The reference of the language: every declaration, word, unit and check. Stateless. */
public class Reference {

  private static final String TITLE = "Language reference";

  @Inject private IGrammarAccess access;
  @Inject private Declarations declarations;
  @Inject private ModelDocumentation documentation;
  @Inject private RuleComments comments;

  /** Return it as Markdown. */
  public String markdown() {
    return MarkdownPage.of(blocks());
  }

  /** Return it as HTML, one page without any other file. */
  public String html() {
    return HtmlPage.of(TITLE, blocks());
  }

  private List<Block> blocks() {
    Grammar grammar = access.getGrammar();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(1, TITLE));
    blocks.add(new Block.Paragraph("Made from the grammar, the model and the checks by "
        + Markup.code("imc help reference") + ". In patterns, words are typed as they stand, capitals stand for something "
        + "else, brackets are around what may be left out, and dots behind what may be repeated."));
    blocks.add(new Block.Heading(2, "Declarations"));
    blocks.add(new Block.Paragraph(Declarations.index(grammar) + "."));
    blocks.addAll(declarations.of(grammar));
    blocks.add(new Block.Heading(2, "Words of the language"));
    words(grammar, blocks);
    blocks.add(new Block.Heading(2, "Names, numbers, texts, comments"));
    blocks.add(tokens(grammar));
    blocks.add(new Block.Heading(2, "Units"));
    units(blocks);
    blocks.add(new Block.Heading(2, "Checks"));
    checks(blocks);
    return blocks;
  }

  private Block tokens(Grammar grammar) {
    return new Block.Table(List.of("in patterns", "meaning"), GrammarUtil.allRules(grammar).stream()
        .filter(rule -> rule instanceof TerminalRule || rule instanceof ParserRule parser && GrammarUtil.isDatatypeRule(parser))
        .map(rule -> List.of(Markup.code(RuleSyntax.name(rule)), Markup.plain(comments.of(rule).orElse(""))))
        .toList());
  }

  private void words(Grammar grammar, List<Block> blocks) {
    List<EnumRule> rules = GrammarUtil.allEnumRules(grammar);
    for (EnumRule rule : rules) {
      var type = (EEnum) rule.getType().getClassifier();
      if (rules.stream().anyMatch(other -> other != rule && other.getName().equals(type.getName()))) {
        continue; // some of the words of that one
      }
      blocks.add(new Block.Heading(3, Titles.of(type)));
      blocks.add(new Block.Paragraph(Markup.plain(documentation.of(type).orElse(""))));
      blocks.add(new Block.Table(List.of("word", "meaning"),
          EcoreUtil2.getAllContentsOfType(rule, EnumLiteralDeclaration.class).stream()
              .map(word -> List.of(Markup.code(word.getLiteral().getValue()),
                  Markup.plain(documentation.of(word.getEnumLiteral()).orElse(""))))
              .toList()));
    }
  }

  private static void units(List<Block> blocks) {
    blocks.add(new Block.Paragraph("A prefix stands directly before its symbol. " + Markup.code("Ki") + ", "
        + Markup.code("Mi") + " and " + Markup.code("Gi") + " are 2^10, 2^20 and 2^30; the others are powers of ten. "
        + Markup.code("u") + " may be written " + Markup.code("µ") + ", " + Markup.code("m2") + " " + Markup.code("m²")
        + "."));
    var rows = new ArrayList<List<String>>();
    for (Dimension dimension : Dimension.values()) {
      rows.add(List.of(dimension.description(),
          dimension.usualUnits().stream().map(Markup::code).collect(Collectors.joining(", ")),
          dimension.canonicalUnit().isEmpty() ? "" : Markup.code(dimension.canonicalUnit())));
    }
    blocks.add(new Block.Table(List.of("quantity", "units", "ranges are given in"), rows));
  }

  private static void checks(List<Block> blocks) {
    for (CheckDescription check : CheckDescriptions.all()) {
      blocks.add(new Block.Heading(3, check.code()));
      String severity = check.severity().name().toLowerCase(Locale.ROOT);
      blocks.add(new Block.Paragraph(Markup.plain(
          "%s. %s, %s.".formatted(check.title(), capitalised(severity),
              check.isConfigurable() ? "unless set otherwise" : "always"))));
      check.help().forEach(paragraph -> blocks.add(new Block.Paragraph(Markup.plain(paragraph))));
      if (!check.wrong().isEmpty()) {
        blocks.add(new Block.Paragraph("Wrong:"));
        blocks.add(new Block.Sample(check.wrong()));
        blocks.add(new Block.Paragraph("Right:"));
        blocks.add(new Block.Sample(check.right()));
      }
    }
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
