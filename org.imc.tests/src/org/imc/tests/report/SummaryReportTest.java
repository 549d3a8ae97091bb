package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.result.Component;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.junit.jupiter.api.Test;

/** Studies side by side: shares, peaks, and where which style wins. */
class SummaryReportTest {

  private static final String GAP = " {2,}";

  @Test
  void everyStudyHasItsSharesAndWhatItReachesOfThePeak() throws Exception {
    List<StudyResult> results = Studies.styles();
    List<String> lines = lines(results);
    for (int i = 0; i < results.size(); i++) {
      Evaluation each = results.get(i).evaluation();
      double all = each.energy().totalPj();
      double writes = each.energy().pj(Component.WEIGHT_WRITE);
      assertEquals(List.of("Net", each.study().architecture().name(), "energy", Figures.energy(all),
              Figures.percent((each.energy().arrayPj() - writes) / all), Figures.percent(writes / all),
              Figures.percent(each.energy().pj(Component.MEMORY) / all), Figures.time(each.latencyNs()),
              Figures.percent(each.utilization()), Figures.plain(each.topsPerWatt()),
              Figures.percent(each.topsPerWatt() / each.macro().topsPerWatt()), Figures.plain(each.topsPerMm2()),
              Figures.percent(each.topsPerMm2() / each.macro().topsPerMm2()), "5 of 5"),
          cells(lines.get(lines.indexOf("Networks on architectures") + 4 + i)));
    }
  }

  @Test
  void everyArchitectureHasItsPeakBesideTheBestThatIsReached() throws Exception {
    List<StudyResult> results = Studies.styles();
    List<String> lines = lines(results);
    Evaluation analog = results.get(0).evaluation();
    List<String> row = cells(lines.get(lines.indexOf("Peak against effective") + 4));
    assertEquals(List.of("AnalogChip", "analog", "64 x 64", "1", Figures.plain(analog.macro().tops()),
        Figures.plain(analog.macro().topsPerWatt()), "Net", Figures.plain(analog.topsPerWatt())), row.subList(0, 8));
    assertEquals(List.of(Figures.plain(analog.macro().topsPerMm2()), "Net", Figures.plain(analog.topsPerMm2())), row.subList(9, 12));
  }

  @Test
  void theBestArchitectureOfEachStyleIsNamedWithTheReason() throws Exception {
    List<StudyResult> results = Studies.styles();
    Evaluation analog = results.get(0).evaluation();
    Evaluation digital = results.get(1).evaluation();
    Evaluation small = results.get(2).evaluation();
    assertTrue(digital.energy().totalPj() < small.energy().totalPj(), "the sample's larger digital chip is the better one for the network");
    assertEquals(List.of("Net", "all 5", "energy", "digital",
            Figures.ratio(analog.energy().totalPj() / digital.energy().totalPj()), "AnalogChip", Figures.energy(analog.energy().totalPj()),
            "DigitalChip", Figures.energy(digital.energy().totalPj())),
        duel(results, "all 5").subList(0, 9));
    assertTrue(layer(small, "pw") < layer(digital, "pw"), "and the smaller one for its pointwise layer");
    List<String> pointwise = duel(results, "pointwise 1");
    assertEquals(List.of("AnalogChip", Figures.energy(layer(analog, "pw")), "SmallDigitalChip", Figures.energy(layer(small, "pw"))),
        pointwise.subList(5, 9));
    assertTrue(pointwise.get(9).matches("array: \\S+ [pn]J, adder tree most, against \\S+ [pn]J, ADC most; used 50.0% against 12.5%"),
        pointwise::toString);
  }

  @Test
  void nothingIsComparedWhereOneStyleAloneIsAsked() throws Exception {
    List<StudyResult> digital = Studies.styles().subList(1, 3);
    assertFalse(String.join("\n", lines(digital)).contains("Where analog wins"));
  }

  @Test
  void aTieIsNoWin() throws Exception {
    StudyResult analog = Studies.styles().getFirst();
    StudyResult digital = Studies.styles().get(1);
    List<StudyResult> both = List.of(analog, digital);
    assertFalse(String.join("\n", lines(both)).contains("neither"));
    assertTrue(String.join("\n", lines(Studies.tiny())).indexOf("Where analog wins") < 0, "one style alone");
  }

  @Test
  void markdownHasTheSameTables() throws Exception {
    List<StudyResult> results = Studies.styles();
    String markdown = ReportFormat.MARKDOWN.render(results, FileNames.URIS);
    assertEquals(List.of("### Networks on architectures", "### Peak against effective", "### Where analog wins and where digital does"),
        markdown.lines().filter(line -> line.startsWith("#")).toList());
    String row = String.join(" | ", duel(results, "all 5"));
    assertTrue(markdown.contains("| " + row + " |"), () -> row + "\nis missing in\n" + markdown);
  }

  private static double layer(Evaluation evaluation, String name) {
    return evaluation.layers().stream().filter(each -> each.layer().name().equals(name)).findFirst()
        .map(LayerEvaluation::energy).orElseThrow().totalPj();
  }

  private static List<String> lines(List<StudyResult> results) {
    return ReportFormat.SUMMARY.render(results, FileNames.URIS).lines().toList();
  }

  private static List<String> duel(List<StudyResult> results, String layers) {
    List<String> lines = lines(results);
    return lines.subList(lines.indexOf("Where analog wins and where digital does"), lines.size()).stream()
        .map(SummaryReportTest::cells).filter(cells -> cells.size() > 1 && cells.get(1).equals(layers)).findFirst().orElseThrow();
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.strip().split(GAP));
  }
}
