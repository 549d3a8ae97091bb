package org.imc.tests.workbench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;

/**
 * Measures how long the UI thread takes to answer, from another thread, and notes what it was doing in the longest waits: in
 * the longest of all, and in the longest of those that the workbench's own code, and not the platform or the test, is to
 * answer for.
 */
final class Watchdog implements AutoCloseable {

  private static final int PERIOD_MS = 5;
  private static final int INNERMOST = 4;
  private static final int OWN = 4;

  /**
   * A time for which the UI thread did not answer.
   *
   * @param wallNs how long
   * @param cpuNs how much of it the thread worked, ns; a machine with other work to do has no part in it
   * @param stack what it was doing, towards the end
   */
  private record Wait(long wallNs, long cpuNs, StackTraceElement[] stack) {

    private static final Wait NONE = new Wait(0, 0, new StackTraceElement[0]);

    String text(String title) {
      Stream<StackTraceElement> shown = Stream.concat(Arrays.stream(stack).limit(INNERMOST),
          Arrays.stream(stack).skip(INNERMOST).filter(frame -> frame.getClassName().startsWith("org.imc.")).limit(OWN));
      return "%s: %.0f ms, %.0f ms of work%n%s".formatted(title, wallNs / 1e6, cpuNs / 1e6,
          shown.map(frame -> "    at " + frame).collect(Collectors.joining("\n")));
    }
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Thread watched;
  private final Thread thread;
  private volatile boolean over;
  private volatile boolean answered;
  private volatile Wait longest = Wait.NONE;
  private volatile Wait longestOwn = Wait.NONE;

  Watchdog(Display display) {
    watched = display.getThread();
    thread = new Thread(() -> watch(display), "ui-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(Display display) {
    while (!over) {
      ask(display);
      pause();
    }
  }

  private void ask(Display display) {
    answered = false;
    long start = System.nanoTime();
    long work = THREADS.getThreadCpuTime(watched.threadId());
    display.asyncExec(() -> answered = true);
    int samples = 0;
    int own = 0;
    StackTraceElement[] last = new StackTraceElement[0];
    StackTraceElement[] lastOwn = last;
    pause();
    while (!over && !answered) {
      last = watched.getStackTrace();
      samples++;
      if (isOwn(last)) {
        own++;
        lastOwn = last;
      }
      pause();
    }
    var wait = new Wait(System.nanoTime() - start, THREADS.getThreadCpuTime(watched.threadId()) - work, last);
    if (wait.wallNs() > longest.wallNs()) {
      longest = wait;
    }
    if (2 * own > samples && wait.wallNs() > longestOwn.wallNs()) {
      longestOwn = new Wait(wait.wallNs(), wait.cpuNs(), lastOwn);
    }
  }

  /** Return whether the workbench's code is under way, and no test has called it. */
  private static boolean isOwn(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) { // the innermost first
      String name = frame.getClassName();
      if (name.startsWith("org.imc.tests.")) {
        return false;
      }
      if (name.startsWith("org.imc.")) {
        return true;
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(PERIOD_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Return the longest waits in words. */
  String report() {
    return longest.text("longest wait of the UI thread") + "\n" + longestOwn.text("longest in code of the workbench");
  }

  @Override
  public void close() {
    over = true;
  }
}
