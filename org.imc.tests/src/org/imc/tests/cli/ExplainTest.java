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
    Imc.inside("explain", "SuBnk").expect(1).expectOut("")
        .expectErr("imc: There is no macro, architecture, memory or evaluated layer named 'SuBnk'. Maybe 'SuBank'.\n");
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    Outcome outcome = Imc.inside("explain", "Aray", file.toString()).expect(1).expectOut("");
    assertTrue(outcome.err().endsWith("imc: There is no macro, architecture, memory or evaluated layer named 'Aray'. "
        + "Maybe 'Array'.\n"), outcome::err);
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

  @Test
  void theAreaOfAnArchitectureIsThatOfItsMacrosAndMemories() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP.replace("macro Array\n", "macro Array x 3\n"));
    String area = Imc.inside("explain", "Chip", "area", file.toString()).expect(0).expectErr("").out();
    assertTrue(area.startsWith("Architecture Chip: 3 x macro Array, memory sram\n\nArea: "), area);
    assertTrue(area.contains("\n    1536 cells x 0.589 µm²\n    formula: A_cell = 0.589\n"), area); // 3 x 16 x 32
    assertTrue(area.contains("\n  sram: 0.0100 mm², "), area);
    assertFalse(area.contains("Energy") || area.contains("Clock period"), area);
    String all = Imc.inside("explain", "Chip", file.toString()).expect(0).out();
    for (String part : new String[] {"\nEnergy: ", "\n  sram read: 100 fJ, of memory sram, ", "\nClock period: ",
        "\n  sram port read_write: 1 / 64 = 0.0156 cycles\n", "\nArea: "}) {
      assertTrue(all.contains(part), () -> part + " is missing in\n" + all);
    }
  }

  @Test
  void aMemoryGoesByTheNameOfItsArchitectureAndTellsWhereItsKindIsFrom() throws Exception {
    Path file = Sources.write(folder, "chip.imc", "package p\n"
        + Sources.CHIP.replace("size 4 KiB", "kind sram size 4 KiB").replace("    read 0.1 pJ/bit\n", ""));
    String memory = Imc.inside("explain", "Chip.sram", file.toString()).expect(0).out();
    assertEquals(memory, Imc.inside("explain", "p.Chip.sram", file.toString()).expect(0).out());
    assertTrue(memory.startsWith("Memory sram of architecture p.Chip: 32768 bit for each chip\n\nEnergy of a bit\n"), memory);
    assertTrue(memory.contains("\n  sram write: 100 fJ, "), memory);
    assertTrue(memory.contains("\nArea: 0.0100 mm²\n"), memory);
    assertTrue(memory.contains("\nSource: CACTI 7 with the settings of zigzag-imc df34a6f, words of 64 bit at 28 nm;"), memory);
  }

  @Test
  void aLayerIsExplainedAsItIsMappedInEveryStudy() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP + "evaluate Net on Chip minimising latency\n");
    String layer = Imc.inside("explain", "Net.conv", file.toString()).expect(0).expectErr("").out();
    assertTrue(layer.startsWith("Layer conv of Net on Chip, minimising energy\n\nEnergy: "), layer);
    assertTrue(layer.contains("\n\nLayer conv of Net on Chip, minimising latency\n"), layer);
    assertTrue(layer.contains("\n  sram read input: "), layer);
    assertTrue(layer.contains("\n  formula: fill + drain + max(compute + access + weight write + waits, overlapped writes, "
        + "busiest port)\n"),
        layer);
    String latency = Imc.inside("explain", "Net.conv", "latency", file.toString()).expect(0).out();
    assertTrue(latency.contains("\n  compute: ") && !latency.contains("Energy: "), latency);
  }

  @Test
  void aFigureThatThereIsNotIsAnsweredWithThoseThereAre() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    Imc.inside("explain", "Net.conv", "area", file.toString()).expect(1).expectOut("")
        .expectErr("imc: The layer 'Net.conv' has no 'area'. Maybe 'energy' or 'latency'.\n");
    Imc.inside("explain", "Array", "latency", file.toString()).expect(1).expectOut("")
        .expectErr("imc: The macro 'Array' has no 'latency'. Maybe 'energy' or 'area' or 'clock'.\n");
    Imc.inside("explain", "Net.cnv", file.toString()).expect(1).expectOut("")
        .expectErr("imc: There is no macro, architecture, memory or evaluated layer named 'Net.cnv'. Maybe 'Net.conv'.\n");
  }
}
