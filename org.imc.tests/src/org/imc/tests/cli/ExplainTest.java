package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc explain} shows and refuses. */
class ExplainTest {

  @TempDir private Path folder;

  @Test
  void aMacroOfTheLibraryGoesByEitherName() {
    String simple = Imc.inside("explain", "SuBank").expect(0).expectErr("").out();
    assertEquals(simple, Imc.inside("explain", "imc.chip.SuBank").expect(0).out());
    assertTrue(simple.startsWith("Macro imc.chip.SuBank at its peak: "), simple);
    for (String part : new String[] {"\nEnergy: ", "\nArea: ", "\nClock period: 3.60 ns as the macro states; ",
        "\n  interval: 68 % within ",
        "\n    formula: (k1·R_c + k2·4^R_c)·V²·f_a = (100·5 + 0.001·4^5)·0.9²·1 = 405.829 fJ\n",
        "\n  macro SuBank: Su et al.: ", "\n  technology cmos28: Sun, Houshmand, Verhelst: "}) {
      assertTrue(simple.contains(part), () -> part + " is missing in\n" + simple);
    }
  }

  @Test
  void oneFigureOfAMacroOfAFile() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    String area = Imc.inside("explain", "Array", "area", file.toString()).expect(0).out();
    assertTrue(area.startsWith("Macro Array at its peak: "), area);
    assertTrue(area.contains("\n    512 x 0.589 µm²\n    counted: cells\n    formula: A_cell = 0.589 = 0.589 µm²\n"), area);
    assertFalse(area.contains("Energy: ") || area.contains("Clock period: "), area);
  }

  @Test
  void anUnknownMacroIsAnsweredWithTheNearest() throws Exception {
    Imc.inside("explain", "SuBnk").expect(1).expectOut("").expectErr("imc: There is no macro named 'SuBnk'. Maybe 'SuBank'.\n");
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    Outcome outcome = Imc.inside("explain", "Aray", file.toString()).expect(1).expectOut("");
    assertTrue(outcome.err().endsWith("imc: There is no macro named 'Aray'. Maybe 'Array'.\n"), outcome::err);
  }

  @Test
  void ofAFileWithErrorsNothingIsExplainedNorOneOfTheLibraryInstead() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP.replace("rows 16", "rows 0").replace("Array", "SuBank"));
    Outcome outcome = Imc.inside("explain", "SuBank", file.toString()).expect(1).expectOut("");
    assertTrue(outcome.err().contains("error[number.out-of-range]"), outcome::err);
  }

  @Test
  void severalMacrosOfANameAreToldApartByTheirPackages() throws Exception {
    Path one = Sources.write(folder, "one.imc", "package one\n" + Sources.CHIP);
    Path two = Sources.write(folder, "two.imc", "package two\n" + Sources.CHIP);
    Imc.inside("explain", "Array", one.toString(), two.toString()).expect(1).expectOut("")
        .expectErr("imc: There are 2 macros named 'Array'. Maybe 'one.Array' or 'two.Array'.\n");
    String out = Imc.inside("explain", "two.Array", "clock", one.toString(), two.toString()).expect(0).out();
    assertTrue(out.startsWith("Macro two.Array at its peak: "), out);
  }

  @Test
  void aMissingFileIsTold() {
    Outcome outcome = Imc.inside("explain", "Array", folder.resolve("none.imc").toString()).expect(3).expectOut("");
    assertTrue(outcome.err().contains("error[file.unreadable]"), outcome::err);
  }
}
