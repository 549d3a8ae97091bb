package org.imc.tests.fuzz;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Run one thing after the other, none for longer than a bound. What hangs is left behind, with its stack as the fault. */
final class BoundedRun implements AutoCloseable {

  private final Duration bound;
  private LinkedBlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
  private Thread worker = start(tasks);

  BoundedRun(Duration bound) {
    this.bound = bound;
  }

  /** Run, and throw what it throws, or a fault when it is not over in time. */
  void run(Runnable action) {
    var task = new FutureTask<Void>(action, null);
    tasks.add(task);
    try {
      task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Fault fault
          ? fault
          : new Fault("nothing is thrown", String.valueOf(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      var hanging = new Exception("Hangs here");
      hanging.setStackTrace(worker.getStackTrace());
      worker.interrupt();
      tasks = new LinkedBlockingQueue<>();
      worker = start(tasks);
      throw new Fault("every text is done within " + bound.toSeconds() + " s", "it is not", hanging);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Thread start(LinkedBlockingQueue<FutureTask<?>> tasks) {
    var worker = new Thread(() -> {
      try {
        while (true) {
          tasks.take().run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // over
      }
    }, "fuzzing");
    worker.setDaemon(true);
    worker.start();
    return worker;
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
