package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.claim.Comparison;
import org.imc.dsl.claim.Expectation;
import org.imc.dsl.claim.Metric;
import org.imc.dsl.claim.PredictedFigure;
import org.imc.dsl.claim.PublishedFigure;
import org.imc.dsl.claim.Spender;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.lowering.SourceMap;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.result.Evaluation;
import org.junit.jupiter.api.Test;

/** Claims in the reports: both sides of each comparison, and whether it holds. */
class ClaimReportTest {

  private static final SourceMap.Place PLACE = new SourceMap.Place(URI.createURI("a.imc"), 0, 1, 1, 1);

  @Test
  void textShowsBothSidesAndTheVerdict() throws Exception {
    Evaluation first = Studies.tiny().get(0).evaluation();
    double pj = first.energy().totalPj();
    List<String> lines = text(new Claim("All is well", Optional.of("the authors"), Optional.of("because"), List.of(
            new Expectation(figure(Metric.ENERGY, 0), Comparison.LESS, 2 * pj, Optional.empty()),
            new Expectation(figure(Metric.ENERGY, 0), Comparison.MORE, 3, Optional.of(figure(Metric.ENERGY, 0)))),
        List.of(), List.of(new PublishedFigure(List.of(figure(Metric.LATENCY, 0)), first.latencyNs() / 2)), PLACE, false));
    assertEquals("All is well: does not hold (1 of 2)", lines.get(0));
    assertEquals("  the authors", lines.get(1));
    assertTrue(lines.get(2).matches("  ENERGY +\\S+ .J +< +\\S+ .J +holds"), lines.get(2));
    assertTrue(lines.get(3).matches("  ENERGY > 3.00 times ENERGY +\\S+ .J +> +\\S+ .J +does not hold"), lines.get(3));
    assertTrue(lines.get(4).matches("  figure +published +predicted +ratio"), lines.get(4));
    assertTrue(lines.get(5).matches("  LATENCY +\\S+ .s +\\S+ .s +2.00x"), lines.get(5));
    assertEquals("  because", lines.get(6));
  }

  @Test
  void predictionsOfSeveralStudiesStandSideBySideUnderTheirHeads() throws Exception {
    var spent = new PredictedFigure("SHARE", Metric.SHARE, 0, false, Optional.empty(), new Spender.Cells());
    List<String> lines = text(new Claim("Columns", Optional.empty(), Optional.empty(), List.of(), List.of("one", "two"), List.of(
        new PublishedFigure(List.of(spent, figure(Metric.SHARE, 0)), 0.5), new PublishedFigure(List.of(spent), 0.5)), PLACE, false));
    assertEquals("Columns", lines.get(0));
    assertTrue(lines.get(1).matches("  figure +published +one +ratio +two +ratio"), lines.get(1));
    assertTrue(lines.get(2).matches("  SHARE +50\\.0% +\\d+\\.\\d% +\\d\\.\\d+x +100\\.0% +2\\.00x"), lines.get(2));
    assertTrue(lines.get(3).matches("  SHARE +50\\.0% +\\d+\\.\\d% +\\d\\.\\d+x *"), lines.get(3));
  }

  /** The second study of the sample has a layer that does not fit. */
  @Test
  void nothingIsToldOfAnIncompleteNetwork() throws Exception {
    List<String> lines = text(new Claim("Fits", Optional.empty(), Optional.empty(),
        List.of(new Expectation(figure(Metric.ENERGY, 1), Comparison.LESS, 1e30, Optional.empty())), List.of(), List.of(), PLACE, false));
    assertEquals("Fits: cannot be told, since a layer has no mapping (0 of 1)", lines.get(0));
  }

  @Test
  void jsonHasTheNumbersAsTheSchemaSays() throws Exception {
    var mapper = new ObjectMapper();
    List<StudyResult> results = Studies.tiny();
    double pj = results.get(0).evaluation().energy().totalPj();
    var claim = new Claim("c", Optional.empty(), Optional.empty(),
        List.of(new Expectation(figure(Metric.ENERGY, 0), Comparison.AT_LEAST, 0.5, Optional.of(figure(Metric.ENERGY, 0)))),
        List.of(), List.of(new PublishedFigure(List.of(figure(Metric.ENERGY, 1)), 7)), PLACE, false);
    JsonNode report = mapper.readTree(ReportFormat.JSON.render(results, List.of(judged(claim, results)), FileNames.URIS));
    JsonNode schema = mapper.readTree(Studies.text("docs", "schema", "evaluation-1.json"));
    assertEquals(List.of(), new SchemaCheck(schema).problems(report));
    JsonNode expectation = report.at("/claims/0/expectations/0");
    assertEquals(pj, expectation.get("leftValue").doubleValue());
    assertEquals(pj / 2, expectation.get("rightValue").doubleValue());
    assertEquals("holds", expectation.get("verdict").asText());
    assertTrue(report.at("/claims/0/published/0/predicted").isNull(), "the second study is not complete");
  }

  private static List<String> text(Claim claim) throws Exception {
    List<StudyResult> results = Studies.tiny();
    String without = ReportFormat.SUMMARY.render(results, FileNames.URIS);
    String with = ReportFormat.SUMMARY.render(results, List.of(judged(claim, results)), FileNames.URIS);
    assertTrue(with.startsWith(without + "\n"));
    return with.substring(without.length() + 1).lines().toList();
  }

  private static ClaimAnswer judged(Claim claim, List<StudyResult> results) {
    return ClaimAnswer.of(claim, results.stream().map(StudyResult::evaluation).toList());
  }

  private static PredictedFigure figure(Metric metric, int study) {
    return new PredictedFigure(metric.name(), metric, study, false, Optional.empty(), new Spender.All());
  }
}
