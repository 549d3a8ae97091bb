package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.FrontReport;
import org.imc.dsl.report.FrontReport.StudyFronts;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.LayerFront;
import org.junit.jupiter.api.Test;

/** The energy-latency fronts of layers, as they are reported. */
class FrontReportTest {

  private static List<StudyFronts> fronts() throws IOException {
    StudyResult result = Studies.tiny().getFirst();
    return List.of(new StudyFronts(result,
        Engine.withThreads(1).fronts(result.evaluation(), Progress.NONE, Cancellation.NEVER)));
  }

  private static long points(List<StudyFronts> fronts) {
    return fronts.stream().flatMap(study -> study.fronts().stream()).mapToLong(front -> front.points().size()).sum();
  }

  @Test
  void theTextHasARowForEachPoint() throws Exception {
    List<StudyFronts> fronts = fronts();
    List<String> lines = FrontReport.text(fronts).lines().toList();
    assertEquals(fronts.getFirst().result().lowered().title(), lines.getFirst());
    assertEquals(points(fronts), lines.stream().filter(line -> line.startsWith("  ") && line.contains("J ")).count());
    for (LayerFront front : fronts.getFirst().fronts()) {
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(front.layer().name() + ": ")), front.layer()::name);
    }
  }

  @Test
  void theCsvHasARowForEachPointAndAllColumns() throws Exception {
    List<StudyFronts> fronts = fronts();
    List<String> lines = FrontReport.csv(fronts).lines().toList();
    assertEquals(1 + points(fronts), lines.size());
    assertTrue(lines.getFirst().startsWith("study,network,architecture,layer,point,energy_pj,latency_cycles,"));
  }

  @Test
  void thePointsOfTheJsonAreLayersOfAnEvaluation() throws Exception {
    var json = new ObjectMapper();
    List<StudyFronts> fronts = fronts();
    JsonNode document = json.readTree(FrontReport.json(fronts));
    assertEquals(List.of(), SchemaCheck.published("fronts-1.json").problems(document));
    int points = 0;
    for (JsonNode front : document.at("/studies/0/layers")) {
      points += front.path("points").size();
    }
    assertEquals(points(fronts), points);
    ((ObjectNode) document.at("/studies/0/layers/0/points/0")).remove("energy");
    assertEquals(List.of("/studies/0/layers/0/points/0 lacks energy"), SchemaCheck.published("fronts-1.json").problems(document));
  }
}
