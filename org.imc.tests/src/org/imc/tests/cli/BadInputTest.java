package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input is: located messages, the documented exit code, no stack trace, no hang. */
class BadInputTest {

  private static final int SIZE = 5_000_000;

  /** The first line of a problem: file, line, column, severity, code. */
  private static final Pattern LOCATED =
      Pattern.compile("\\S+\\.imc:[1-9]\\d*:[1-9]\\d*: (error|warning)\\[[a-z.-]+\\]: .+");

  @TempDir private Path folder;

  @Test
  void aTextCutAnywhereIsReportedWithPlaces() throws Exception {
    for (int length = 0; length < Sources.CHIP.length(); length++) {
      Path file = Sources.write(folder, "cut.imc", Sources.CHIP.substring(0, length));
      Outcome outcome = Imc.inside("check", file.toString());
      if (outcome.code() != 0) {
        outcome.expect(1);
        assertTrue(LOCATED.matcher(outcome.err()).lookingAt(), outcome::toString);
      }
      outcome.expectOut("");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void aHalfWrittenFileEndsTheProcessWithCode1(double part) throws Exception {
    Sources.write(folder, "half.imc", Sources.CHIP.substring(0, (int) (part * Sources.CHIP.length())));
    Outcome outcome = Imc.in(folder, "evaluate", "half.imc").expect(1).expectOut("");
    assertTrue(LOCATED.matcher(outcome.err()).lookingAt(), outcome::err);
  }

  static Stream<byte[]> binaries() {
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    return Stream.of(noise,
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'},
        "network N { source \"\u00e9\" }".getBytes(StandardCharsets.ISO_8859_1),
        "network N {\0}".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void whatIsNoTextIsNotParsed(byte[] bytes) throws Exception {
    Files.write(folder.resolve("picture.imc"), bytes);
    Imc.in(folder, "check", "picture.imc").expect(1).expectErr("""
        picture.imc:1:1: error[file.not-text]: 'picture.imc' is not a UTF-8 text file. Maybe it is not an .imc file.
        1 error
        """);
  }

  @Test
  void aMissingFileHasCode3AndTheOthersAreCheckedAllTheSame() throws Exception {
    Sources.write(folder, "empty.imc", "");
    Imc.in(folder, "check", "gone.imc", "empty.imc").expect(3).expectErr("""
        empty.imc:1:1: warning[file.empty]: This file declares nothing. Maybe begin with 'import imc.network.ResNet8' \
        and an architecture.
        gone.imc:1:1: error[file.unreadable]: 'gone.imc' cannot be read: there is no such file.
        1 error, 1 warning
        """);
  }

  @Test
  void aFolderWithoutFilesOfTheLanguageHasCode3() throws Exception {
    Files.writeString(folder.resolve("readme.txt"), "hello");
    Imc.in(folder, "check", ".").expect(3).expectErr("imc: '.' holds no .imc file.\n");
    Imc.in(folder, "format", ".").expect(3).expectErr("imc: '.' holds no .imc file.\n");
  }

  @Test
  void anUnreadableFileHasCode3() throws Exception {
    Path file = Sources.write(folder, "secret.imc", Sources.CHIP);
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "permissions of POSIX");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root reads everything");
    Outcome outcome = Imc.inside("check", file.toString()).expect(3);
    assertTrue(outcome.err().startsWith(file + ":1:1: error[file.unreadable]: "), outcome::err);
  }

  @Test
  void aLoopOfFoldersEnds() throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    Sources.write(below, "empty.imc", "");
    Files.createSymbolicLink(below.resolve("up"), folder);
    Files.createSymbolicLink(below.resolve("self.imc"), below.resolve("self.imc"));
    Imc.in(folder, "check", ".").expect(0);
  }

  @Test
  void aMissingImportIsToldAtTheImport() throws Exception {
    Path file = Sources.write(folder, "a.imc", "import imc.network.ResNet9\n");
    String err = Imc.inside("check", file.toString()).expect(1).err();
    assertTrue(err.contains(
        file + ":1:8: error[import.unknown]: Nothing named 'imc.network.ResNet9' can be imported. Maybe 'imc.network."), err);
  }

  @Test
  void importsInACircleAreToldAtBothEnds() throws Exception {
    Sources.write(folder, "a.imc", "package a\nimport b.B\n" + technology("A"));
    Sources.write(folder, "b.imc", "package b\nimport a.A\n" + technology("B"));
    String err = Imc.in(folder, "check", ".").expect(1).err();
    assertTrue(err.startsWith(
        "a.imc:2:8: error[import.cycle]: This import leads back to this file: a.imc -> b.imc -> a.imc."), err);
    assertTrue(err.contains("\nb.imc:2:8: error[import.cycle]: "), err);
  }

  @Test
  void namesGivenTwiceAreToldInOneFileAndAcrossFiles() throws Exception {
    Sources.write(folder, "a.imc", technology("T"));
    Sources.write(folder, "b.imc", technology("T") + technology("U") + technology("U"));
    String err = Imc.in(folder, "check", ".").expect(1).err();
    assertTrue(err.contains("a.imc:1:12: error[name.duplicate]: Technology 'T' is also declared in 'b.imc'."), err);
    assertTrue(err.contains("b.imc:1:12: error[name.duplicate]: Technology 'T' is also declared in 'a.imc'."), err);
    assertTrue(err.contains(": error[name.duplicate]: Technology 'U' has the name of another declaration in this file."), err);
  }

  private static String technology(String name) {
    return Sources.CHIP.substring(0, Sources.CHIP.indexOf("\n\n")).replace("cmos", name) + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4611686018427387904", "99999999999999999999999999", "1e999999999", "1e99", "0.5", "1e-99"})
  void absurdSizesAreToldAtTheNumber(String size) throws Exception {
    for (String property : new String[] {"rows 16", "columns 32", "size 4", "channels 8", "units 10", "weight 8"}) {
      String word = property.substring(0, property.indexOf(' '));
      if (word.equals("size") && size.equals("0.5")) {
        continue; // half a KiB is fine
      }
      String text = Sources.CHIP.replaceFirst(property, word + " " + size);
      Path file = Sources.write(folder, "absurd.imc", text);
      Outcome outcome = Imc.inside("evaluate", file.toString()).expect(1);
      assertTrue(outcome.err().lines().anyMatch(line -> LOCATED.matcher(line).matches()), outcome::toString);
      assertTrue(outcome.err().contains(word + " " + size), () -> "The line is shown: " + outcome);
    }
  }

  static Stream<String> hugeLines() {
    return Stream.of(
        "a".repeat(SIZE),
        "\"".repeat(SIZE),
        "{".repeat(SIZE),
        "/*" + "x".repeat(SIZE),
        "a.".repeat(SIZE / 2),
        "1 ".repeat(SIZE / 2));
  }

  @ParameterizedTest
  @MethodSource("hugeLines")
  void fiveMegabytesInOneLineEndAfterAWhile(String line) throws Exception {
    Files.writeString(folder.resolve("huge.imc"), line);
    Outcome outcome = Imc.in(folder, "check", "huge.imc").expect(1);
    assertTrue(LOCATED.matcher(outcome.err()).lookingAt(), () -> outcome.err().substring(0, 200));
    assertTrue(outcome.err().length() < 100_000, "The message is of bearable length");
  }

  @Test
  void aFileBeyondTheLimitIsNotRead() throws Exception {
    Path file = folder.resolve("large.imc");
    Files.write(file, new byte[(16 << 20) + 1]);
    String err = Imc.inside("check", file.toString()).expect(3).err();
    assertEquals("%s:1:1: error[file.unreadable]: 'large.imc' cannot be read: it has more than 16 MiB.\n1 error\n"
        .formatted(file), err);
  }

  @Test
  void aFolderCalledLikeAFileIsAFolder() throws Exception {
    Files.createDirectory(folder.resolve("dir.imc"));
    Imc.inside("check", folder.resolve("dir.imc").toString()).expect(3);
  }
}
