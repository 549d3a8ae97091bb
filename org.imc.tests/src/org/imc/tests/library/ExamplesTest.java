package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.LayerEvaluation;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every question that the examples ask has an answer, and the README shows one as it is. */
class ExamplesTest {

  @ParameterizedTest
  @CsvSource({"quickstart, 1", "mlperf-tiny, 8", "large-study, 80"})
  void everyStudyHasAProvenAnswerForEachLayer(String example, int studies) throws IOException {
    List<StudyResult> results = evaluate(RepositoryFiles.EXAMPLES.resolve(example));
    assertEquals(studies, results.size());
    for (StudyResult result : results) {
      assertEquals(List.of(), result.problems());
      assertTrue(result.evaluation().isComplete(), result.lowered()::title);
      assertTrue(result.evaluation().isProven(), result.lowered()::title);
      assertTrue(result.evaluation().energy().totalPj() >= result.evaluation().energyBoundPj(), result.lowered()::title);
      for (LayerEvaluation layer : result.evaluation().layers()) {
        assertTrue(layer.spatialUtilization() >= 0 && layer.spatialUtilization() <= 1, layer.layer()::name);
      }
    }
  }

  @Test
  void theReadmeShowsWhatTheQuickstartPrints() throws IOException {
    String readme = Files.readString(RepositoryFiles.README);
    String report = ReportFormat.TEXT.render(evaluate(RepositoryFiles.EXAMPLES.resolve("quickstart")), FileNames.URIS);
    List<String> lines = report.lines().toList();
    for (String line : List.of(lines.get(0), lines.get(1), lines.get(lines.size() - 2), lines.getLast())) {
      assertTrue(readme.contains(line), () -> "The README does not show this line:\n" + line);
    }
  }

  private static List<StudyResult> evaluate(Path folder) throws IOException {
    StudyRunner runner = Language.get(StudyRunner.class);
    var results = new ArrayList<StudyResult>();
    for (XtextResource file : Language.get(SourceFiles.class).read(List.of(folder)).named()) {
      for (LoweredStudy study : runner.lower(file)) {
        results.add(runner.evaluate(study, Engine.onAllProcessors(), Progress.NONE, Cancellation.NEVER));
      }
    }
    return results;
  }
}
