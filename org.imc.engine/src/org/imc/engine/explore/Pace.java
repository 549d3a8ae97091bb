package org.imc.engine.explore;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How many designs to price at once: so many that handing them over is worth it, and so few that something is heard of them
 * every few seconds. Follows how long the last ones took.
 */
public final class Pace {

  private static final long SHORT_NS = 500_000_000L;
  private static final long LONG_NS = 2_000_000_000L;

  private final IntSupplier least;
  private final int most;
  private final LongSupplier clock;
  private int atOnce;

  /** Begin with the least. */
  public Pace(IntSupplier least, int most) {
    this(least, most, System::nanoTime);
  }

  /**
   * Begin with the least.
   *
   * @param clock ns
   */
  public Pace(IntSupplier least, int most, LongSupplier clock) {
    this.least = least;
    this.most = most;
    this.clock = clock;
    atOnce = least.getAsInt();
  }

  /** Return how many to price at once. */
  public int atOnce() {
    return atOnce;
  }

  /** Do some work, and take the time it needs into account. */
  public void time(Runnable work) {
    long begin = clock.getAsLong();
    work.run();
    long took = clock.getAsLong() - begin;
    if (took < SHORT_NS) {
      atOnce = Math.min(most, 2 * atOnce);
    } else if (took > LONG_NS) {
      atOnce = Math.max(least.getAsInt(), atOnce / 2);
    }
  }
}
