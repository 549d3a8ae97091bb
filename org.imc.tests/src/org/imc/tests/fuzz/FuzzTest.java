package org.imc.tests.fuzz;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * Nothing throws, nothing hangs, every problem has a place: a few seconds of the fuzzer, always the same documents.
 * {@code -Dimc.fuzz.documents=100000} runs more of them; {@link Fuzzing} also makes what it finds shorter.
 */
class FuzzTest {

  private static final int DOCUMENTS = Integer.getInteger("imc.fuzz.documents", 200);

  /** Every prefix is for the long run; a prime, so that no pattern of the files is missed. */
  private static final int PREFIXES_APART = 131;

  private static Fuzzing fuzzing;
  private static Documents documents;

  @BeforeAll
  static void start() {
    fuzzing = new Fuzzing();
    documents = Fuzzing.documents(Path.of(System.getProperty("imc.root", "..")));
  }

  @AfterAll
  static void stop() {
    fuzzing.close();
  }

  @Test
  void randomAndDamagedDocumentsKeepEveryClaim() {
    LongStream.range(0, DOCUMENTS).forEach(number -> examine(documents.get(number), number));
  }

  @Test
  void filesCutOffKeepEveryClaim() {
    documents.truncations(PREFIXES_APART).forEach(document -> examine(document, document.text().length()));
  }

  @Test
  void deepAndLongDocumentsKeepEveryClaim() {
    HostileTexts.all(1).forEach(document -> examine(document, 0));
  }

  private static void examine(Document document, long number) {
    try {
      fuzzing.examine(document, number);
    } catch (Fault fault) {
      throw new AssertionFailedError("Document %d (%s): %s%n%.5000s".formatted(
          number, document.origin(), fault.getMessage(), document.text()), fault);
    }
  }
}
