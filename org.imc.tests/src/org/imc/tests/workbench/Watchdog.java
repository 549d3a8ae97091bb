package org.imc.tests.workbench;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.widgets.Display;

/** Measures how long the UI thread takes to answer, from another thread. */
final class Watchdog implements AutoCloseable {

  private static final int PERIOD_MS = 10;

  private final AtomicLong longestNs = new AtomicLong();
  private volatile long asked;
  private volatile boolean over;
  private final Thread thread;

  Watchdog(Display display) {
    thread = new Thread(() -> watch(display), "ui-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(Display display) {
    while (!over) {
      long start = System.nanoTime();
      asked = start;
      display.asyncExec(() -> {
        longestNs.accumulateAndGet(System.nanoTime() - start, Math::max);
        asked = 0;
      });
      while (!over && asked != 0) {
        pause();
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PERIOD_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Return the longest answer so far, in ms. */
  double longestMs() {
    return longestNs.get() / 1e6;
  }

  @Override
  public void close() {
    over = true;
  }
}
