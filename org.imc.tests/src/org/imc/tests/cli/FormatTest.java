package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc format} does to files, and what it leaves alone. */
class FormatTest {

  private static final String CROOKED = Sources.CHIP.replace("  rows 16\n", "\t\trows   16 // many\n");
  private static final String STRAIGHT = Sources.CHIP.replace("  rows 16\n", "  rows 16 // many\n");

  @TempDir private Path folder;

  @Test
  void aFileIsFormattedInPlaceAndASecondTimeNothingChanges() throws Exception {
    Path file = Sources.write(folder, "chip.imc", CROOKED);
    Imc.in(folder, "format", "chip.imc").expect(0).expectOut("chip.imc formatted\n").expectErr("");
    assertEquals(STRAIGHT, Files.readString(file));
    FileTime written = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, written);
    Imc.in(folder, "format", "chip.imc").expect(0).expectOut("").expectErr("");
    assertEquals(written, Files.getLastModifiedTime(file), "a formatted file is not touched");
  }

  @Test
  void checkChangesNothingAndTellsByCode1() throws Exception {
    Path file = Sources.write(folder, "chip.imc", CROOKED);
    Imc.inside("format", "--check", file.toString()).expect(1).expectOut(file + " is not formatted\n").expectErr("");
    assertEquals(CROOKED, Files.readString(file));
    Files.writeString(file, STRAIGHT);
    Imc.inside("format", "--check", file.toString()).expect(0).expectOut("").expectErr("");
  }

  @Test
  void standardInputIsFormattedToStandardOutput() throws Exception {
    Imc.fed(CROOKED, folder, "format", "-").expect(0).expectOut(STRAIGHT).expectErr("");
  }

  @Test
  void syntaxErrorsOnStandardInputAreLocated() throws Exception {
    Imc.fed("macro\n", folder, "format", "-").expect(1).expectOut("").expectErr("""
        <stdin>:1:1: error[syntax]: 'macro' stands where a declaration is expected: parameter, technology, macro, \
        architecture, chip, block, network, mapping, evaluate, explore or claim.
          macro
          ^^^^^
        1 error
        """);
  }

  @Test
  void aFileWithSyntaxErrorsIsLeftAloneWhileOthersAreFormatted() throws Exception {
    Path broken = Sources.write(folder, "a.imc", CROOKED.replace("rows   16", "rows = 16"));
    Path crooked = Sources.write(folder, "b.imc", CROOKED);
    String before = Files.readString(broken);
    Outcome outcome = Imc.inside("format", folder.toString()).expect(1).expectOut(crooked + " formatted\n");
    assertTrue(outcome.err().startsWith(broken + ":19:8: error[syntax]: "), outcome::err);
    assertEquals(before, Files.readString(broken));
    assertEquals(STRAIGHT, Files.readString(crooked));
  }

  @Test
  void errorsOfMeaningDoNotKeepAFileFromBeingFormatted() throws Exception {
    Path file = Sources.write(folder, "chip.imc", CROOKED.replace("rows   16", "rows   0"));
    Imc.inside("format", file.toString()).expect(0);
    assertEquals(STRAIGHT.replace("rows 16", "rows 0"), Files.readString(file));
  }

  @Test
  void permissionsAndLinksSurvive() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "permissions of POSIX");
    Path file = Sources.write(folder, "chip.imc", CROOKED);
    var permissions = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(file, permissions);
    Path link = Files.createSymbolicLink(folder.resolve("link.imc"), file);
    Imc.inside("format", link.toString()).expect(0);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(STRAIGHT, Files.readString(file));
    assertEquals(permissions, Files.getPosixFilePermissions(file));
  }

  @Test
  void nothingIsLeftBesideTheFile() throws Exception {
    Sources.write(folder, "chip.imc", CROOKED);
    Imc.inside("format", folder.toString()).expect(0);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of("chip.imc"), files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void theCrookedTextDiffersFromTheStraightOne() {
    assertNotEquals(CROOKED, STRAIGHT); // or else the tests above prove nothing
  }
}
