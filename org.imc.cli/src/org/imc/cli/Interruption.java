package org.imc.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imc.engine.Cancellation;

/**
 * Notice that the process is asked to end, by Ctrl-C or otherwise, and give running work a moment to stop cleanly.
 *
 * <p>Works through the JVM's shutdown: after at most {@link #PATIENCE_MS} the process ends whatever runs, with the exit code
 * that the signal stands for (130 for Ctrl-C).
 */
final class Interruption implements Cancellation {

  private static final long PATIENCE_MS = 800;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  private Interruption() { }

  /** Return one that listens from now on. */
  static Interruption install() {
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "imc-interruption"));
    return interruption;
  }

  /** Tell that there is nothing left to stop. */
  void finished() {
    finished.countDown();
  }

  @Override
  public boolean isCancelled() {
    return requested;
  }

  private void stop() {
    requested = true;
    try {
      finished.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
