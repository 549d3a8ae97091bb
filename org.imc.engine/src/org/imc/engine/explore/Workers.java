package org.imc.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.imc.engine.Cancellation;

/** Do pieces of work in parallel, and stop all of them when one fails or the caller has lost interest. */
final class Workers implements AutoCloseable {

  private static final int LONGEST_RUN = 16;

  private final int threads;
  private final ExecutorService pool;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Cancellation cancellation;

  Workers(int threads, Cancellation cancellation) {
    this.threads = threads;
    this.cancellation = () -> stopped.get() || cancellation.isCancelled();
    ThreadFactory factory = Thread.ofPlatform().daemon().name("imc-sweep-", 0).factory();
    pool = Executors.newFixedThreadPool(threads, factory);
  }

  /** Return what tells pieces of work to stop. */
  Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Do as many pieces of work, and wait for them. Pieces next to each other, which often have much in common, are done by the
   * same thread where there are enough of them.
   *
   * @throws CancellationException when cancelled
   */
  void forEach(int count, IntConsumer work) {
    var next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, count); i++) {
      running.add(pool.submit(() -> {
        for (int first = take(next, count); first < count; first = take(next, count)) {
          for (int piece = first; piece < first + run(count - first); piece++) {
            cancellation.check();
            work.accept(piece);
          }
        }
      }));
    }
    running.forEach(this::await);
  }

  private int take(AtomicInteger next, int count) {
    return next.getAndUpdate(first -> first < count ? first + run(count - first) : first);
  }

  /** Return how many of those that are left a thread takes: fewer towards the end, so that none waits long for the last. */
  private int run(int left) {
    return Math.clamp(left / (2 * threads), 1, LONGEST_RUN);
  }

  private void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      stopped.set(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("The sweep was interrupted.");
    } catch (ExecutionException e) {
      stopped.set(true);
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Stop what still runs. */
  @Override
  public void close() {
    stopped.set(true);
    pool.close();
  }
}
