package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.imc.dsl.certificate.CertificateFile;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.CertificateReport;
import org.imc.engine.certificate.Certificate;
import org.junit.jupiter.api.Test;

/** Certificates as files. */
class CertificateReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static List<StudyResult> results() throws Exception {
    return Studies.tiny().stream().filter(result -> result.evaluation().isComplete()).toList();
  }

  @Test
  void theDocumentIsWhatTheSchemaSays() throws Exception {
    JsonNode schema = MAPPER.readTree(Studies.text("docs", "schema", "certificate-3.json"));
    JsonNode document = MAPPER.readTree(new CertificateReport(file -> Optional.of("tiny.imc")).render(results()));
    assertEquals(List.of(), new SchemaCheck(schema).problems(document));
    assertEquals("tiny.imc", document.at("/studies/0/file").asText());
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws Exception {
    String text = new CertificateReport(file -> Optional.empty()).render(results());
    List<CertificateFile.Claim> claims = CertificateFile.of(Path.of("c.json"), text).claims();
    assertEquals(results().stream().map(result -> Certificate.of(result.evaluation())).toList(),
        claims.stream().map(CertificateFile.Claim::certificate).toList());
    assertEquals("", claims.getFirst().file());
  }
}
