package org.imc.engine.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of steps in time that may stand for another one, which has few divisors: a dimension of 7 steps can only stay
 * together or be taken one by one, but 8 can be halved, at an eighth more work.
 */
public final class PaddedSteps {

  /** A number with more divisors than this is not padded. */
  public static final int FEW_DIVISORS = 4;

  /** A number grows by at most a seventh of itself. */
  private static final long SHARE = 7;
  /** And by no more than this, which bounds the work that numbers without end ask for. */
  private static final long MOST = 64;

  private PaddedSteps() { }

  /**
   * Return what a number of steps may be padded to, rising, without the number itself: every number up to 8/7 of it, and up
   * to 64 more, that has more divisors than all from it on; none if it has more than {@link #FEW_DIVISORS} itself.
   */
  public static List<Long> of(long steps) {
    int most = divisors(steps, FEW_DIVISORS);
    List<Long> padded = new ArrayList<>();
    if (most <= FEW_DIVISORS) {
      for (long more = steps + 1; more - steps <= Math.min(MOST, steps / SHARE); more++) {
        int divisors = divisors(more, Integer.MAX_VALUE);
        if (divisors > most) {
          most = divisors;
          padded.add(more);
        }
      }
    }
    return padded;
  }

  /** Return the number of divisors; some larger number when there are more than a limit. */
  private static int divisors(long number, int limit) {
    int count = 1;
    long rest = number;
    for (long prime = 2; prime * prime <= rest && count <= limit; prime++) {
      int power = 1;
      for (; rest % prime == 0; rest /= prime) {
        power++;
      }
      count *= power;
    }
    return rest > 1 ? 2 * count : count;
  }
}
