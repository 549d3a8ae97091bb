package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code imc report}: studies side by side, in every format. */
class ReportTest {

  private static final String SAMPLE =
      Path.of(System.getProperty("imc.root", "..")).resolve("org.imc.tests/data/report/styles.imc").toAbsolutePath().normalize().toString();

  @TempDir private Path folder;

  @Test
  void reportIsTheSummaryOfAnEvaluation() {
    String report = Imc.inside("report", SAMPLE).expect(0).expectErr("").out();
    assertEquals(Imc.inside("evaluate", SAMPLE, "--format", "summary").expect(0).out(), report);
    assertTrue(report.startsWith("Networks on architectures\n"), report);
  }

  @Test
  void everyFormatIsWrittenToAFile() throws Exception {
    for (String[] format : List.of(new String[] {"html", "<!DOCTYPE html>\n"}, new String[] {"vega-lite", "{\n  \"$schema\": "},
        new String[] {"markdown", "### Networks on architectures\n"}, new String[] {"text", "Networks on architectures\n"})) {
      Path file = folder.resolve("report." + format[0]);
      Imc.inside("report", SAMPLE, "--format", format[0], "-o", file.toString()).expect(0).expectOut("").expectErr("");
      assertTrue(Files.readString(file).startsWith(format[1]), format[0]);
    }
  }

  @Test
  void reportNeverReplacesAnImcFile() {
    assertEquals("imc report: --output is 'x.imc'. It must not replace an .imc file.",
        Imc.inside("report", SAMPLE, "-o", "x.imc").expect(2).err().lines().findFirst().orElse(""));
  }

  @Test
  void whatCannotBeEvaluatedFails() throws Exception {
    Path file = Sources.write(folder, "wrong.imc", "network N { conv2d }\n");
    assertTrue(Imc.inside("report", file.toString()).expect(1).expectOut("").err().contains("error[syntax]"));
  }
}
