package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.Study;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.Network;
import org.junit.jupiter.api.Test;

/** The report for spreadsheets. */
class CsvReportTest {

  @Test
  void everyLayerHasARowAndEveryRowAllColumns() throws Exception {
    List<StudyResult> results = Studies.tiny();
    List<List<String>> rows = parse(ReportFormat.CSV.render(results, FileNames.URIS));
    int layers = results.stream().mapToInt(result -> result.evaluation().study().network().layers().size()).sum();
    assertEquals(1 + layers, rows.size());
    for (List<String> row : rows) {
      assertEquals(rows.get(0).size(), row.size(), row::toString);
    }
    assertEquals(rows.get(0).size(), rows.get(0).stream().distinct().count(), "no column twice");
  }

  @Test
  void partsOfARowSumToItsEnergy() throws Exception {
    List<List<String>> rows = parse(ReportFormat.CSV.render(Studies.tiny(), FileNames.URIS));
    List<String> header = rows.get(0);
    int total = header.indexOf("energy_pj");
    int first = header.indexOf("dac_pj");
    int mapped = header.indexOf("mapped");
    assertTrue(total > 0 && first > total, header::toString);
    for (List<String> row : rows.subList(1, rows.size())) {
      double sum = row.subList(first, row.size()).stream().filter(cell -> !cell.isEmpty()).mapToDouble(Double::parseDouble).sum();
      if (row.get(mapped).equals("true")) {
        assertEquals(Double.parseDouble(row.get(total)), sum, 1e-9 * sum);
      } else {
        assertEquals("", row.get(total));
      }
    }
  }

  @Test
  void namesWithCommasAndQuotesAreQuoted() throws Exception {
    StudyResult result = Studies.tiny().get(0);
    Study study = result.evaluation().study();
    Evaluation evaluation = result.evaluation();
    var odd = new Study(study.id(), new Network(study.network().id(), "the \"odd\", one", study.network().layers()),
        study.architecture(), study.objective());
    var renamed = new StudyResult(new LoweredStudy(odd, result.lowered().sources(), Optional.empty()),
        new Evaluation(odd, evaluation.layers(), evaluation.macro(), evaluation.area(), evaluation.findings(),
            evaluation.placement(), evaluation.residence()), List.of());
    String csv = ReportFormat.CSV.render(List.of(renamed), FileNames.URIS);
    assertTrue(csv.contains(",\"the \"\"odd\"\", one\","), csv);
    assertEquals("the \"odd\", one", parse(csv).get(1).get(1));
  }

  @Test
  void linesEndAsRfc4180Says() throws Exception {
    String csv = ReportFormat.CSV.render(Studies.tiny(), FileNames.URIS);
    assertTrue(csv.endsWith("\r\n"));
    assertEquals(csv.chars().filter(c -> c == '\n').count(), csv.split("\r\n").length);
  }

  /** Read CSV by the rules of RFC 4180. */
  private static List<List<String>> parse(String csv) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        field.append(csv.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    return rows;
  }
}
