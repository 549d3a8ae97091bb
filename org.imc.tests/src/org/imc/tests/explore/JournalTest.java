package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Journal;
import org.imc.engine.explore.Outcome.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that was killed goes on where it was. */
class JournalTest {

  private static final String LINES = """
      rows in 8 .. 64 step * 2
      columns in { 20, 32, 64 }
      adc resolution in 3 bit .. 6 bit
      minimising energy, area
      where area <= 1 mm2
      """;

  private static final Journal.Question Q = new Journal.Question("q", "");
  private static final Journal.Question ANOTHER = new Journal.Question("another", "");

  @TempDir private Path folder;

  @Test
  void aJournalThatWasBrokenOffAnywhereGivesTheSameAnswer() throws IOException {
    Exploration question = Question.of(LINES);
    Path path = folder.resolve("whole");
    Found whole;
    try (Journal journal = Journal.begin(path, Q)) {
      whole = Found.by(question, 2, false, journal);
    }
    byte[] bytes = Files.readAllBytes(path);
    long priced = whole.outcomes().stream().filter(outcome -> outcome.cost().isPresent()).count();
    for (int length : new int[] {60, bytes.length / 3, bytes.length / 2, bytes.length - 1, bytes.length}) {
      Path broken = folder.resolve("broken");
      Files.write(broken, Arrays.copyOf(bytes, length));
      Found resumed;
      try (Journal journal = Journal.resume(broken, Q)) {
        resumed = Found.by(question, 1, false, journal);
      }
      assertEquals(whole.outcomes(), resumed.outcomes());
      assertEquals(whole.result().front(), resumed.result().front());
      assertEquals(priced, resumed.last().restored() + resumed.last().evaluated(), "none is lost, none priced twice");
      assertEquals(sorted(path), sorted(broken), "in the end, the journals say the same");
    }
    try (Journal journal = Journal.resume(path, Q)) {
      assertEquals(0, Found.by(question, 1, false, journal).last().evaluated(), "nothing is left to do");
    }
  }

  private static List<String> sorted(Path journal) throws IOException {
    return Files.readAllLines(journal).stream().sorted().toList();
  }

  @Test
  void aLineThatWasChangedIsForgottenWithAllBehindIt() throws IOException {
    Exploration question = Question.of(LINES);
    Path path = folder.resolve("journal");
    try (Journal journal = Journal.begin(path, Q)) {
      Found.by(question, 1, false, journal);
    }
    List<String> lines = Files.readAllLines(path);
    String wrong = lines.get(3).replace(Status.PRICED.name(), Status.BEATEN.name());
    assertTrue(!wrong.equals(lines.get(3)), lines.get(3));
    var changed = new java.util.ArrayList<>(lines);
    changed.set(3, wrong);
    Files.writeString(path, String.join("\n", changed) + "\n", StandardCharsets.UTF_8);
    try (Journal journal = Journal.resume(path, Q)) {
      assertEquals(2, Found.by(question, 1, false, journal).last().restored());
    }
    assertEquals(lines.stream().sorted().toList(), sorted(path));
  }

  @Test
  void aJournalOfAnotherQuestionIsRefused() throws IOException {
    Path path = folder.resolve("journal");
    Journal.begin(path, Q).close();
    assertTrue(assertThrows(IOException.class, () -> Journal.resume(path, ANOTHER)).getMessage()
        .endsWith("is of another exploration, or of an older text of this one. Maybe begin anew, without --resume"));
    assertTrue(assertThrows(IOException.class, () -> Journal.resume(folder.resolve("none"), Q)).getMessage()
        .startsWith("there is no journal"));
  }

  @Test
  void whatWouldBeLostIsNotBegunAnew() throws IOException {
    Path path = folder.resolve("journal");
    try (Journal journal = Journal.begin(path, Q)) {
      Found.by(Question.of("rows in { 8, 16 } minimising energy"), 1, false, journal);
    }
    byte[] bytes = Files.readAllBytes(path);
    assertEquals("the journal '%s' has designs of this very exploration. Maybe go on with it: add '--resume'; or remove it".formatted(path),
        assertThrows(IOException.class, () -> Journal.begin(path, Q)).getMessage());
    assertArrayEquals(bytes, Files.readAllBytes(path));
    Journal.begin(path, ANOTHER).close();
    Journal.begin(path, ANOTHER).close(); // there was nothing in it
    Files.writeString(path, "notes\n");
    assertEquals("'%s' is not a journal, and would be lost. Maybe name another file".formatted(path),
        assertThrows(IOException.class, () -> Journal.begin(path, Q)).getMessage());
    assertEquals("notes\n", Files.readString(path));
  }

  @Test
  void aJournalIsWrittenByOneRunAtATime() throws IOException {
    Path path = folder.resolve("journal");
    try (Journal journal = Journal.begin(path, Q)) {
      String busy = "the journal '%s' is being written by another run. Maybe wait for its end, or name another file".formatted(path);
      assertEquals(busy, assertThrows(IOException.class, () -> Journal.begin(path, Q)).getMessage());
      assertEquals(busy, assertThrows(IOException.class, () -> Journal.resume(path, Q)).getMessage());
    }
    Journal.resume(path, Q).close();
  }

  @Test
  void aJournalOfAnotherVersionIsRefusedAsSuch() throws IOException {
    Path path = folder.resolve("journal");
    Files.writeString(path, "imc-exploration-journal 1 q\ta900861e\n"); // with its CRC-32
    assertEquals("the journal '%s' is of another version of imc. Maybe begin anew, without --resume".formatted(path),
        assertThrows(IOException.class, () -> Journal.resume(path, Q)).getMessage());
  }

  @Test
  void whatAnotherEngineFoundIsNotMixedWithThis() throws IOException {
    Path path = folder.resolve("journal");
    Journal.begin(path, new Journal.Question("q", "0.1.0.1")).close();
    assertEquals("the journal '%s' is of another version of imc. Maybe begin anew, without --resume".formatted(path),
        assertThrows(IOException.class, () -> Journal.resume(path, new Journal.Question("q", "0.1.0.2"))).getMessage());
    Journal.resume(path, new Journal.Question("q", "0.1.0.1")).close();
    Journal.resume(path, Q).close(); // nobody knows
    Journal.begin(path, ANOTHER).close();
    Journal.resume(path, new Journal.Question("another", "0.1.0.2")).close();
  }

  @Test
  void aLineWithoutEndIsForgottenWithoutReadingItWhole() throws IOException {
    Exploration question = Question.of("rows in { 8, 16 } minimising energy");
    Path path = folder.resolve("journal");
    try (Journal journal = Journal.begin(path, Q)) {
      Found.by(question, 1, false, journal);
    }
    byte[] bytes = Files.readAllBytes(path);
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(1L << 32); // zeros, of which the disk keeps none
    }
    try (Journal journal = Journal.resume(path, Q)) {
      assertEquals(0, Found.by(question, 1, false, journal).last().evaluated());
    }
    assertArrayEquals(bytes, Files.readAllBytes(path));
  }
}
