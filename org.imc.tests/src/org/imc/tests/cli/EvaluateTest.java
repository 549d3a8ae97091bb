package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc evaluate} reports, where it puts it, and what keeps it from doing so. */
class EvaluateTest {

  @TempDir private Path folder;

  @Test
  void textGoesToStandardOutputAndNothingElseDoes() throws Exception {
    Sources.write(folder, "chip.imc", Sources.CHIP);
    Outcome outcome = Imc.in(folder, "evaluate", "chip.imc").expect(0).expectErr("");
    assertTrue(outcome.out().startsWith("Net on Chip, minimising energy\n"), outcome::out);
    assertTrue(outcome.out().endsWith("· every mapping proven optimal\n"), outcome::out);
    assertFalse(outcome.out().contains("\u001b"), "no colours, no progress");
    assertTrue(outcome.out().contains(" µs "), "UTF-8, whatever the locale");
  }

  @Test
  void theAnswerDoesNotDependOnTheThreads() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    String one = Imc.inside("evaluate", file.toString(), "--format", "json", "--threads", "1").expect(0).out();
    String four = Imc.inside("evaluate", file.toString(), "--format", "json", "--threads", "4").expect(0).out();
    assertEquals(one, four);
  }

  @Test
  void jsonParsesAndItsPartsSumToTheTotal() throws Exception {
    Sources.write(folder, "chip.imc", Sources.CHIP);
    Outcome outcome = Imc.in(folder, "evaluate", "chip.imc", "--format", "json", "--color", "always").expect(0);
    JsonNode study = new ObjectMapper().readTree(outcome.out()).at("/studies/0");
    double sum = 0;
    for (JsonNode layer : study.get("layers")) {
      double layerSum = 0;
      for (JsonNode part : layer.at("/energy/parts")) {
        layerSum += part.get("energyPj").asDouble();
      }
      assertEquals(layer.at("/energy/totalPj").asDouble(), layerSum);
      sum += layerSum;
    }
    assertTrue(sum > 0);
    assertEquals(study.at("/totals/energyPj").asDouble(), sum, 1e-9 * sum);
  }

  @Test
  void csvHasAHeaderAndARowForEachLayer() throws Exception {
    Sources.write(folder, "chip.imc", Sources.CHIP);
    List<String> lines = Imc.in(folder, "evaluate", "chip.imc", "--format", "csv").expect(0).out().lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(1).startsWith("\"Net on Chip, minimising energy\",Net,Chip,energy,conv,conv2d,4608,true,true,"),
        lines.get(1));
  }

  @Test
  void aFileTakesTheReportAndKeepsNothingOfWhatItHeld() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    Path report = Files.writeString(folder.resolve("report.txt"), "x".repeat(100_000));
    Imc.inside("evaluate", file.toString(), "--output", report.toString()).expect(0).expectOut("").expectErr("");
    assertTrue(Files.readString(report).startsWith("Net on Chip, minimising energy\n"));
    assertTrue(Files.size(report) < 10_000);
  }

  @Test
  void aFolderThatIsNotThereIsToldBeforeTheWork() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    Path report = folder.resolve("no").resolve("report.txt");
    Imc.inside("evaluate", file.toString(), "--output", report.toString()).expect(3).expectOut("")
        .expectErr("imc: There is no folder '%s' to write 'report.txt' into.\n".formatted(report.getParent()));
  }

  @Test
  void aLayerThatDoesNotFitIsToldAtTheMemoryWithCode1AndTheRestIsReported() throws Exception {
    Sources.write(folder, "chip.imc", Sources.CHIP.replace("size 4 KiB", "size 128 B"));
    Outcome outcome = Imc.in(folder, "evaluate", "chip.imc").expect(1);
    String first = outcome.err().lines().findFirst().orElse("");
    assertTrue(first.startsWith("chip.imc:29:10: error[memory.too-small]: Memory 'sram' holds 1024 bits, "),
        first);
    assertTrue(outcome.err().contains("\n      size 128 B\n           ^^^^^\n"), outcome::err);
    assertTrue(outcome.out().contains("fc     dense "), outcome::out);
  }

  @Test
  void aFileWithErrorsIsNotEvaluatedButItsNeighbourIs() throws Exception {
    Path good = Sources.write(folder, "good.imc", "package good\n" + Sources.CHIP);
    Path bad = Sources.write(folder, "bad.imc", "package bad\n" + Sources.CHIP.replace("rows 16", "rows 0"));
    Outcome outcome = Imc.inside("evaluate", good.toString(), bad.toString(), "--format", "csv").expect(1);
    assertEquals(4, outcome.out().lines().count(), outcome::out);
    assertTrue(outcome.err().startsWith(bad + ":20:8: error[number.out-of-range]: "), outcome::err);
  }

  @Test
  void nothingToEvaluateIsSaid() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP.replace("evaluate Net on Chip minimising energy\n", ""));
    Imc.inside("evaluate", file.toString()).expect(1).expectOut("").expectErr(
        "imc: There is nothing to evaluate. Maybe add 'evaluate NETWORK on ARCHITECTURE minimising energy'.\n");
  }

  @Test
  void progressIsOneLineThatIsErasedInTheEnd() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    Outcome outcome = Imc.inside(() -> false, true, "evaluate", file.toString(), "--color", "never").expect(0);
    assertTrue(outcome.err().contains("\r\u001b[KNet on Chip, minimising energy: layer 3 of 3, "), outcome::err);
    assertTrue(outcome.err().endsWith("\r\u001b[K"), outcome::err);
    assertFalse(outcome.err().contains("\n"), outcome::err);
  }

  @Test
  void cancellingPublishesNothing() throws Exception {
    Path file = Sources.write(folder, "chip.imc", Sources.CHIP);
    Path report = folder.resolve("report.txt");
    Imc.inside(() -> true, false, "evaluate", file.toString(), "--output", report.toString()).expect(130).expectOut("");
    assertFalse(Files.exists(report));
  }
}
