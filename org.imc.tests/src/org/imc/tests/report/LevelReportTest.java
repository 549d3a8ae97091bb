package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.junit.jupiter.api.Test;

/** Mappings explained to people. */
class LevelReportTest {

  @Test
  void everyLevelHasARowForEachOperandAndEveryUsedPortOne() throws Exception {
    List<String> lines = ReportFormat.LEVELS.render(Studies.tiny(), FileNames.URIS).lines().toList();

    String title = lines.stream().filter(line -> line.contains("waiting for memories")).findFirst().orElseThrow();
    int at = lines.indexOf(title);
    assertTrue(title.contains(": ") && title.contains("computing") && title.contains("%"), title);
    assertTrue(lines.get(at + 1).strip().startsWith("level"), lines.get(at + 1));
    assertTrue(lines.get(at + 2).strip().startsWith("cells"), lines.get(at + 2));
    assertTrue(lines.stream().anyMatch(line -> line.strip().startsWith("port ") && line.endsWith("has bit/cycle")));
    lines.forEach(line -> assertEquals(line.stripTrailing(), line));
  }

  @Test
  void everyExchangeHasARowWithWhatItHoldsUp() throws Exception {
    List<String> lines = ReportFormat.LEVELS.render(Studies.tiny(), FileNames.URIS).lines().toList();

    List<Integer> headers = IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).matches("  tiles in +operand +fill or drain cycles +wait cycles +of the time")).boxed().toList();
    assertEquals(2, headers.size(), "one for each layer");
    headers.forEach(header -> assertTrue(lines.get(header + 1).matches("  cells +weight +\\d.* \\d+\\.\\d%"), lines.get(header + 1)));
  }
}
