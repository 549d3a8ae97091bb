package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explorations on Spark are answered as they are without it, as {@code ./imc} starts it. */
class SparkEngineTest {

  /** Where the build has put Spark's jars. */
  static final Path SPARK = root().resolve("org.imc.spark/target/spark");

  private static final long TIMEOUT_S = 300;

  @TempDir private Path folder;

  private static Path root() {
    return Path.of(System.getProperty("imc.root", "..")).toAbsolutePath().normalize();
  }

  private Path exploration(String rows) throws IOException {
    Files.writeString(folder.resolve("beside.imc"), "package beside\n" + SmallChips.NETWORK);
    return Files.writeString(folder.resolve("chips.imc"),
        "import beside.Small\n" + SmallChips.DIGITAL + SmallChips.sizes(rows, "where area <= 0.05 mm2"));
  }

  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("bash", root().resolve("imc").toString(), "explore"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile());
    builder.environment().put("IMC_BUILDING", "yes"); // the jars as they are
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** Wait until a run has ended well, without a word; return what it found. */
  private String answer(Process run) throws IOException, InterruptedException {
    boolean ended = run.waitFor(TIMEOUT_S, TimeUnit.SECONDS);
    if (!ended) {
      run.destroyForcibly();
    }
    assertTrue(ended, "imc explore hangs");
    assertEquals("", text("err"));
    assertEquals(0, run.exitValue());
    return text("out");
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv", "svg", "html"})
  void everyFormatIsTheSameOnSpark(String format) throws Exception {
    String file = exploration("8..128 step * 2").toString();
    String here = Imc.inside("explore", file, "--format", format).expect(0).out();
    assertEquals(here, answer(start(file, "--format", format, "--engine", "spark", "--threads", "2")));
  }

  @Test
  void sparkGoesOnWhereThreadsWereKilled() throws Exception {
    String file = exploration("8..64 step * 2").toString();
    Path journal = folder.resolve("journal");
    String whole = Imc.inside("explore", file, "--journal", journal.toString()).expect(0).out();
    List<String> lines = sorted(journal);
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(bytes, bytes.length / 2));
    assertEquals(whole, answer(start(file, "--journal", journal.toString(), "--resume", "--engine=spark")));
    assertEquals(lines, sorted(journal));
  }

  @Test
  void aClusterThatLosesAWorkerAnswersAsOneProcessDoes() throws Exception {
    String file = exploration("17..128").toString();
    Path journal = folder.resolve("journal");
    try (var cluster = SparkCluster.start(folder, 2)) {
      Process run = start(file, "--format", "csv", "--everything", "--journal", journal.toString(),
          "--engine", "spark://" + cluster.address());
      while (run.isAlive() && (lines(journal) < 100 || !hasWorked(cluster, 0) || !hasWorked(cluster, 1))) {
        Thread.sleep(20);
      }
      cluster.kill(1);
      assertTrue(run.isAlive(), () -> "all was over before the worker was killed: %d lines; %s".formatted(
          lines(journal), text("err")));
      String there = answer(run);
      assertEquals(Imc.inside("explore", file, "--format", "csv", "--everything").expect(0).out(), there);
      assertEquals(1 + 112 * 12, lines(journal), "a head, and each design once");
    }
  }

  /** Return whether a worker has started to work for an exploration. */
  private static boolean hasWorked(SparkCluster cluster, int worker) throws IOException {
    Path work = cluster.workFolder(worker);
    if (!Files.isDirectory(work)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(work)) {
      return files.anyMatch(path -> path.getFileName().toString().equals("org.imc.spark.jar"));
    }
  }

  private static long lines(Path journal) {
    try {
      return Files.exists(journal) ? Files.readString(journal).lines().count() : 0;
    } catch (IOException e) {
      return 0; // it is being written
    }
  }

  private static List<String> sorted(Path journal) throws IOException {
    return Files.readAllLines(journal).stream().sorted().toList();
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    String file = exploration("{ 8 }").toString();
    assertEquals("imc explore: --engine is 'spark:/here'. It must be 'spark' or 'spark://HOST:PORT'.\nTry 'imc explore --help'.\n",
        Imc.inside("explore", file, "--engine", "spark:/here").expect(2).err());
    assertEquals("imc: --engine spark: its jars are not here. Maybe start this command as './imc', which fetches them\n",
        Imc.inside("explore", file, "--engine", "spark").expect(3).err());
    Process nobody = start(file, "--engine", "spark://127.0.0.1:1");
    assertTrue(nobody.waitFor(TIMEOUT_S, TimeUnit.SECONDS));
    assertEquals("imc: --engine spark: nobody listens at '127.0.0.1:1' (Connection refused)."
        + " Maybe start the master of the cluster first\n", text("err"));
    assertEquals(3, nobody.exitValue());
  }
}
