package org.imc.engine;

import java.time.Duration;

/**
 * How much a search may cost before it ends with the best mapping that it knows, and says how far from the optimum that is
 * at most.
 *
 * <p>Steps make the same answer on every machine and for any number of threads. Time does not: it ends a search wherever
 * the machine has come to. Neither ends it before it knows a mapping and a bound of all.
 *
 * @param stepsPerLayer how many steps each layer may take; a step is a state or a partial mapping looked at
 * @param time how long all layers may take together; each gets its share of what is left when it begins
 */
public record Budget(long stepsPerLayer, Duration time) {

  /** Every search goes on until its answer is proven. */
  public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE));

  private static final Duration LEAST = Duration.ofNanos(1);

  public Budget {
    if (stepsPerLayer < 1 || time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(
          "A budget of %d steps and %s allows no search. Both must be more than 0.".formatted(stepsPerLayer, time));
    }
  }

  /** Return a budget of so many steps for each layer. */
  public static Budget ofSteps(long perLayer) {
    return new Budget(perLayer, UNLIMITED.time);
  }

  /** Return a budget of so much time for all layers. */
  public static Budget ofTime(Duration time) {
    return new Budget(UNLIMITED.stepsPerLayer, time);
  }

  /**
   * Return one of some equal shares of the time that is left; next to nothing when none is.
   *
   * @param spent time that is gone
   * @param shares at least 1
   */
  public Budget share(Duration spent, int shares) {
    if (!limitsTime()) {
      return this;
    }
    Duration share = time.minus(spent).dividedBy(shares);
    return new Budget(stepsPerLayer, share.compareTo(LEAST) < 0 ? LEAST : share);
  }

  /** Return whether it limits the time. */
  public boolean limitsTime() {
    return !time.equals(UNLIMITED.time);
  }
}
