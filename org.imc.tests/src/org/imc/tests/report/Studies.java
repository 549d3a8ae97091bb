package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.tests.language.Language;

/** Results to report. */
final class Studies {

  /** Where the test's data are. */
  static final Path DATA =
      Path.of(System.getProperty("imc.root", "..")).resolve("org.imc.tests").resolve("data").resolve("report");

  private Studies() { }

  /** Return the results of the two studies of {@code tiny.imc}, the second of which does not fit. */
  static List<StudyResult> tiny() throws IOException {
    return of(DATA.resolve("tiny.imc"));
  }

  /** Return the results of one network on an analog chip, a digital one and a smaller digital one. */
  static List<StudyResult> styles() throws IOException {
    return of(DATA.resolve("styles.imc"));
  }

  /** Return the results of a network that computes nothing. */
  static List<StudyResult> pools() throws IOException {
    return of(DATA.resolve("pools.imc"));
  }

  /** Return the results of {@code tiny.imc} with gates that leak. */
  static List<StudyResult> leaking() throws IOException {
    return ofText("leaking.imc", Files.readString(DATA.resolve("tiny.imc")).replace("delay 47.8 ps", "delay 47.8 ps leakage 5 nW"));
  }

  /** Return the results of {@code styles.imc} and of what is asked behind it. */
  static List<StudyResult> stylesAnd(String more) throws IOException {
    return ofText("more.imc", Files.readString(DATA.resolve("styles.imc")) + more);
  }

  private static List<StudyResult> ofText(String name, String text) throws IOException {
    Path folder = Files.createTempDirectory("imc-report");
    Path file = folder.resolve(name);
    try {
      Files.writeString(file, text);
      return of(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static List<StudyResult> of(Path path) throws IOException {
    StudyRunner runner = Language.get(StudyRunner.class);
    var sources = Language.get(SourceFiles.class).read(List.of(path));
    XtextResource file = sources.named().get(0);
    assertEquals(List.of(), runner.check(file, CancelIndicator.NullImpl));
    var results = new ArrayList<StudyResult>();
    for (LoweredStudy study : runner.lower(file)) {
      results.add(runner.evaluate(study, Engine.withThreads(1), Progress.NONE, Cancellation.NEVER));
    }
    return results;
  }

  /** Return the text of a file of the repository. */
  static String text(String... path) throws IOException {
    return Files.readString(Path.of(System.getProperty("imc.root", ".."), path)).replace("\r\n", "\n");
  }
}
