package org.imc.engine.explore;

import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * How to run a sweep. Only the limit and {@code everything} change what is found.
 *
 * @param threads how many work at once
 * @param limit how many designs are looked at, spread evenly over the space; all when it is left out
 * @param everything whether designs are priced even when they cannot be on the front
 */
public record SweepPlan(int threads, OptionalLong limit, boolean everything) {

  public SweepPlan {
    if (threads < 1 || limit.isPresent() && limit.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "A sweep of %s designs by %d threads does nothing. Both must be at least 1.".formatted(limit, threads));
    }
  }

  /** Return how many designs are looked at. */
  long count(DesignSpace space) {
    return Math.min(space.size(), limit.orElse(Long.MAX_VALUE));
  }

  /** Return the number of the k-th design that is looked at. */
  long index(long k, DesignSpace space) {
    return BigInteger.valueOf(k).multiply(BigInteger.valueOf(space.size()))
        .divide(BigInteger.valueOf(count(space))).longValueExact();
  }
}
