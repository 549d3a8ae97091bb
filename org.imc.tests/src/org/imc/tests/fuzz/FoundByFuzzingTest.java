package org.imc.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.live.SourceSets;
import org.imc.dsl.ide.live.SourceText;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shortest texts with which the fuzzer found something. */
class FoundByFuzzingTest {

  @Test
  void tensorTooLargeToCountIsReportedOnItsName() {
    Problem problem = onlyShapeProblem("input image 16777216 x 16777216 x 16777216 dense fc from image { units 10 }");
    assertEquals("'image' has 16777216 x 16777216 x 16777216 elements in a batch of 1, "
        + "but at most 1099511627776 are counted. Maybe a size is mistyped.", problem.message());
    assertEquals("image".length(), problem.length());
  }

  @Test
  void batchCountsForTheSizeOfATensor() {
    Problem problem = onlyShapeProblem("batch 16777216 input image 16777216 dense fc from image { units 10 }");
    assertTrue(problem.message().contains("in a batch of 16777216"), problem::message);
  }

  @Test
  void layerWithTooManyMultiplicationsToCountIsReportedOnItsName() {
    Problem problem = onlyShapeProblem("input image 16777216 x 1024 x 64 dense fc from image { units 16777216 }");
    assertEquals("Layer 'fc' makes more than 281474976710656 multiplications, the most that are counted. "
        + "Maybe a size is mistyped.", problem.message());
  }

  @Test
  void channelsThatMultiplyBeyondAllNumbersAreReported() {
    Problem problem = onlyShapeProblem("""
        input image 16777216 x 1 x 1
        depthwise a from image { kernel 1 multiplier 65536 }
        depthwise b from a { kernel 1 multiplier 16777216 }
        """);
    assertTrue(problem.message().startsWith("'b' has "), problem::message);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "evaluate a on\n/**/\na minimising energy",
      "import m import\n/**/\ne//",
      "network n { input i 1\n/* a\n b */\n\n/* c */ x 2 }",
      "package p/* c */network n { }",
      "explore A{adc/**/resolution in{a+\nl}weights resident\nwhere 0//\n>=c+3}//\n",
      "/* only a comment */",
      "// only a comment",
      "\n\n/* a\n* b */\n// c\n\n",
      ""})
  void formattingTwiceIsFormattingOnce(String text) {
    examine(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network n {\r\n/*\r\n*\r", "a\r/*\r", "network n { }\r\n\"\r"})
  void textThatBreaksOffInAWindowsLineEndKeepsItsProblems(String text) {
    assertTrue(problems(load(text)).stream().anyMatch(problem -> problem.code().equals("syntax")));
    examine(text);
  }

  @Test
  void longTokensAreQuotedInPart() {
    String text = "technology t { node 28 " + "nm/".repeat(10_000) + "nm }";
    assertTrue(problems(load(text)).stream().allMatch(problem -> problem.message().length() <= 1_000));
  }

  @Test
  void insideTheWordOfAnEnumerationItsWordsAreProposed() {
    String text = "network n { input i 4 pool p from i { kernel 2 padding same stride 2 } }";
    XtextResource file = load(text);
    List<String> proposals = Language.get(Completion.class)
        .propose(file, text.indexOf("same") + 2, CancelIndicator.NullImpl).stream()
        .map(ContentAssistEntry::getProposal).toList();
    assertTrue(proposals.contains("same"), proposals::toString);
  }

  @Test
  void wordsOfAReferenceThatIsBrokenOffAreNotExplained() {
    String text = "language import}network//\no";
    XtextResource file = load(text);
    assertEquals(Optional.empty(), Language.get(Explanations.class).at(file, text.length()));
  }

  @Test
  void aBaseWithTwoPartsOfOneNameCanBeExtended() {
    String text = "architecture A { memory buffer { } memory buffer { } } architecture D extends A { memory buffer { } }";
    try (var logged = LoggedErrors.listen()) {
      assertTrue(problems(load(text)).stream().anyMatch(problem -> problem.code().equals("name.duplicate")));
      logged.failOnAny();
    }
  }

  private static Problem onlyShapeProblem(String network) {
    String text = "network n { weight 8 bit activation 8 bit " + network + "}";
    List<Problem> problems = problems(load(text));
    assertEquals(List.of("layer.shape"), problems.stream().map(Problem::code).toList(), problems::toString);
    return problems.getFirst();
  }

  private static void examine(String text) {
    try (var fuzzing = new Fuzzing()) {
      for (int number = 0; number < 20; number++) {
        fuzzing.examine(Document.alone("found", text), number);
      }
    }
  }

  private static XtextResource load(String text) {
    return Language.get(SourceSets.class).load(List.of(new SourceText(URI.createURI("memory:/a.imc"), text))).getFirst();
  }

  private static List<Problem> problems(XtextResource file) {
    return Language.get(StudyRunner.class).check(file, CancelIndicator.NullImpl);
  }
}
