package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.mapping.Loop;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.LoopDim;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings as text: put back into their file, they give the same figures. */
class MappingReportTest {

  private static List<StudyResult> evaluate(String text) throws IOException {
    var resource = (XtextResource) Language.get(XtextResourceSet.class).createResource(URI.createURI("memory:/a.imc"));
    resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
    StudyRunner runner = Language.get(StudyRunner.class);
    assertEquals(List.of(), runner.check(resource, CancelIndicator.NullImpl).stream()
        .filter(problem -> problem.isError()).toList());
    return runner.lower(resource).stream()
        .map(lowered -> runner.evaluate(lowered, Engine.withThreads(2), Progress.NONE, Cancellation.NEVER))
        .toList();
  }

  private static void checkRoundTrip(String text) throws IOException {
    List<StudyResult> free = evaluate(text);
    String mappings = ReportFormat.MAPPING.render(free, FileNames.URIS);
    List<StudyResult> all = evaluate(text + "\n" + mappings);
    assertEquals(2 * free.size(), all.size());
    for (int i = 0; i < free.size(); i++) {
      List<LayerEvaluation> found = free.get(i).evaluation().layers();
      List<LayerEvaluation> given = all.get(free.size() + i).evaluation().layers();
      assertEquals(found.size(), given.size());
      assertEquals(free.get(i).evaluation().area(), all.get(free.size() + i).evaluation().area());
      for (int layer = 0; layer < found.size(); layer++) {
        assertEquals(found.get(layer).energy(), given.get(layer).energy(), found.get(layer)::toString);
        assertEquals(found.get(layer).latency(), given.get(layer).latency(), found.get(layer)::toString);
        assertEquals(found.get(layer).bounds(), given.get(layer).bounds());
        if (given.get(layer).search() != null) {
          assertTrue(given.get(layer).search().constrained());
          assertEquals(1, given.get(layer).search().spatialCandidates());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickstart/tiny.imc", "mlperf-tiny/tiny-benchmark.imc"})
  void mappingsOfTheExamplesGiveTheSameFiguresAgain(String example) throws IOException {
    checkRoundTrip(Studies.text("examples", example));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DeepAutoEncoder", "DsCnn", "MobileNetV1", "ResNet8"})
  void mappingsOfLibraryNetworksGiveTheSameFiguresAgain(String network) throws IOException {
    String tiny = Studies.text("examples", "quickstart/tiny.imc");
    for (String objective : List.of("energy", "latency", "edp")) {
      checkRoundTrip(tiny.replace("ResNet8", network).replace("minimising energy", "minimising " + objective));
    }
  }

  @Test
  void weightsThatStayAreWrittenWithTheMapping() throws IOException {
    String resident = Studies.text("examples", "resident-weights/resident.imc");
    String chip = resident.substring(0, resident.indexOf("evaluate "));
    List<StudyResult> free = evaluate(chip + "evaluate DsCnn on Resident minimising energy weights resident\n");
    List<StudyResult> given = evaluate(chip + ReportFormat.MAPPING.render(free, FileNames.URIS));
    var found = free.getFirst().evaluation();
    var again = given.getFirst().evaluation();
    assertFalse(found.residence().residents().isEmpty());
    assertEquals(found.energy(), again.energy());
    assertEquals(found.residence().residents(), again.residence().residents());
    assertEquals(found.residence().others(), again.residence().others());
    assertFalse(again.study().weights().free());
  }

  /** 7 pixels whose sums fit the buffer 4 at a time: in 8 steps, the weights come twice instead of 7 times. */
  @Test
  void paddedLoopsGiveTheSameFiguresAgain() throws IOException {
    String text = """
        import imc.technology.cmos28
        digital macro One { technology cmos28 rows 1 columns 8 weight 8 bit activation 8 bit serial 8 bit }
        architecture Chip {
          macro One
          memory sums { size 96 bit serves outputs port readwrite 24 bit/cycle read 0.01 pJ/bit write 0.01 pJ/bit }
          memory dram { size 1 MiB serves inputs, outputs, weights port readwrite 64 bit/cycle read 4 pJ/bit write 4 pJ/bit }
        }
        network Pixels {
          weight 8 bit activation 8 bit partial sum 24 bit
          input image 16 x 1 x 7
          conv2d conv from image { channels 1 kernel 1 }
        }
        evaluate Pixels on Chip minimising energy
        """;
    List<StudyResult> free = evaluate(text);
    long steps = free.getFirst().evaluation().layers().getFirst().mapping().temporal().loops().stream()
        .filter(loop -> loop.dim() == LoopDim.OX).mapToLong(Loop::size).reduce(1, Math::multiplyExact);
    assertEquals(8, steps);
    checkRoundTrip(text);
  }

  @Test
  void layersOfBlocksAndReservedWordsAreWrittenSoThatTheyCanBeRead() throws IOException {
    String tiny = Studies.text("examples", "quickstart/tiny.imc");
    checkRoundTrip(tiny.replace("import imc.network.ResNet8", "").replace("evaluate ResNet8 on", """
        block pair {
          input x
          conv2d ^from from x { channels 3 kernel 1 }
          conv2d b from ^from { channels 3 kernel 3 padding same }
        }
        network Deep {
          weight 8 bit
          activation 8 bit
          input image 3 x 8 x 8
          use pair s x 2 from image
          conv2d ^evaluate from s { channels 4 kernel 1 }
        }
        evaluate Deep on"""));
  }
}
