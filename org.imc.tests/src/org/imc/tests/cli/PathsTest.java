package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a command must not read as what they are not, and must not replace. */
class PathsTest {

  @TempDir private Path folder;
  private Path chip;

  @BeforeEach
  void writeChip() throws Exception {
    chip = Sources.write(folder, "chip.imc", Sources.CHIP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "evaluate", "report", "explore", "format", "survey"})
  void aFileOfAnotherEndingIsRefusedByName(String command) throws Exception {
    Path text = Sources.write(folder, "chip.txt", Sources.CHIP);
    assertEquals("%s:1:1: error[file.unreadable]: 'chip.txt' cannot be read: its name does not end with '.imc'. Maybe rename it.\n1 error\n"
        .formatted(text), Imc.inside(command, text.toString()).expect(3).err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "evaluate", "report", "format", "verify", "import"})
  void anEmptyPathIsWrongUsage(String command) {
    String told = Imc.inside(command, "").expect(2).err();
    assertTrue(told.contains("it is empty. Maybe a variable of the shell is not set"), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluate", "report", "explore", "survey"})
  void aReportDoesNotFollowALinkToAFileOfTheLanguage(String command) throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("report.json"), chip);
    assertTrue(Imc.inside(command, chip.toString(), "--output", link.toString()).expect(2).err()
        .contains("--output is '%s'. It must not replace an .imc file.".formatted(link)));
    assertEquals(Sources.CHIP, Files.readString(chip));
  }

  @Test
  void twoReportsDoNotShareAFile() {
    Path report = folder.resolve("a.json");
    assertTrue(Imc.inside("evaluate", chip.toString(), "--output", report.toString(),
        "--certificate", folder.resolve("..").resolve(folder.getFileName()).resolve("a.json").toString()).expect(2).err()
        .contains("--output and --certificate are both '%s'. Maybe name two files.".formatted(report)));
    assertTrue(Imc.inside("explore", chip.toString(), "--output", report.toString(), "--journal", report.toString()).expect(2).err()
        .contains("--output and --journal are both '%s'. Maybe name two files.".formatted(report)));
  }

  @Test
  void whatIsNoReportIsToldByName() throws Exception {
    Path latin = Files.write(folder.resolve("latin.json"), "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    Imc.inside("diff", folder.toString(), folder.toString()).expect(3).expectErr("imc: '%s' is not a file.\n".formatted(folder));
    Imc.inside("diff", latin.toString(), latin.toString()).expect(3)
        .expectErr("imc: '%s' is not a UTF-8 text file. Maybe it is not a report.\n".formatted(latin));
    Imc.inside("import", folder.toString()).expect(3).expectErr("imc: '%s' is a folder.\n".formatted(folder));
  }

  @Test
  void filesAreCalledAsTheyAreNamed() throws Exception {
    Sources.write(folder, "%41 ü#?.imc", Sources.CHIP);
    String told = Imc.inside("check", chip.toString()).expect(1).err();
    assertTrue(told.contains("Technology 'cmos' is also declared in '%41 ü#?.imc'."), told);
  }

  @Test
  void whatIsNoRegularFileIsTold() throws Exception {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "a system with devices");
    Imc.inside("check", device.toString()).expect(3).expectErr(
        "/dev/null:1:1: error[file.unreadable]: 'null' cannot be read: it is a pipe or a device. Maybe copy it into a file.\n1 error\n");
    Imc.inside("import", device.toString()).expect(3)
        .expectErr("imc: '/dev/null' is a pipe or a device. Maybe copy it into a file.\n");
  }

  @Test
  void whatMayNotBeReadIsTold() throws Exception {
    assumeTrue(chip.toFile().setReadable(false, false) && !Files.isReadable(chip), "a user who may not read everything");
    Imc.inside("check", chip.toString()).expect(3).expectErr(
        "%s:1:1: error[file.unreadable]: 'chip.imc' cannot be read: it may not be read. Maybe change its permissions.\n1 error\n"
            .formatted(chip));
  }

  @Test
  void aReportThatCannotBeWrittenIsToldByItsName() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a system with a full device");
    Imc.inside("evaluate", chip.toString(), "--output", full.toString()).expect(3)
        .expectErr("imc: '/dev/full' cannot be written: No space left on device.\n");
    Imc.inside("evaluate", chip.toString(), "--output", "/proc/report").expect(3)
        .expectErr("imc: '/proc/report' cannot be written: its folder takes no new files.\n");
    assertEquals("imc: Standard output is not complete: No space left on device.\n",
        Imc.into(full, folder, "evaluate", chip.toString()).expect(3).err());
  }

  @Test
  void aNameThatNoFileCanHaveIsWrongUsage() {
    String told = Imc.inside("check", "a\0b").expect(2).err();
    assertTrue(told.contains("cannot be the name of a file here: Nul character not allowed."), told);
  }

  @Test
  void linesMayEndAsOnOldMacs() throws Exception {
    Path old = Sources.write(folder, "old.imc", "// a chip\r" + Sources.CHIP.replace('\n', '\r'));
    Files.delete(chip);
    Imc.inside("check", old.toString()).expect(0).expectErr("");
  }
}
