package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.junit.jupiter.api.Test;

/**
 * The report for people.
 *
 * <p>{@code -Dimc.golden.update=true} writes the golden file anew ({@code -Dtycho.testArgLine=...} in a build).
 */
class TextReportTest {

  private static String report() throws Exception {
    return ReportFormat.TEXT.render(Studies.tiny(), FileNames.URIS);
  }

  @Test
  void theReportIsTheGoldenOne() throws Exception {
    if (Boolean.getBoolean("imc.golden.update")) {
      Files.writeString(Studies.DATA.resolve("tiny.txt"), report());
    }
    assertEquals(Studies.text("org.imc.tests", "data", "report", "tiny.txt"), report());
  }

  @Test
  void linesEndWithoutBlanksAndAreNotMuchWiderThanAPage() throws Exception {
    for (String line : report().lines().toList()) {
      assertEquals(line.stripTrailing(), line);
      assertTrue(line.length() <= 105 || line.startsWith("error: "), line);
    }
    assertFalse(report().contains("\r"));
  }

  @Test
  void theReportIsTheSameInEveryLocale() throws Exception {
    String expected = report();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(expected, report());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatLeaksHasAColumnOfItsOwnAndIsNotTheArrays() throws Exception {
    assertFalse(report().contains("leakage"));
    List<String> lines = ReportFormat.TEXT.render(Studies.leaking(), FileNames.URIS).lines().toList();
    String header = lines.stream().filter(line -> line.startsWith("layer")).findFirst().orElseThrow();
    String total = lines.stream().filter(line -> line.startsWith("total")).findFirst().orElseThrow();
    double parts = 0;
    for (String part : List.of("array", "writes", "memory", "leakage")) {
      double value = cell(total, header, part);
      assertTrue(value > 0, part);
      parts += value;
    }
    assertEquals(cell(total, header, "energy"), parts, 0.3, "parts add up, but for their rounding");
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  leakage ")), lines::toString);
  }

  /** Return the number of a row under a title. */
  private static double cell(String row, String header, String title) {
    int end = header.indexOf(title) + title.length();
    return Double.parseDouble(row.substring(row.lastIndexOf(' ', end - 1) + 1, end));
  }

  @Test
  void noResultsMakeAnEmptyReport() {
    assertEquals("", ReportFormat.TEXT.render(List.of(), FileNames.URIS));
  }
}
