package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc diff} and {@code imc evaluate --against} compare, and when they fail. */
class DiffTest {

  private static final String TITLE = "N on Chip, minimising energy";

  @TempDir private Path folder;

  private Path before;
  private Path after;

  @BeforeEach
  void writeReports() throws Exception {
    before = report("before.json", TITLE, 1000, 50);
    after = report("after.json", TITLE, 1030, 40);
  }

  private Path report(String file, String title, double energyPj, double latencyNs) throws Exception {
    return Files.writeString(folder.resolve(file), """
        {"format": "imc-evaluation", "version": 1, "studies": [{"title": "%s",
          "totals": {"energyPj": %s, "latencyNs": %s, "areaMm2": 0.5, "topsPerWatt": 2, "tops": 0.25, "topsPerMm2": 0.5},
          "layers": [{"name": "a", "energy": {"totalPj": 600}}, {"name": "b|", "energy": {"totalPj": %s}}]}]}
        """.formatted(title, energyPj, latencyNs, energyPj - 600));
  }

  private Outcome diff(String... options) {
    var arguments = new String[options.length + 3];
    arguments[0] = "diff";
    arguments[1] = before.toString();
    arguments[2] = after.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Imc.inside(arguments);
  }

  @Test
  void figuresAndTheLayersThatChangedAreCompared() {
    assertEquals("""
        N on Chip, minimising energy

        figure             before           after  change
        ─────────────────────────────────────────────────
        energy            1.00 nJ         1.03 nJ     +3%
        latency           50.0 ns         40.0 ns    -20%
        area            0.500 mm²       0.500 mm²      0%
        efficiency    2.00 TOPS/W     2.00 TOPS/W      0%
        throughput     0.250 TOPS      0.250 TOPS      0%
        density     0.500 TOPS/mm²  0.500 TOPS/mm²      0%

        layer  before   after  change
        ─────────────────────────────
        b|     400 pJ  430 pJ   +7.5%
        """.replaceAll(" +", " ").replaceAll("─+", "─"),
        diff().expect(0).expectErr("").out().replaceAll(" +", " ").replaceAll("─+", "─"));
  }

  @Test
  void brokenBoundsFailAndAreNamed() {
    Outcome outcome = diff("--fail-if", "energy>+2%", "--fail-if", "latency<-19.5%", "--fail-if", "energy > 3 %").expect(1);
    assertEquals(("imc: %1$s: energy changed by +3%%, which 'energy>+2%%' forbids.\nimc: %1$s: latency changed by -20%%, which "
        + "'latency<-19.5%%' forbids.\n")
        .formatted(TITLE), outcome.err());
    assertTrue(outcome.out().replaceAll(" +", " ").contains(" +3% breaks energy>+2%\n"), outcome::out);
    diff("--fail-if", "energy>+3%", "--fail-if", "area>0%").expect(0).expectErr("");
  }

  @Test
  void studiesThatCameAndWentAreTold() throws Exception {
    after = report("after.json", "M on Chip, minimising energy", 1000, 50);
    assertEquals(TITLE + "\n  is gone\n\nM on Chip, minimising energy\n  is new\n", diff().expect(0).out());
    diff("--fail-if", "energy>+2%").expect(1).expectErr("imc: %s: there is no answer to compare with any more.\n".formatted(TITLE));
  }

  @Test
  void markdownHasNoMarkupOfAnyonesNames() throws Exception {
    String out = diff("--format", "markdown").expect(0).out();
    assertTrue(out.startsWith("### N on Chip, minimising energy\n\n| figure | before | after | change |  |\n|---|--:|--:|--:|--:|\n"
        + "| energy | 1.00 nJ | 1.03 nJ | +3% |  |\n"), out);
    assertTrue(out.endsWith("| b\\| | 400 pJ | 430 pJ | +7.5% |\n"), out);
  }

  @Test
  void otherFilesAndBoundsAreRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.json"), "[1,\n2");
    Imc.inside("diff", before.toString(), text.toString()).expect(3)
        .expectErr("imc: '%s' is not JSON: line 2, column 2.\n".formatted(text));
    Path other = Files.writeString(folder.resolve("other.json"), "{\"format\": \"imc-evaluation\", \"version\": 2}");
    Imc.inside("diff", before.toString(), other.toString()).expect(3).expectErr(
        "imc: '%s' is no report of version 1. Maybe write it with 'imc evaluate --format json'.\n".formatted(other));
    Path deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
    assertTrue(Imc.inside("diff", before.toString(), deep.toString()).expect(3).err()
        .startsWith("imc: '%s' is not JSON: ".formatted(deep)));
    diff("--fail-if", "speed>1%").expect(2).expectErr("imc diff: --fail-if: There is no figure 'speed'. There are energy, latency, "
        + "area, efficiency, throughput, density.\nTry 'imc diff --help'.\n");
    diff("--fail-if", "energy>1").expect(2).expectErr(
        "imc diff: --fail-if: 'energy>1' is no bound of a change. Maybe 'energy>+2%' or 'efficiency<-5%'.\nTry 'imc diff --help'.\n");
  }

  @Test
  void evaluationIsComparedWithAnEarlierReport() throws Exception {
    Path chip = Sources.write(folder, "chip.imc", Sources.CHIP);
    Path report = folder.resolve("chip.json");
    Imc.inside("evaluate", chip.toString(), "--format", "json", "-o", report.toString()).expect(0);
    String[] again = {"evaluate", chip.toString(), "--against", report.toString(), "--fail-if", "energy>+0.1%"};
    assertTrue(Imc.inside(again).expect(0).out().contains("latency"), "no comparison");
    Files.writeString(report, Files.readString(report).replaceAll("\"energyPj\": [0-9.]+", "\"energyPj\": 1"));
    Outcome outcome = Imc.inside(again).expect(1);
    assertTrue(outcome.err().contains(", which 'energy>+0.1%' forbids.\n"), outcome::err);
    assertTrue(outcome.out().contains("breaks energy>+0.1%"), outcome::out);
    Imc.inside("evaluate", chip.toString(), "--fail-if", "energy>+0.1%").expect(2).expectErr(
        "imc evaluate: --fail-if needs an earlier report to compare with. Maybe add '--against FILE'.\nTry 'imc evaluate --help'.\n");
  }
}
