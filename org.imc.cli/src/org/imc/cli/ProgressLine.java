package org.imc.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.imc.engine.Progress;
import org.jspecify.annotations.Nullable;

/** Show in one line that is rewritten how far an evaluation has come. Shows nothing where no person looks. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final int WIDTH = 79;
  private static final int PERIOD_MS = 200;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream stream;
  private final @Nullable ScheduledExecutorService clock;
  private String title = "";
  private String state = "";
  private long begin = System.nanoTime();

  ProgressLine(Output output) {
    stream = output.err();
    clock = output.errIsTerminal() ? Executors.newSingleThreadScheduledExecutor(ProgressLine::thread) : null;
    if (clock != null) {
      clock.scheduleAtFixedRate(this::show, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "imc-progress");
    thread.setDaemon(true);
    return thread;
  }

  /** Begin with one of several studies. */
  synchronized void begin(String study, int number, int studies) {
    title = studies == 1 ? study : "%s (study %d of %d)".formatted(study, number, studies);
    state = "";
    begin = System.nanoTime();
    show();
  }

  @Override
  public synchronized void report(int done, int total, String what) {
    state = ": layer %d of %d".formatted(done, total);
    show();
  }

  private synchronized void show() {
    if (clock != null && !clock.isShutdown()) {
      double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      String line = title + state + String.format(Locale.ROOT, ", %.1f s", seconds);
      stream.print(ERASE_LINE + line.substring(0, Math.min(WIDTH, line.length())));
      stream.flush();
    }
  }

  /** Erase the line. */
  @Override
  public synchronized void close() {
    if (clock != null) {
      clock.shutdownNow();
      stream.print(ERASE_LINE);
      stream.flush();
    }
  }
}
