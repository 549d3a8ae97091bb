package org.imc.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.imc.engine.explore.SweepListener.State;

/** Show in one line that is rewritten how far a sweep is, how fast, and how long it may take. Shows nothing where no person looks. */
final class SweepLine implements AutoCloseable {

  private static final int WIDTH = 79;
  private static final long PERIOD_NS = 200_000_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream stream;
  private final boolean shown;
  private final String name;
  private final long begin = System.nanoTime();
  private long last;

  SweepLine(Output output, String name) {
    stream = output.err();
    shown = output.errIsTerminal();
    this.name = name;
  }

  void report(State state) {
    long now = System.nanoTime();
    if (shown && (last == 0 || now - last >= PERIOD_NS)) {
      last = now;
      String line = words(name, state, (now - begin) / NANOS_PER_SECOND);
      stream.print(ERASE_LINE + line.substring(0, Math.min(WIDTH, line.length())));
      stream.flush();
    }
  }

  /** Say how far a sweep is after some seconds: rate and remaining time are those of the designs decided so far. */
  static String words(String name, State state, double seconds) {
    double rate = state.done() / Math.max(seconds, 1e-3);
    long remaining = (long) ((state.total() - state.done()) / Math.max(rate, 1e-9));
    Duration left = Duration.ofSeconds(Math.min(remaining, Duration.ofDays(999).toSeconds()));
    return String.format(Locale.ROOT, "%s: %d of %d designs, %.1f/s, %s left, %d on the front",
        name, state.done(), state.total(), rate, left.toString().substring(2).toLowerCase(Locale.ROOT), state.front());
  }

  /** Erase the line. */
  @Override
  public void close() {
    if (shown) {
      stream.print(ERASE_LINE);
      stream.flush();
    }
  }
}
