package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.result.Evaluation;
import org.junit.jupiter.api.Test;

/** The charts as a Vega-Lite specification: of the form that its schema asks for, with data that belong together. */
class VegaLiteReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode specification(List<StudyResult> results) throws Exception {
    return MAPPER.readTree(ReportFormat.VEGA_LITE.render(results, FileNames.URIS));
  }

  @Test
  void specificationIsWhatTheEssentialsOfTheSchemaSay() throws Exception {
    JsonNode essentials = MAPPER.readTree(Studies.DATA.resolve("vega-lite-essentials.json").toFile());
    assertEquals(List.of(), new SchemaCheck(essentials).problems(specification(Studies.styles())));
    assertEquals(List.of(), new SchemaCheck(essentials).problems(specification(Studies.tiny())));
  }

  @Test
  void everyChannelShowsAFieldOfItsData() throws Exception {
    JsonNode specification = specification(Studies.styles());
    var channels = new ArrayList<String>();
    for (JsonNode view : specification.get("vconcat")) {
      if (view.has("layer")) {
        view.get("layer").forEach(unit -> channels(specification, unit.get("data"), unit.get("encoding"), channels));
      } else if (view.has("spec")) {
        channels(specification, view.get("data"), view.get("facet"), channels);
        channels(specification, view.get("data"), view.get("spec").get("encoding"), channels);
      } else {
        channels(specification, view.get("data"), view.get("encoding"), channels);
      }
    }
    assertEquals(28, channels.size(), channels::toString);
  }

  private static void channels(JsonNode specification, JsonNode data, JsonNode encoding, List<String> seen) {
    JsonNode rows = specification.at("/datasets/" + data.get("name").asText());
    assertTrue(rows.isArray() && !rows.isEmpty(), () -> "no data: " + data);
    for (JsonNode channel : encoding) {
      String field = channel.get("field").asText();
      boolean number = channel.get("type").asText().equals("quantitative");
      rows.forEach(row -> assertTrue(number ? row.path(field).isNumber() : row.path(field).isTextual(), () -> field + " in " + row));
      seen.add(field);
    }
  }

  @Test
  void noLayerLiesAboveTheRoofOfAnyMemory() throws Exception {
    JsonNode data = specification(Studies.styles()).get("datasets");
    int compared = 0;
    for (JsonNode layer : data.get("layers")) {
      List<JsonNode> corners = elements(data.get("roofs")).stream()
          .filter(roof -> roof.get("study").equals(layer.get("study")) && roof.get("memory").equals(layer.get("memory"))).toList();
      double x = layer.get("operationsPerBit").doubleValue();
      double slope = corners.get(0).get("tops").doubleValue() / corners.get(0).get("operationsPerBit").doubleValue();
      double peak = corners.get(2).get("tops").doubleValue();
      double roof = Math.min(peak, slope * x);
      assertTrue(layer.get("tops").doubleValue() <= roof * (1 + 1e-12), () -> layer + " is above " + roof);
      compared++;
    }
    assertEquals(12, compared, "four layers that compute, on three chips with one memory each");
  }

  @Test
  void barsAddUpToTheTotals() throws Exception {
    List<StudyResult> results = Studies.styles();
    JsonNode data = specification(results).get("datasets");
    for (StudyResult result : results) {
      Evaluation evaluation = result.evaluation();
      assertEquals(evaluation.energy().totalPj(), sum(data.get("energy"), result, "energyPj"), 1e-9 * evaluation.energy().totalPj());
      assertEquals(evaluation.latencyNs(), sum(data.get("time"), result, "timeNs"), 1e-9 * evaluation.latencyNs());
    }
  }

  @Test
  void incompleteStudiesAreLeftOut() throws Exception {
    List<StudyResult> results = Studies.tiny();
    JsonNode specification = specification(results);
    assertFalse(results.get(1).evaluation().isComplete());
    assertEquals(1, specification.at("/datasets/figures").size());
    assertEquals(results.get(0).lowered().title(), specification.at("/params/0/value").asText());
  }

  private static double sum(JsonNode parts, StudyResult result, String field) {
    return elements(parts).stream().filter(part -> part.get("study").asText().equals(result.lowered().title()))
        .mapToDouble(part -> part.get(field).doubleValue()).sum();
  }

  private static List<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }
}
