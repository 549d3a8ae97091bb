package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.JsonReport;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.junit.jupiter.api.Test;

/** The report for programs. */
class JsonReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode schema() throws Exception {
    return MAPPER.readTree(Studies.text("docs", "schema", "evaluation-1.json"));
  }

  @Test
  void theDocumentIsWhatTheSchemaSays() throws Exception {
    JsonNode report = MAPPER.readTree(ReportFormat.JSON.render(Studies.tiny(), FileNames.URIS));
    assertEquals(List.of(), new SchemaCheck(schema()).problems(report));
    assertEquals(JsonReport.FORMAT, report.get("format").asText());
    assertEquals(JsonReport.VERSION, report.get("version").asInt());
  }

  @Test
  void theSchemaRefusesWhatItDoesNotSay() throws Exception {
    var report = (ObjectNode) MAPPER.readTree(ReportFormat.JSON.render(Studies.tiny(), FileNames.URIS));
    ((ObjectNode) report.at("/studies/0/totals")).remove("energyPj");
    ((ObjectNode) report.at("/studies/0/layers/0")).put("colour", "red");
    report.put("version", "1");
    assertEquals(List.of(
        "/version is not the constant 1",
        "/studies/0/totals lacks energyPj",
        "/studies/0/layers/0 has colour"), new SchemaCheck(schema()).problems(report));
  }

  @Test
  void numbersReadBackAsTheyWere() throws Exception {
    List<StudyResult> results = Studies.tiny();
    JsonNode report = MAPPER.readTree(ReportFormat.JSON.render(results, FileNames.URIS));
    Evaluation evaluation = results.get(0).evaluation();
    JsonNode study = report.at("/studies/0");
    assertEquals(evaluation.energy().totalPj(), study.at("/totals/energyPj").doubleValue());
    assertEquals(evaluation.latencyCycles(), study.at("/totals/latencyCycles").doubleValue());
    for (int i = 0; i < evaluation.layers().size(); i++) {
      LayerEvaluation layer = evaluation.layers().get(i);
      double sum = 0;
      for (int p = 0; p < layer.energy().parts().size(); p++) {
        EnergyPart part = layer.energy().parts().get(p);
        double pj = study.at("/layers/%d/energy/parts/%d/energyPj".formatted(i, p)).doubleValue();
        assertEquals(part.pj(), pj);
        sum += pj;
      }
      assertEquals(sum, study.at("/layers/%d/energy/totalPj".formatted(i)).doubleValue(), "in this order, to the last bit");
    }
  }

  @Test
  void aMappingCanBeReadBack() throws Exception {
    List<StudyResult> results = Studies.tiny();
    JsonNode layer = MAPPER.readTree(ReportFormat.JSON.render(results, FileNames.URIS)).at("/studies/0/layers/0");
    Mapping mapping = results.get(0).evaluation().layers().get(0).mapping();
    List<Loop> loops = mapping.temporal().loops();
    assertFalse(loops.isEmpty());
    for (int i = 0; i < loops.size(); i++) {
      assertEquals(loops.get(i).dim().name(), layer.at("/mapping/temporal/%d/dim".formatted(i)).asText());
      assertEquals(loops.get(i).size(), layer.at("/mapping/temporal/%d/size".formatted(i)).asLong());
    }
    JsonNode weight = layer.at("/mapping/cuts/weight");
    assertEquals("cells", weight.at("/levels/0").asText());
    assertEquals(weight.get("levels").size() - 1, weight.get("loopsInside").size());
  }

  @Test
  void aFindingHasItsPlace() throws Exception {
    JsonNode report = MAPPER.readTree(ReportFormat.JSON.render(Studies.tiny(), file -> "my/" + file.lastSegment()));
    JsonNode study = report.at("/studies/1");
    assertFalse(study.get("complete").asBoolean());
    JsonNode finding = study.at("/findings/0");
    assertEquals("memory.too-small", finding.get("code").asText());
    assertEquals("my/tiny.imc", finding.get("file").asText());
    assertTrue(finding.get("line").asInt() > 1);
  }

  @Test
  void theSameResultsGiveTheSameText() throws Exception {
    assertEquals(ReportFormat.JSON.render(Studies.tiny(), FileNames.URIS),
        ReportFormat.JSON.render(Studies.tiny(), FileNames.URIS));
  }
}
