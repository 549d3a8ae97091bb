package org.imc.tests.fuzz;

import com.google.inject.Injector;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.nio.file.Path;
import org.eclipse.xtext.IGrammarAccess;
import org.imc.tests.language.Language;

/**
 * Examine any number of documents and count the faults by kind.
 *
 * <p>As a program: {@code Fuzzing <root of the repository> <first> <count>} examines the documents of these numbers;
 * {@code Fuzzing <root> truncations} every prefix of every shipped file; {@code Fuzzing <root> hostile <scale>} those
 * that are made to be slow. Prints each kind of fault once, made short.
 */
public final class Fuzzing implements AutoCloseable {

  /** No document may take longer. */
  static final Duration BOUND = Duration.ofSeconds(10);

  private static final int REPORT_EVERY = 1_000;

  private static final long STARTED = System.nanoTime();

  private final Injector injector = Language.injector();
  private final Examination examination = injector.getInstance(Examination.class);
  private final BoundedRun bounded = new BoundedRun(BOUND);
  private final LoggedErrors logged = LoggedErrors.listen();
  private final Map<String, Integer> faults = new LinkedHashMap<>();
  private long examined;

  /** Return all documents that there are, made of the grammar and of the shipped files. */
  static Documents documents(Path root) {
    return Documents.of(Language.injector().getInstance(IGrammarAccess.class).getGrammar(),
        root.resolve("docs").resolve("language.md"), root.resolve("org.imc.dsl").resolve("library"), root.resolve("examples"));
  }

  /**
   * Examine a document.
   *
   * @throws Fault when a claim fails
   */
  void examine(Document document, long number) {
    bounded.run(() -> examination.examine(document, new Dice(~number)));
    logged.failOnAny();
  }

  private void count(Document document, long number) {
    long started = System.nanoTime();
    try {
      examine(document, number);
    } catch (Fault fault) {
      if (faults.merge(fault.kind(), 1, Integer::sum) == 1) {
        print(document, number, fault);
      }
    }
    long ms = (System.nanoTime() - started) / 1_000_000;
    if (ms > BOUND.toMillis() / 5) {
      System.out.printf("SLOW %d ms: %d, %s, %d characters%n", ms, number, document.origin(), document.text().length());
    }
    if (++examined % REPORT_EVERY == 0) {
      System.out.printf("%d documents in %d s, faults %s%n",
          examined, (System.nanoTime() - STARTED) / 1_000_000_000, faults);
    }
  }

  private void print(Document document, long number, Fault fault) {
    boolean small = document.text().length() < 20_000 && !fault.kind().startsWith("every text is done");
    String shortest = small
        ? Minimiser.minimise(document.text(), text -> isSame(document.with("shorter", text), number, fault))
        : document.text().substring(0, Math.min(500, document.text().length()));
    System.out.printf("FAULT %s%n  document %d, %s%n  %.3000s%n----%n%s%n----%n",
        fault.kind(), number, document.origin(), fault.getMessage(), shortest);
    document.others().forEach(other -> System.out.printf("beside:%n%.2000s%n----%n", other));
    if (fault.getCause() != null) {
      StackTraceElement[] stack = fault.getCause().getStackTrace();
      Stream.of(stack).limit(14).forEach(frame -> System.out.println("    at " + frame));
    }
  }

  private boolean isSame(Document document, long number, Fault fault) {
    try {
      examine(document, number);
      return false;
    } catch (Fault again) {
      return again.kind().equals(fault.kind());
    }
  }

  @Override
  public void close() {
    bounded.close();
    logged.close();
  }

  /** Examine many documents. */
  public static void main(String[] arguments) {
    Documents documents = documents(Path.of(arguments[0]));
    try (var fuzzing = new Fuzzing()) {
      switch (arguments[1]) {
        case "truncations" -> documents.truncations(1).forEach(each -> fuzzing.count(each, each.text().length()));
        case "hostile" -> HostileTexts.all(Integer.parseInt(arguments[2])).forEach(each -> fuzzing.count(each, 0));
        default -> {
          long first = Long.parseLong(arguments[1]);
          for (long number = first; number < first + Long.parseLong(arguments[2]); number++) {
            fuzzing.count(documents.get(number), number);
          }
        }
      }
      System.out.printf("%d documents, %d kinds of faults: %s%n", fuzzing.examined, fuzzing.faults.size(), fuzzing.faults);
    }
    System.exit(0); // what hung still hangs
  }
}
