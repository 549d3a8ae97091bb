package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc check} says about good files and about files with ordinary mistakes. */
class CheckTest {

  @TempDir private Path folder;

  @Test
  void aGoodFileIsPassedInSilence() throws Exception {
    Sources.write(folder, "chip.imc", Sources.CHIP);
    Imc.in(folder, "check", "chip.imc").expect(0).expectOut("").expectErr("");
  }

  @Test
  void problemsComeInTheOrderOfTheTextWithTheLineAndMarksUnderThePlace() throws Exception {
    Sources.write(folder, "chip.imc", Sources.CHIP
        .replace("  rows 16\n", "\trows 16 V\n")
        .replace("pool mean from conv", "pool mean from cnv"));
    Imc.in(folder, "check", "chip.imc").expect(1).expectOut("").expectErr("""
        chip.imc:19:10: error[unit.wrong-dimension]: 'rows' is a number without a unit, but 'V' is a voltage. Maybe '64'.
          \trows 16 V
          \t        ^
        chip.imc:42:10: warning[layer.unread]: Nobody reads 'conv'. Maybe a 'from' is missing.
            conv2d conv from image { channels 8 kernel 3 }
                   ^^^^
        chip.imc:43:18: error[name.unknown]: There is no input or layer named 'cnv' here. Maybe 'conv'.
            pool mean from cnv { average global }
                           ^^^
        2 errors, 1 warning
        """);
  }

  @Test
  void warningsAloneAreFineUnlessStrict() throws Exception {
    Path file = Sources.write(folder, "empty.imc", "");
    String warning = "This file declares nothing. Maybe begin with 'import imc.network.ResNet8' and an architecture.";
    Imc.inside("check", file.toString()).expect(0)
        .expectErr("%s:1:1: warning[file.empty]: %s\n1 warning\n".formatted(file, warning));
    Imc.inside("check", "--strict", file.toString()).expect(1)
        .expectErr("%s:1:1: error[file.empty]: %s\n1 error\n".formatted(file, warning));
  }

  @Test
  void severitiesComeFromTheProjectAndBeforeItFromTheCommandLine() throws Exception {
    Path file = Sources.write(folder, "empty.imc", "");
    Path settings = Sources.write(Files.createDirectories(folder.resolve(".settings")), "org.imc.dsl.prefs",
        "severity.file.empty=ignore\n");
    Imc.inside("check", "--strict", file.toString()).expect(0).expectErr("");
    assertTrue(Imc.inside("check", "--severity", "file.empty=error", file.toString()).expect(1).err()
        .startsWith(file + ":1:1: error[file.empty]: "));
    assertTrue(Imc.inside("check", "--warnings-as-errors", "--severity=file.empty=warning", file.toString())
        .expect(1).err().endsWith("1 error\n"));
    Files.writeString(settings, "severity.file.empty=ignore\nseverity.file.emptied=ignore\n");
    Imc.inside("check", file.toString()).expect(1).expectErr(
        "%s:2:1: error[settings.without-effect]: There is no check 'file.emptied'. Maybe 'file.empty'.\n1 error\n"
            .formatted(settings));
  }

  @Test
  void aFolderStandsForItsFilesAndEachIsCalledAsItWasTyped() throws Exception {
    Path below = Files.createDirectories(folder.resolve("chips").resolve("old"));
    Sources.write(folder.resolve("chips"), "b.imc", "");
    Sources.write(below, "a.imc", "");
    Outcome outcome = Imc.in(folder, "check", "./chips").expect(0);
    assertEquals("chips/b.imc:1:1: chips/old/a.imc:1:1:".replace('/', folder.toString().contains("\\") ? '\\' : '/'),
        String.join(" ", outcome.err().lines()
            .filter(line -> line.contains("warning["))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList()));
    assertTrue(outcome.err().endsWith("2 warnings\n"), outcome::err);
  }

  @Test
  void anImportedFileIsCheckedTooAndItsProblemsAreShownOnce() throws Exception {
    Path net = Sources.write(folder, "net.imc", """
        package net
        network Net {
          weight 8 bit
          activation 8 volt
          input image 8
          dense fc from image { units 10 }
        }
        """);
    Path one = Sources.write(folder, "one.imc", "import net.Net\nevaluate Net on A minimising energy\n");
    Path two = Sources.write(folder, "two.imc", "import net.Net\nevaluate Net on B minimising energy\n");
    String err = Imc.inside("check", one.toString(), two.toString()).expect(1).err();
    assertEquals(1, err.lines().filter(line -> line.startsWith(net + ":4:16: error[")).count(), err);
  }

  @Test
  void aLongLineIsCutAroundThePlace() throws Exception {
    String comment = "/*" + "x".repeat(3000) + "*/ ";
    Path file = Sources.write(folder, "long.imc", comment + "wat " + comment);
    Imc.inside("check", file.toString()).expect(1).expectErr("""
        %s:1:3006: error[syntax]: 'wat' stands where a declaration is expected: parameter, technology, macro, architecture, chip, \
        block, network, mapping, evaluate, explore or claim.
          …%s*/ wat /*%s…
           %s^^^
        1 error
        """.formatted(file, "x".repeat(37), "x".repeat(54), " ".repeat(40)));
  }

  @Test
  void whatWouldMoveTheCursorIsNotPrinted() throws Exception {
    Path file = Sources.write(folder, "evil.imc", "\u001b[2J\u202eabc");
    String err = Imc.inside("check", file.toString()).expect(1).err();
    assertEquals(-1, err.indexOf('\u001b'), err);
    assertEquals(-1, err.indexOf('\u202e'), err);
  }

  @Test
  void aFileNamedTwiceIsCheckedOnce() throws Exception {
    Path file = Sources.write(folder, "empty.imc", "");
    String err = Imc.inside("check", file.toString(), folder.toString(), folder.resolve(".").resolve("empty.imc").toString())
        .expect(0).err();
    assertTrue(err.endsWith("\n1 warning\n"), err);
  }

  @Test
  void moreProblemsThanAnyoneReadsAreCountedOnly() throws Exception {
    Path file = Sources.write(folder, "many.imc", "evaluate A on B minimising energy\n".repeat(200));
    String err = Imc.inside("check", file.toString()).expect(1).err();
    assertTrue(err.contains(file + ": "), err);
    assertTrue(err.lines().anyMatch(line -> line.matches(".* \\d+ more problems are not shown")), err);
    assertEquals(100, err.lines().filter(line -> line.contains(": error[")).count(), err);
  }
}
