package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.imc.engine.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreTest {

  private static final String SIZES = SmallChips.TEXT + SmallChips.sizes("8..128 step * 2");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("sizes.imc");
    Files.writeString(file, SIZES);
  }

  @Test
  void theTextShowsTheFrontAndWhatMattersAroundTheBest() {
    String text = Imc.inside("explore", file.toString()).expect(0).expectErr("").out();
    assertTrue(text.startsWith("Sizes: least energy, least area of Small\n60 of 60 designs: "), text);
    assertTrue(text.contains("20 impossible"), text);
    assertTrue(text.contains("\ndesign  architecture  rows  columns  serial "), text);
    assertTrue(text.contains("the best by energy:\n  rows "), text);
  }

  @Test
  void csvHasARowForEveryDesignAndIsCompressedByName() throws IOException {
    Path rows = folder.resolve("rows.csv.gz");
    Imc.inside("explore", file.toString(), "--format", "csv", "--everything", "-o", rows.toString()).expect(0).expectOut("");
    try (var stream = new GZIPInputStream(Files.newInputStream(rows))) {
      List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertEquals(61, lines.size());
      assertTrue(lines.get(0).startsWith("exploration,design,status,architecture,rows,columns,serial,energy [pJ],"), lines.get(0));
      assertEquals("Sizes,0,impossible,Digital,8,20,1 bit,,,,,,,,20 columns do not hold whole weights of 8 bits."
          + " Maybe use 24 columns.", lines.get(1));
      assertTrue(lines.get(5).startsWith("Sizes,4,priced,Digital,8,32,1 bit,"), lines.get(5));
    }
  }

  @Test
  void jsonHasTheFrontWithItsUnits() throws IOException {
    String json = Imc.inside("explore", file.toString(), "--format", "json", "--compare", "4:8").expect(0).out();
    var exploration = new ObjectMapper().readTree(json).get("explorations").get(0);
    assertEquals(60, exploration.get("designs").asLong());
    assertEquals(exploration.get("metrics").get(0).get("unit").asText(), "pJ");
    assertTrue(exploration.get("front").size() > 1);
    double more = 0;
    for (var part : exploration.get("comparison").get("areaMm2")) {
      more += part.get("other").asDouble() - part.get("one").asDouble();
    }
    assertTrue(more > 0, "64 columns take more than 32");
  }

  @Test
  void pageAndPlotShowTheFront() {
    String page = Imc.inside("explore", file.toString(), "--format", "html").expect(0).out();
    assertTrue(page.contains("<svg class=\"parallel\" id=\"x0\""), page);
    assertTrue(page.contains("<polyline class=\"front\""), page);
    String plot = Imc.inside("explore", file.toString(), "--format", "svg").expect(0).out();
    assertTrue(plot.contains("area [mm²]") && plot.contains("energy [nJ]"), plot);
  }

  @Test
  void aDesignIsWrittenIntoANewFileAndPricedThere() throws IOException {
    Path best = folder.resolve("best.imc");
    String[] write = {"explore", file.toString(), "--design", "11", "--output", best.toString()};
    Imc.inside(write).expect(0).expectErr("").expectOut("");
    assertTrue(Files.readString(best).contains("architecture Digital_11 extends Digital {\n  macro D_11\n}"));
    String json = Imc.inside("evaluate", best.toString(), "--format", "json").expect(0).expectErr("").out();
    String row = Imc.inside("explore", file.toString(), "--format", "csv", "--everything").expect(0).out()
        .lines().filter(line -> line.startsWith("Sizes,11,priced,")).findFirst().orElseThrow();
    assertEquals(row.split(",")[7], new ObjectMapper().readTree(json).at("/studies/0/totals/energyPj").asText());

    assertEquals("imc explore: --output is '%s'. It must not replace an .imc file.\nTry 'imc explore --help'.\n".formatted(best),
        Imc.inside(write).expect(2).err());
    assertUsage("--design writes one design and sweeps nothing. Maybe leave out '--compare' and '--everything'.",
        "--design", "1", "--everything", "--compare", "1:2");
  }

  @Test
  void designsThatAreNotThereAreWrongUsage() {
    assertUsage("--design: There is no design 60. Maybe ask for one from 0 to 59.", "--design", "60");
    assertUsage("--design: There is no design -1. Maybe ask for one from 0 to 59.", "--design", "-1");
    assertUsage("Invalid value for option '--design': '1e3' is not a whole number", "--design", "1e3");
    assertUsage("Invalid value for option '--design': '9223372036854775808' is not a whole number of that size",
        "--design", "9223372036854775808");
    assertUsage("--compare: There is no design 60. Maybe ask for one from 0 to 59.", "--compare", "1:60");
    assertUsage("--compare: Design 0 is impossible: 20 columns do not hold whole weights of 8 bits. Maybe use 24 columns.",
        "--compare", "0:4");
    assertUsage("--compare is shown by text, json and html. Maybe leave out '--format csv'.", "--compare", "4:8", "--format", "csv");
  }

  @Test
  void oneOfSeveralExplorationsIsChosenByItsName() throws IOException {
    String sizes = Imc.inside("explore", file.toString()).expect(0).out();
    Files.writeString(file, SIZES + SIZES.substring(SIZES.indexOf("explore")).replace("Sizes", "Others").replace("8..128", "8..16"));
    String both = Imc.inside("explore", file.toString()).expect(0).out();
    assertTrue(both.startsWith(sizes + "\nOthers: least energy, "), both);
    assertEquals(sizes, Imc.inside("explore", file.toString(), "--name", "Sizes").expect(0).out());
    assertUsage("--name is 'Size'. There is no such exploration. Maybe 'Sizes' or 'Others'.", "--name", "Size");
    for (String[] single : new String[][] {{"--journal", folder.resolve("journal").toString()}, {"--compare", "4:8"}, {"--design", "4"},
        {"--format", "svg"}}) {
      assertUsage("%s is for one exploration, but there are 2: 'Sizes', 'Others'. Maybe add '--name Sizes'."
          .formatted(single[0].equals("--format") ? "--format svg" : single[0]), single);
    }
    assertEquals(Imc.inside("explore", file.toString(), "--name", "Sizes", "--format", "csv").expect(0).out().lines().count() + 24,
        Imc.inside("explore", file.toString(), "--format", "csv").expect(0).out().lines().count(), "one header");
  }

  @Test
  void rowsOfDifferentColumnsAreNotMixed() throws IOException {
    Files.writeString(file, SIZES + "explore Others { networks Small architectures Digital rows in { 8 } minimising energy }\n");
    assertUsage("--format csv is for one exploration, but there are 2: 'Sizes', 'Others'. Maybe add '--name Sizes'.", "--format", "csv");
  }

  @Test
  void aDraftOfAKilledRunIsRemovedAndThatOfALivingOneIsNot() throws Exception {
    Files.writeString(file, SIZES.replace("8..128 step * 2", "1..10000").replace("2 KiB", "4 KiB"));
    Path rows = folder.resolve("rows.csv.gz");
    Process process = Imc.start(folder, List.of(), "explore", "sizes.imc", "--everything", "--format", "csv", "-o", "rows.csv.gz");
    try {
      while (process.isAlive() && drafts().isEmpty()) {
        Thread.sleep(5);
      }
      List<Path> living = drafts();
      assertEquals(List.of(folder.resolve(".rows.csv.gz.%d.tmp".formatted(process.pid()))), living);
      Imc.inside("explore", file.toString(), "--limit", "7", "--format", "csv", "-o", rows.toString()).expect(0);
      assertTrue(process.isAlive(), "it ended too early for this test");
      assertEquals(living, drafts());
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(1, drafts().size(), "a process that is killed cannot clean up");
    Path kept = Files.createFile(folder.resolve(".rows.csv.gz.mine.tmp"));
    Imc.inside("explore", file.toString(), "--limit", "7", "--format", "json", "-o", rows.toString()).expect(0);
    assertEquals(List.of(kept), drafts());
  }

  private List<Path> drafts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".tmp")).toList();
    }
  }

  @Test
  void aRunThatIsResumedSaysTheSameAsOneThatIsNot() throws IOException {
    Path journal = folder.resolve("journal");
    String whole = Imc.inside("explore", file.toString(), "--journal", journal.toString()).expect(0).out();
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    Imc.inside("explore", file.toString(), "--journal", journal.toString(), "--resume", "--threads", "3").expect(0).expectOut(whole);
    Files.writeString(file, "// what does not matter\n" + SIZES.replace(", ", ",  ")
        + "network Unused { weight 8 bit activation 8 bit input x 4 dense f from x { units 2 } }\n");
    Imc.inside("explore", file.toString(), "--journal", journal.toString(), "--resume").expect(0).expectOut(whole);
    Files.writeString(file, SIZES.replace("step * 2", "step * 4"));
    String refused = Imc.inside("explore", file.toString(), "--journal", journal.toString(), "--resume").expect(3).err();
    assertTrue(refused.contains("is of another exploration, or of an older text of this one"), refused);
  }

  @Test
  void aRunThatIsKilledGoesOnWhereItWas() throws Exception {
    Files.writeString(file, SIZES.replace("8..128 step * 2", "1..128").replace("2 KiB", "4 KiB"));
    Path journal = folder.resolve("journal");
    Process process = Imc.start(folder, List.of(), "explore", "sizes.imc", "--everything", "--journal", "journal");
    try {
      while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) < 2000)) {
        Thread.sleep(5);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    List<String> before = Files.readAllLines(journal);
    String resumed = Imc.inside("explore", file.toString(), "--everything", "--journal", journal.toString(), "--resume").expect(0).out();
    List<String> after = Files.readAllLines(journal);
    assertEquals(before.subList(0, before.size() - 1), after.subList(0, before.size() - 1), "nothing is lost");
    assertEquals(after.size() - 1, after.stream().skip(1).map(line -> line.split("\t")[0]).distinct().count(), "none twice");
    assertEquals(Imc.inside("explore", file.toString(), "--everything").expect(0).out(), resumed);
  }

  @Test
  void aRunThatIsInterruptedSaysHowToGoOn() throws IOException {
    Path journal = folder.resolve("journal");
    Cancellation whenHalf = () -> Files.exists(journal) && journal.toFile().length() > 1500;
    Path report = folder.resolve("report.json");
    assertEquals("imc: Interrupted. The journal '%s' has what was found. Maybe go on with it: add '--resume'.\n".formatted(journal),
        Imc.inside(whenHalf, false, "explore", file.toString(), "--journal", journal.toString(), "--format", "json", "-o",
            report.toString()).expect(130).expectOut("").err());
    assertTrue(Files.notExists(report));
    String again = Imc.inside("explore", file.toString(), "--journal", journal.toString()).expect(3).err();
    assertTrue(again.contains("has designs of this very exploration. Maybe go on with it: add '--resume'"), again);
    for (String format : List.of("json", "csv", "html", "svg", "text")) {
      Path copy = Files.copy(journal, folder.resolve("journal." + format));
      assertEquals(Imc.inside("explore", file.toString(), "--format", format).expect(0).out(),
          Imc.inside("explore", file.toString(), "--format", format, "--journal", copy.toString(), "--resume").expect(0).out());
    }
    assertEquals("", Imc.inside(() -> true, false, "explore", file.toString()).expect(130).err());
  }

  @Test
  void wrongUsageIsToldInWords() {
    assertUsage("--resume needs the journal to go on with. Maybe add '--journal FILE'.", "--resume");
    assertUsage("--limit is 0. It must be at least 1.", "--limit", "0");
    assertUsage("--compare is '3'. It must be two numbers of designs, such as 12:40.", "--compare", "3");
    assertUsage("--journal is 'a.imc'. It must not replace an .imc file.", "--journal", "a.imc");
  }

  private void assertUsage(String message, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "explore";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    assertEquals("imc explore: " + message + "\nTry 'imc explore --help'.\n", Imc.inside(arguments).expect(2).err());
  }

  @Test
  void aFileWithoutAnExplorationIsSaidToHaveNone() throws IOException {
    Files.writeString(file, SIZES.substring(0, SIZES.indexOf("explore")));
    assertEquals("imc: There is nothing to explore. Maybe add 'explore NAME { … }'.\n",
        Imc.inside("explore", file.toString()).expect(1).err());
  }
}
