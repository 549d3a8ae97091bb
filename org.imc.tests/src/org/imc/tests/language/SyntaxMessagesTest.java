package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

/** What is said of a text that does not parse, and where. */
class SyntaxMessagesTest {

  @Test
  void aCommentThatIsNotClosedIsMarkedWhereItOpens() {
    assertSyntax("The comment is not closed. Maybe add '*/'.", "package a\n«/*» digital macro m {\n  rows 64 /\n}\n");
    assertSyntax("The comment is not closed. Maybe add '*/'.", "package a\n«/*»");
    assertSyntax("The comment is not closed. Maybe add '*/'.", "package a\r\n«/*» word\r\n*");
  }

  @Test
  void aTextThatIsNotClosedIsMarkedUpToTheEndOfItsLine() {
    String message = "The text is not closed in its line. Maybe add '\"'.";
    assertSyntax(message, "technology t {\n  source «\"my citation»\n  node 28 nm\n}\n");
    assertSyntax(message, "technology t { source «\"»");
    assertSyntax(message, "technology t { source «\"the end\\»");
  }

  @Test
  void aNumberThatIsBrokenOffIsMarked() {
    String message = "The number has no digits behind its '.' or 'e'. Maybe add one.";
    assertSyntax(message, "technology t {\n  node «28.» nm\n}\n");
    assertSyntax(message, "technology t {\n  node «2e+» nm\n}\n");
    assertSyntax(message, "technology t { node «28.»");
  }

  @Test
  void aBackslashWithoutMeaningIsExplained() {
    String message = "A backslash in this text has no meaning. Maybe write two for one.";
    assertSyntax(message, "technology t { source «\"C:\\Papers\"» }");
    assertSyntax(message, "technology t { source «\"\\u12\"» }");
  }

  /** Assert the first thing that is said of what does not parse. */
  private static void assertSyntax(String message, String marked) {
    Marked expected = Marked.of(marked);
    List<Problem> problems = Language.problems(Language.parse(expected.text())).stream()
        .filter(problem -> problem.code().equals(IssueCodes.SYNTAX))
        .toList();
    assertTrue(!problems.isEmpty(), marked);
    assertEquals(message, problems.get(0).message());
    assertEquals(expected.offset(), problems.get(0).offset());
    assertEquals(expected.length(), problems.get(0).length());
    assertEquals(expected.text().substring(0, expected.offset()).chars().filter(c -> c == '\n').count() + 1,
        problems.get(0).line());
  }
}
