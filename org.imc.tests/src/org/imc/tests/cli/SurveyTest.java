package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc survey} shows and refuses. */
class SurveyTest {

  private static final String OWN = """
      chip Mine {
        source "Nobody: Nothing, 2026"
        style digital
        node 22 nm
        reported {
          weight 8 bit
          activation 8 bit
          efficiency 120 TOPS/W
          density 14 TOPS/mm2
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theTableHasWhatTheFiltersLeaveBestFirst() {
    Outcome outcome = Imc.inside("survey", "--style", "digital", "--node", "..5", "--sort", "density", "--best").expect(0);
    List<String> lines = outcome.expectErr("").out().lines().toList();
    assertTrue(lines.get(0).endsWith("  TOPS  TOPS/W  TOPS/mm²  1b-TOPS  1b-TOPS/W  1b-TOPS/mm²"), lines.get(0));
    assertTrue(lines.get(2).startsWith("MoriISSCC2023      ISSCC  2023  digital  6T+D   macro        4"), lines.get(2));
    assertTrue(lines.get(3).startsWith("FujiwaraISSCC2022"), lines.get(3));
    assertEquals("2 chips, 2 rows. Bits are activation x weight; figures in 1b- are equivalents at 1 bit; – is not known.",
        lines.getLast());
  }

  @Test
  void ownChipsStandOutWhateverTheFiltersSay() throws Exception {
    Path own = Files.writeString(folder.resolve("mine.imc"), OWN);
    String table = Imc.inside("survey", own.toString(), "--name", "papistas").expect(0).out();
    assertTrue(table.contains("* Mine "), table);
    assertTrue(table.contains("PapistasCICC2021"), table);
    assertFalse(table.contains("SuISSCC2021"), table);
    Path plot = folder.resolve("plot.svg");
    Imc.inside("survey", own.toString(), "--format", "svg", "--output", plot.toString()).expect(0).expectOut("");
    assertTrue(Files.readString(plot).contains("<text class=\"own\""), "its label stands out");
  }

  @Test
  void aFileWithErrorsIsToldAndTheRestIsShown() throws Exception {
    Path own = Files.writeString(folder.resolve("mine.imc"), OWN.replace("22 nm", "22 V"));
    Outcome outcome = Imc.inside("survey", own.toString(), "--name", "papistas").expect(1);
    assertTrue(outcome.err().contains("mine.imc:4:11: error[unit.wrong-dimension]"), outcome::err);
    assertTrue(outcome.out().contains("PapistasCICC2021"), outcome::out);
    assertFalse(outcome.out().contains("Mine"), outcome::out);
  }

  @Test
  void nothingLeftIsSaid() {
    Imc.inside("survey", "--node", "1000..").expect(1).expectOut("")
        .expectErr("imc: No chip of the survey is like that. Maybe ask for less.\n");
  }

  @Test
  void wordsThatAreNotKnownAreRefusedWithThoseThatAre() {
    assertRefused("--style is 'mixed'. It must be one of analog, digital.", "--style", "mixed");
    assertRefused("--node is '28nm'. It must be a number or a range: 28, 22..28, ..28 or 22...", "--node", "28nm");
    assertRefused("--sort is 'size'. It must be one of name, year, node, efficiency, throughput, density.", "--sort", "size");
    assertRefused("--normalise is '8b'. It must be 1b or measured.", "--normalise", "8b");
    assertRefused("--output is 'x.imc'. It must not replace an .imc file.", "--output", "x.imc");
  }

  private static void assertRefused(String message, String option, String value) {
    Outcome outcome = Imc.inside("survey", option, value).expect(2).expectOut("");
    assertTrue(outcome.err().contains(message), outcome::err);
  }
}
