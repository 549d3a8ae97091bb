package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;

/** The samples of the language in the documents are in the language. */
class DocumentsTest {

  private static final Pattern BLOCK = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL);

  @Test
  void theReadmesSampleIsFreeOfProblems() throws IOException {
    String sample = blocks(RepositoryFiles.README).stream()
        .filter(block -> block.startsWith("import "))
        .collect(Collectors.joining());
    assertFreeOfProblems(sample);
  }

  @Test
  void theSamplesOfTheManualMakeAFileFreeOfProblems() throws IOException {
    assertFreeOfProblems(String.join("\n", blocks(RepositoryFiles.DOCS.resolve("language.md"))));
  }

  private static List<String> blocks(Path document) throws IOException {
    return BLOCK.matcher(Files.readString(document)).results().map((MatchResult block) -> block.group(1)).toList();
  }

  private static void assertFreeOfProblems(String text) {
    assertFalse(text.isBlank(), "The document has no sample.");
    List<Problem> problems = Language.get(StudyRunner.class).check(LibraryStudies.parse(text), CancelIndicator.NullImpl);
    assertEquals(List.of(), problems);
  }
}
