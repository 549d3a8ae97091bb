package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.junit.jupiter.api.Test;

/** Mappings explained to people. */
class LevelReportTest {

  @Test
  void everyLevelHasARowForEachOperandAndEveryUsedPortOne() throws Exception {
    List<String> lines = ReportFormat.LEVELS.render(Studies.tiny(), FileNames.URIS).lines().toList();

    String title = lines.stream().filter(line -> line.contains("waiting for memory ports")).findFirst().orElseThrow();
    int at = lines.indexOf(title);
    assertTrue(title.contains(": ") && title.contains("computing") && title.contains("%"), title);
    assertTrue(lines.get(at + 1).strip().startsWith("level"), lines.get(at + 1));
    assertTrue(lines.get(at + 2).strip().startsWith("cells"), lines.get(at + 2));
    assertTrue(lines.stream().anyMatch(line -> line.strip().startsWith("port ") && line.endsWith("has bit/cycle")));
    lines.forEach(line -> assertEquals(line.stripTrailing(), line));
  }

  @Test
  void thePortThatTheArrayWaitsForIsNamed() throws Exception {
    String text = ReportFormat.LEVELS.render(Studies.tiny(), FileNames.URIS);
    for (String layer : text.split("\n\n")) {
      if (layer.contains("waiting for memory ports")) {
        assertEquals(!layer.contains("waiting for memory ports 0.0%"), layer.contains("the array waits"), layer);
      }
    }
  }
}
