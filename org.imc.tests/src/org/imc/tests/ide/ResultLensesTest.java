package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.get;
import static org.imc.tests.ide.EditorServices.liveFile;
import static org.imc.tests.ide.EditorServices.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.PastStudies;
import org.imc.dsl.ide.results.Change;
import org.imc.dsl.ide.results.Comparison;
import org.imc.dsl.ide.results.ElementCost;
import org.imc.dsl.ide.results.ResultLens;
import org.imc.dsl.ide.results.ResultLenses;
import org.imc.dsl.ide.results.ResultLine;
import org.imc.dsl.ide.results.SavedResults;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.ide.results.TimeUse;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.prediction.PredictionInterval;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.IntervalText;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Evaluation;
import org.junit.jupiter.api.Test;

/** What stands above declarations, and what is compared. */
class ResultLensesTest {

  private static final String STUDY = """
      import imc.technology.cmos28
      digital macro Array { technology cmos28 rows 64 columns 64 weight 8 bit activation 8 bit serial 1 bit }
      architecture Chip {
        macro Array x 4
        memory buffer {
          size 59 KiB
          serves inputs, outputs
          port readwrite 128 bit/cycle
          read 0.141 pJ/bit
          write 0.086 pJ/bit
          area 0.1 mm2
        }
        memory dram { size 8 MiB serves weights port readwrite 64 bit/cycle read 3.7 pJ/bit write 3.7 pJ/bit }
      }
      network Small {
        weight 8 bit
        activation 8 bit
        input image 3 x 16 x 16
        conv2d first from image { channels 16 kernel 3 padding same }
        dense classes from first { units 10 }
      }
      evaluate Small on Chip minimising energy
      """;

  private static LoweredStudy lower(String text) {
    return get(PastStudies.class).of(snapshot(text), CancelIndicator.NullImpl).getFirst();
  }

  private static Evaluation evaluate(LoweredStudy lowered) {
    return get(StudyRunner.class)
        .evaluate(lowered, Engine.withThreads(1), Progress.NONE, Cancellation.NEVER).evaluation();
  }

  @Test
  void costsOfMacrosAndMemoriesSumToTheTotal() {
    Evaluation evaluation = evaluate(lower(STUDY));
    var costs = ElementCost.of(evaluation).values();
    double parts = costs.stream().filter(cost -> cost.kind() != ElementCost.Kind.LAYER).mapToDouble(ElementCost::energyPj).sum();
    double layers = costs.stream().filter(cost -> cost.kind() == ElementCost.Kind.LAYER).mapToDouble(ElementCost::energyPj).sum();
    assertEquals(evaluation.energy().totalPj(), parts, 1e-6 * parts);
    assertEquals(evaluation.energy().totalPj(), layers, 1e-6 * layers);
    assertEquals(1, costs.stream().mapToDouble(ElementCost::areaShare).sum(), 1e-9);
    assertEquals(4, ElementCost.csv(evaluation).lines().count(), "a head, the macros, two memories");
  }

  @Test
  void linesStandAboveWhatTheyAreAboutAndTellTheDifferenceFromTheSavedText() {
    LoweredStudy saved = lower(STUDY);
    LoweredStudy edited = lower(STUDY.replace("3.7 pJ/bit", "1.85 pJ/bit"));
    var results = get(StudyResults.class);
    var lenses = get(ResultLenses.class);
    var file = snapshot(STUDY).file().uri();
    assertEquals(List.of(), lenses.ofElements(List.of(edited), file), "nothing is known yet");
    results.put(evaluate(saved));
    results.put(evaluate(edited));
    List<ResultLens> lines = lenses.ofElements(List.of(edited), file);
    assertEquals(List.of(2, 5, 13, 19, 20), lines.stream().map(line -> line.place().line()).toList());
    assertTrue(lines.get(0).text().matches("peak \\S+ TOPS/W \\(\\S+–\\S+\\) · \\S+ TOPS/mm² · \\S+ mm² x 4 · \\S+ .J "
        + "\\(\\S+%\\)"), lines.get(0).text());
    get(SavedResults.class).put(saved, results.answer(saved.study()).orElseThrow());
    lines = lenses.ofElements(List.of(edited), file);
    assertTrue(lines.get(2).text().endsWith(" · −50.0 % energy since saved"), lines.get(2).text());
    assertTrue(lines.get(1).text().endsWith(" mm²"), "what has not changed says nothing: " + lines.get(1).text());
    assertTrue(lenses.ofStudy(edited).orElseThrow().matches(".* of optimum bound · −\\S+ % energy since saved"));
  }

  @Test
  void theIntervalIsThatOfTheReportAndMissingWhereNoPublishedMacroTellsIt() {
    Evaluation covered = evaluate(lower(STUDY));
    var interval = PredictionInterval.ofEfficiency(covered.study().architecture().macro()).orElseThrow();
    String bounds = Figures.plain(interval.low()) + "–" + Figures.plain(interval.high());
    String peak = Figures.plain(covered.macro().topsPerWatt());
    assertTrue(ResultLine.of(covered).startsWith(
        "%s TOPS/W (peak %s, %s) · ".formatted(Figures.plain(covered.topsPerWatt()), peak, bounds)), ResultLine.of(covered));
    assertEquals("%s TOPS/W (%s)".formatted(peak, bounds), IntervalText.briefPeak(covered));
    Evaluation elsewhere = evaluate(lower(STUDY.replace("import imc.technology.cmos28",
        "import imc.technology.cmos28\ntechnology old extends cmos28 { node 90 nm }")
        .replace("technology cmos28 rows", "technology old rows")));
    assertTrue(ResultLine.of(elsewhere).matches("\\S+ TOPS/W \\(peak \\S+\\) · .*"), ResultLine.of(elsewhere));
    assertTrue(IntervalText.briefPeak(elsewhere).endsWith(" TOPS/W"), IntervalText.briefPeak(elsewhere));
  }

  @Test
  void whatTimeGoesIntoSumsToAllOfIt() {
    for (var layer : evaluate(lower(STUDY)).layers()) {
      double parts = Stream.of(TimeUse.values()).mapToDouble(use -> use.cycles(layer.latency())).sum();
      assertEquals(layer.latency().totalCycles(), parts, 1e-9 * parts);
    }
  }

  @Test
  void changesAreSaidWithSignAndOneDigit() {
    assertEquals("−8.0 %", Change.of(100, 92));
    assertEquals("+150.0 %", Change.of(2, 5));
    assertEquals("±0 %", Change.of(3, 3.0001));
    assertEquals("–", Change.of(Double.NaN, 1));
    assertEquals("−50.0 % energy, +10.0 % time", Change.of(2, 1, 10, 11));
    assertEquals("", Change.of(1, 1, 1, 1));
  }

  @Test
  void answersAreComparedLayerByLayer() {
    Evaluation before = evaluate(lower(STUDY));
    Evaluation after = evaluate(lower(STUDY.replace("dense classes", "dense logits")));
    var comparison = Comparison.of(before, after);
    assertEquals(List.of("first", "logits", "classes"), comparison.layers().stream().map(Comparison.Line::name).toList());
    assertTrue(Double.isNaN(comparison.layers().get(1).energyPjBefore()), "a new layer has no past");
    assertTrue(Double.isNaN(comparison.layers().get(2).energyPj()), "a layer that is gone has no present");
    assertEquals(before.energy().totalPj(), comparison.total().energyPjBefore());
    assertEquals(5, comparison.csv().lines().count());
  }

  @Test
  void aPastTextWithErrorsAsksNothing() {
    assertEquals(List.of(), get(PastStudies.class).of(snapshot(STUDY.replace("rows 64", "rows 0")), CancelIndicator.NullImpl));
    assertEquals(1, liveFile().analyse(snapshot(STUDY), CancelIndicator.NullImpl).studies().size());
  }
}
