package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.Problem.Severity;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.validation.SettingsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project's settings say how severe a problem is. */
class SeveritiesTest {

  /** Has one warning, source.empty, and one error, unit.missing. */
  private static final String FAULTY = Designs.TECHNOLOGY.replace("node 28 nm", "node 28\n  source \"\"");

  @TempDir private Path project;

  @BeforeEach
  void beginProject() throws IOException {
    Files.createFile(project.resolve(".project"));
    Files.createDirectory(project.resolve(".settings"));
  }

  @ParameterizedTest
  @CsvSource({"error, ERROR", "warning, WARNING", "info, INFO"})
  void aWarningIsAsSevereAsTheProjectSays(String word, Severity severity) throws IOException {
    set("severity.source.empty=" + word);
    assertEquals(List.of("unit.missing ERROR", "source.empty " + severity), check(project.resolve("a.imc"), Map.of()));
  }

  @Test
  void aWarningThatIsIgnoredIsNotReported() throws IOException {
    set("severity.source.empty=ignore");
    assertEquals(List.of("unit.missing ERROR"), check(project.resolve("a.imc"), Map.of()));
  }

  @Test
  void settingsHoldBelowTheirFolderButNotInAProjectOfItsOwn() throws IOException {
    set("severity.source.empty=info");
    Path below = Files.createDirectories(project.resolve("chips").resolve("old"));
    assertEquals(List.of("unit.missing ERROR", "source.empty INFO"), check(below.resolve("a.imc"), Map.of()));
    Files.createFile(below.resolve(".project"));
    assertEquals(List.of("unit.missing ERROR", "source.empty WARNING"), check(below.resolve("a.imc"), Map.of()));
  }

  @Test
  void whatIsAskedForGoesBeforeTheSettings() throws IOException {
    set("severity.source.empty=ignore");
    assertEquals(List.of("unit.missing ERROR", "source.empty ERROR"),
        check(project.resolve("a.imc"), Map.of("source.empty", "error")));
  }

  @Test
  void anErrorStaysOne() throws IOException {
    set("severity.unit.missing=ignore");
    assertEquals(List.of("unit.missing ERROR", "source.empty WARNING"), check(project.resolve("a.imc"), Map.of()));
  }

  @Test
  void linesWithoutEffectAreReportedAtTheirPlace() {
    SettingsFile settings = SettingsFile.parse(URI.createURI("file:/p/" + SettingsFile.NAME), """
        eclipse.preferences.version=1
        # how severe
        severity.adc.node=ignore
        severity.layer.unread : error\r
        severity.adc.nodes=ignore
          severity.adc.node=warn
        severity.adc.node=silent
        severity.unit.missing=warning
        severty.adc.node=ignore
        severity.syntax=error
        severity.adc.node
        """);
    assertEquals(Map.of("adc.node", "ignore", "layer.unread", "error", "syntax", "error"), settings.severities());
    assertEquals(List.of(
        "5:1 There is no check 'adc.nodes'. Maybe 'adc.node'.",
        "6:3 'warn' is no severity. Maybe 'error', 'warning', 'info', 'ignore'.",
        "7:1 'silent' is no severity. Maybe 'error', 'warning', 'info', 'ignore'.",
        "8:1 'unit.missing' is always an error: a file that has it cannot be evaluated. Maybe mend the file instead.",
        "9:1 'severty.adc.node' sets nothing. Maybe 'severity.adc.node=ignore' is meant.",
        "11:1 'severity.adc.node' sets nothing. Maybe 'severity.adc.node=ignore' is meant."),
        settings.problems().stream()
            .map(found -> "%d:%d %s".formatted(found.line(), found.column(), found.message())).toList());
    assertTrue(settings.problems().stream().allMatch(found -> found.code().equals("settings.without-effect")));
  }

  @Test
  void filesThatAreOnNoDiskHaveNoSettings() {
    assertEquals(Optional.empty(), SettingsFile.find(URI.createURI("memory:/a.imc")));
    assertEquals(Optional.empty(), SettingsFile.find(URI.createURI("file:/a%00b/c.imc")));
  }

  private void set(String line) throws IOException {
    Files.writeString(project.resolve(SettingsFile.NAME), line + "\n");
  }

  private static List<String> check(Path path, Map<String, String> severities) throws IOException {
    Files.writeString(path, FAULTY);
    XtextResource file = Language.get(SourceFiles.class).read(List.of(path), severities).named().get(0);
    return Language.get(StudyRunner.class).check(file, CancelIndicator.NullImpl).stream()
        .map((Problem problem) -> problem.code() + " " + problem.severity()).toList();
  }
}
