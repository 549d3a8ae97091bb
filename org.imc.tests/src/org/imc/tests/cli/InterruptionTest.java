package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, or any other wish that it ends, ends an evaluation at once. */
class InterruptionTest {

  private static final int SIGINT = 2;
  private static final int INTERRUPTED = 128 + SIGINT;
  private static final int TERMINATED = 128 + 15;

  /** More studies than can be evaluated before the signal arrives. */
  private static final String LONG = Stream.of("ResNet8", "MobileNetV1", "DsCnn", "DeepAutoEncoder")
      .flatMap(network -> Stream.of("edp", "latency", "energy")
          .map(objective -> "evaluate %s on SuJSSC2023 minimising %s\n".formatted(network, objective)))
      .collect(Collectors.joining("", "import imc.network.*\nimport imc.chip.*\n", ""));

  @TempDir private Path folder;

  @Test
  void aTerminatedEvaluationEndsWithinASecondAndLeavesNoReport() throws Exception {
    Sources.write(folder, "long.imc", LONG);
    Process process = Imc.start(folder, List.of(), "evaluate", "long.imc", "--output", "report.txt", "--threads", "1");
    try {
      waitUntilBusy(process);
      expectEnd(process, TERMINATED, process::destroy);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void ctrlCEndsAnEvaluationWithinASecondAndLeavesNoReport() throws Exception {
    Sources.write(folder, "long.imc", LONG);
    Process process = Imc.start(folder, List.of(), "evaluate", "long.imc", "--output", "report.txt", "--threads", "1");
    try {
      assumeTrue(Files.isReadable(status(process)), "a system that tells whether a signal is ignored");
      assumeFalse(ignores(process), "started in the background, where Ctrl-C does not reach");
      waitUntilBusy(process);
      expectEnd(process, INTERRUPTED,
          () -> new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  /** Ends a process. */
  private interface Signal {
    void send() throws IOException, InterruptedException;
  }

  private void expectEnd(Process process, int code, Signal signal) throws IOException, InterruptedException {
    var err = process.getErrorStream(); // destroying closes them
    long begin = System.nanoTime();
    signal.send();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running");
    double seconds = (System.nanoTime() - begin) / 1e9;
    assertEquals(code, process.exitValue());
    assertTrue(seconds < 2, () -> "It took %.1f s".formatted(seconds)); // 1 s, and some for a busy machine
    if (code == INTERRUPTED) {
      assertEquals("", new String(err.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertTrue(Files.notExists(folder.resolve("report.txt")));
  }

  private static Path status(Process process) {
    return Path.of("/proc", Long.toString(process.pid()), "status");
  }

  private static boolean ignores(Process process) throws IOException {
    String mask = Files.readAllLines(status(process)).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> line.substring("SigIgn:".length()).strip())
        .findFirst().orElse("0");
    return (Long.parseUnsignedLong(mask, 16) >> (SIGINT - 1) & 1) == 1;
  }

  /** Wait until the process has worked long enough to be past its start. */
  private static void waitUntilBusy(Process process) throws InterruptedException {
    while (process.isAlive() && process.info().totalCpuDuration().map(time -> time.toMillis() < 2500).orElse(false)) {
      Thread.sleep(20);
    }
    assertTrue(process.isAlive(), "The evaluation ended before it could be interrupted.");
  }
}
