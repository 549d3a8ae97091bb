package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.imc.cli.Main;
import org.imc.cli.Output;
import org.imc.engine.Cancellation;

/** Run the {@code imc} command. */
final class Imc {

  private static final long TIMEOUT_S = 120;

  /** Where the jars of the command line are; set by the build. */
  private static final String CLASS_PATH = System.getProperty("imc.cli.classpath",
      Path.of("..", "releng", "org.imc.commandline", "target", "lib").toString());

  private Imc() { }

  /** Run as a process in a folder and wait for its end. */
  static Outcome in(Path folder, String... arguments) throws IOException, InterruptedException {
    return fed("", folder, arguments);
  }

  /** Run as a process that reads a text from standard input. */
  static Outcome fed(String input, Path folder, String... arguments) throws IOException, InterruptedException {
    return end(start(folder, List.of(), arguments), input, arguments);
  }

  /** Run as a process whose standard output is a file. */
  static Outcome into(Path out, Path folder, String... arguments) throws IOException, InterruptedException {
    return end(builder(folder, List.of(), arguments).redirectOutput(out.toFile()).start(), "", arguments);
  }

  /** Run as a process that prints the classes it loads. */
  static Outcome traced(Path folder, String... arguments) throws IOException, InterruptedException {
    return end(start(folder, List.of("-Xlog:class+load"), arguments), "", arguments);
  }

  /** Run as a process whose heap has so many MiB. */
  static Outcome within(int heapMib, Path folder, String... arguments) throws IOException, InterruptedException {
    return end(start(folder, List.of("-Xmx%dm".formatted(heapMib)), arguments), "", arguments);
  }

  private static Outcome end(Process process, String input, String... arguments)
      throws IOException, InterruptedException {
    CompletableFuture<String> out = text(process.getInputStream());
    CompletableFuture<String> err = text(process.getErrorStream());
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    boolean ended = process.waitFor(TIMEOUT_S, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, () -> "'imc %s' hangs".formatted(String.join(" ", arguments)));
    return new Outcome(process.exitValue(), out.join(), err.join());
  }

  /** Start as a process in a folder, in a locale that writes numbers with commas. */
  static Process start(Path folder, List<String> options, String... arguments) throws IOException {
    return builder(folder, options, arguments).start();
  }

  private static ProcessBuilder builder(Path folder, List<String> options, String... arguments) {
    assertTrue(Files.isDirectory(Path.of(CLASS_PATH)), () -> "The command line was not built: " + CLASS_PATH);
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-Duser.language=de", "-Duser.country=DE"));
    command.addAll(options);
    command.addAll(List.of("-cp", Path.of(CLASS_PATH, "*").toString(), "org.imc.cli.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static CompletableFuture<String> text(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> {
      try (stream) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Run inside this process. Paths must be absolute, as it has a working folder of its own. */
  static Outcome inside(String... arguments) {
    return inside(Cancellation.NEVER, false, arguments);
  }

  /** Run inside this process, as if in a terminal or not. */
  static Outcome inside(Cancellation cancellation, boolean terminal, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Main.run(
        new Output(new ByteArrayInputStream(new byte[0]), stream(out), stream(err), terminal, terminal),
        cancellation, arguments);
    return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
