package org.imc.cli;

import java.io.PrintStream;
import org.imc.dsl.report.ExplorationProgress;
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
      String line = ExplorationProgress.words(name, state, (now - begin) / NANOS_PER_SECOND);
      stream.print(ERASE_LINE + line.substring(0, Math.min(WIDTH, line.length())));
      stream.flush();
    }
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
