package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.documentation.WordMeaning;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.reference.Reference;
import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;

/** The reference is up to date, complete, and says what hovers say. */
class ReferenceTest {

  private static final Path FILE = RepositoryFiles.DOCS.resolve("reference.md");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern LINK = Pattern.compile("]\\(#([^)]*)\\)");

  private final String markdown = Language.get(Reference.class).markdown();

  /** The reference without marks that keep Markdown from reading too much into it. */
  private final String plain = markdown.replaceAll("\\\\(.)", "$1");

  @Test
  void theFileIsWhatTheGeneratorWrites() throws IOException {
    assertEquals(markdown, Files.readString(FILE),
        "docs/reference.md is out of date. Write it anew: ./imc help reference > docs/reference.md");
  }

  @Test
  void everythingThatIsShownHasAMeaning() {
    int meanings = 0;
    boolean meaning = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("| ") && !line.startsWith("| -")) {
        String[] cells = line.replace("\\|", "/").split("\\|");
        boolean header = cells[2].equals(" meaning ");
        meaning = header || meaning;
        assertFalse(meaning && cells[2].isBlank(), () -> "Nothing says what this means: " + line);
        meanings += meaning && !header ? 1 : 0;
      } else if (!line.startsWith("|")) {
        meaning = false;
      }
    }
    assertTrue(meanings > 100, "Only %d meanings were found.".formatted(meanings));
    assertFalse(markdown.contains("\n\n\n"), "A declaration or enumeration has no documentation.");
  }

  @Test
  void everyWordOfTheLanguageAndEveryCheckIsInIt() {
    for (Keyword keyword : GrammarUtil.containedKeywords(Language.get(IGrammarAccess.class).getGrammar())) {
      if (WordMeaning.isWord(keyword) && !(GrammarUtil.containingRule(keyword) instanceof TerminalRule)) {
        assertTrue(Pattern.compile("\\b%s\\b".formatted(Pattern.quote(keyword.getValue()))).matcher(markdown).find(),
            keyword.getValue());
      }
    }
    for (CheckDescription check : CheckDescriptions.all()) {
      assertTrue(plain.contains("### " + check.code() + "\n\n" + check.title()), check.code());
      check.help().forEach(paragraph -> assertTrue(plain.contains(paragraph), paragraph));
    }
  }

  @Test
  void whatHoversSayOfTheWordsOfTheLanguageIsInIt() throws IOException {
    int said = 0;
    for (Path path : RepositoryFiles.sources(RepositoryFiles.LIBRARY)) {
      XtextResource file = LibraryStudies.parse(Files.readString(path));
      for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
        if (hasAMeaning(leaf) || isWord(leaf)) {
          List<String> paragraphs = Language.get(Explanations.class).at(file, leaf.getOffset())
              .map(Explanation::paragraphs).orElse(List.of()).stream()
              .filter(paragraph -> !paragraph.startsWith("Here ") && !paragraph.startsWith("Source: ")) // of this file
              .toList();
          paragraphs.forEach(paragraph -> assertTrue(
              plain.contains(paragraph.replaceFirst("^Takes (.*)\\.$", "$1")), paragraph));
          said += paragraphs.size();
        }
      }
    }
    assertTrue(said > 100, "Hovers said only %d things.".formatted(said));
  }

  /** Return whether a leaf is a word of the language that means something, and not a part of a name. */
  private static boolean hasAMeaning(ILeafNode leaf) {
    return leaf.getGrammarElement() instanceof Keyword keyword && WordMeaning.of(keyword).isPresent();
  }

  private static boolean isWord(ILeafNode leaf) {
    return EcoreUtil2.getContainerOfType(leaf.getGrammarElement(), EnumLiteralDeclaration.class) != null;
  }

  @Test
  void linksLeadToHeadingsThatAreThereOnce() {
    List<String> anchors = HEADING.matcher(markdown).results().map((MatchResult heading) -> heading.group(1)
        .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-')).toList();
    var all = new TreeSet<>(anchors);
    assertEquals(all.size(), anchors.size(), anchors::toString);
    LINK.matcher(markdown).results().forEach(link -> assertTrue(all.contains(link.group(1)), link.group()));
  }

  @Test
  void htmlIsWellFormedAndSaysTheSame() throws Exception {
    String html = Language.get(Reference.class).html();
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    String text = document.getDocumentElement().getTextContent();
    CheckDescriptions.all().forEach(check -> check.help().forEach(paragraph ->
        assertTrue(text.contains(paragraph), paragraph)));
    assertEquals(HEADING.matcher(markdown).results().count(), Pattern.compile("<h\\d ").matcher(html).results().count());
    assertFalse(html.contains("`"), "A mark was left in the text.");
  }
}
