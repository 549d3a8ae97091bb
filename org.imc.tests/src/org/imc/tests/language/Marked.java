package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imc.dsl.evaluation.Problem;

/**
 * A text in which guillemets mark the place where an issue is expected: {@code rows «0»}.
 *
 * @param text without the marks
 * @param offset of the first mark
 * @param length between the marks
 */
record Marked(String text, int offset, int length) {

  static Marked of(String marked) {
    int open = marked.indexOf('«');
    int close = marked.indexOf('»');
    if (open < 0 || close < open) {
      throw new IllegalArgumentException("Mark the place with « and »: " + marked);
    }
    return new Marked(marked.replaceAll("[«»]", ""), open, close - open - 1);
  }

  /** Assert that the text, beside others, has exactly this one problem, at the marked place. */
  static void assertOnly(Problem.Severity severity, String code, String message, String marked, String... others) {
    Marked expected = of(marked);
    String[] texts = new String[others.length + 1];
    texts[0] = expected.text();
    System.arraycopy(others, 0, texts, 1, others.length);
    List<Problem> problems = Language.problems(Language.parse(texts));
    assertEquals(1, problems.size(), problems::toString);
    Problem problem = problems.get(0);
    assertEquals(message, problem.message());
    assertEquals(code, problem.code());
    assertEquals(severity, problem.severity());
    assertEquals(expected.text().substring(expected.offset(), expected.offset() + expected.length()),
        expected.text().substring(problem.offset(), problem.offset() + problem.length()));
    assertEquals(expected.offset(), problem.offset());
    assertEquals(expected.text().substring(0, expected.offset()).lines().count()
        + (expected.offset() == 0 || expected.text().charAt(expected.offset() - 1) == '\n' ? 1 : 0), problem.line());
  }

  /** Assert that the text, beside others, has no problem at all. */
  static void assertNothing(String... texts) {
    assertEquals(List.of(), Language.problems(Language.parse(texts)));
  }

  static void assertError(String code, String message, String marked, String... others) {
    assertOnly(Problem.Severity.ERROR, code, message, marked, others);
  }

  static void assertWarning(String code, String message, String marked, String... others) {
    assertOnly(Problem.Severity.WARNING, code, message, marked, others);
  }
}
