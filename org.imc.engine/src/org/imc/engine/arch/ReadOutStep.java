package org.imc.engine.arch;

import java.util.OptionalDouble;

/**
 * One step of what an output's products, or the words of its ADCs, go through until they are a sum.
 *
 * <p>Units: widths in bits. A width that is left out follows from the step before.
 */
public sealed interface ReadOutStep {

  /** Return the numbers that become one. */
  default int fanIn() {
    return 1;
  }

  /** Return the bits that were given for what this step takes or, for a register or accumulator, holds. */
  OptionalDouble givenWidth();

  /** Return the share of its cells that switch in a cycle, where it differs from that of its kind. */
  OptionalDouble givenActivity();

  /**
   * Adder trees that sum numbers of equal weight.
   *
   * @param fanIn numbers that one tree adds
   * @param givenWidth bits of each
   */
  record Tree(int fanIn, OptionalDouble givenWidth, OptionalDouble givenActivity) implements ReadOutStep {
    public Tree {
      requireSane("tree", fanIn, givenWidth, givenActivity);
      if (givenWidth.isPresent() && givenWidth.getAsDouble() != Math.rint(givenWidth.getAsDouble())) {
        throw new IllegalArgumentException("An adder tree of %s bits cannot be. Maybe use %d bits."
            .formatted(givenWidth.getAsDouble(), Math.round(givenWidth.getAsDouble())));
      }
    }
  }

  /**
   * Place-value trees that sum numbers of weights 1, 2, 4 …
   *
   * @param fanIn numbers that one tree adds
   * @param givenWidth bits of each
   */
  record PlaceValue(int fanIn, OptionalDouble givenWidth, OptionalDouble givenActivity) implements ReadOutStep {
    public PlaceValue {
      requireSane("place-value tree", fanIn, givenWidth, givenActivity);
    }
  }

  /** Registers between two stages of a pipeline; they part the critical path. */
  record Register(OptionalDouble givenWidth, OptionalDouble givenActivity) implements ReadOutStep {
    public Register {
      requireSane("pipeline register", 1, givenWidth, givenActivity);
    }
  }

  /**
   * Shift accumulators over the cycles of an activation. What follows works once per activation.
   *
   * @param givenWidth bits of adder and register
   * @param givenInputWidth bits of the number that is added
   * @param outputsPerAccumulator outputs that share one, one after the other
   */
  record Accumulator(
      OptionalDouble givenWidth, OptionalDouble givenInputWidth, int outputsPerAccumulator,
      OptionalDouble givenActivity)
      implements ReadOutStep {
    public Accumulator {
      requireSane("accumulator", outputsPerAccumulator, givenWidth, givenActivity);
      if (givenWidth.isPresent() && !(givenInputWidth.orElse(1) <= givenWidth.getAsDouble())) {
        throw new IllegalArgumentException("An accumulator of %s bits cannot take inputs of %s bits. Its input must not be wider."
            .formatted(givenWidth.getAsDouble(), givenInputWidth.orElse(1)));
      }
    }
  }

  private static void requireSane(String what, int count, OptionalDouble width, OptionalDouble activity) {
    if (count < 1) {
      throw new IllegalArgumentException("The %s of a read-out has %d inputs. It must have at least 1.".formatted(what, count));
    }
    if (!(width.orElse(1) >= 1 && width.orElse(1) <= MAX_WIDTH)) { // also refuses NaN
      throw new IllegalArgumentException("The %s of a read-out has %s bits. Maybe use 1 to %d."
          .formatted(what, width.getAsDouble(), MAX_WIDTH));
    }
    if (!Activity.isShare(activity.orElse(1))) {
      throw new IllegalArgumentException("The activity of the %s of a read-out is %s. It must be between 0 and 1."
          .formatted(what, activity.getAsDouble()));
    }
  }

  /** No published read-out is wider; a bound that keeps counts of adders sane. */
  int MAX_WIDTH = 1024;
}
