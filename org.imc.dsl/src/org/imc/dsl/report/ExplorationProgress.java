package org.imc.dsl.report;

import java.time.Duration;
import java.util.Locale;
import org.imc.engine.explore.SweepListener.State;

/** How far a sweep is, in words. */
public final class ExplorationProgress {

  /** A time that is as good as never. */
  private static final Duration LONGEST = Duration.ofDays(999);

  private ExplorationProgress() { }

  /** Say how far a sweep is after some seconds: rate and remaining time are those of the designs decided so far. */
  public static String words(String name, State state, double seconds) {
    double rate = state.done() / Math.max(seconds, 1e-3);
    long remaining = (long) ((state.total() - state.done()) / Math.max(rate, 1e-9));
    Duration left = Duration.ofSeconds(Math.min(remaining, LONGEST.toSeconds()));
    return String.format(Locale.ROOT, "%s: %d of %d designs, %.1f/s, %s left, %d on the front",
        name, state.done(), state.total(), rate, left.toString().substring(2).toLowerCase(Locale.ROOT), state.front());
  }
}
