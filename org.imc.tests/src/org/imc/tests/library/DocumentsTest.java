package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.tests.language.Language;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.Quirk;
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

  @Test
  void theManualOfTheModelTellsWhichFormsDepartFromTheDefault() throws IOException {
    String manual = Files.readString(RepositoryFiles.DOCS.resolve("model.md"));
    assertEquals(Set.of(), MacroModel.STANDARD.quirks());
    for (Quirk quirk : Quirk.values()) {
      String row = "| %s |".formatted(quirk.text()) + Stream.of(MacroModel.ZIGZAG_IMC, MacroModel.ZIGZAG, MacroModel.ICCAD2023)
          .map(model -> model.has(quirk) ? " x |" : "  |").collect(Collectors.joining());
      assertTrue(manual.contains(row), row);
    }
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
