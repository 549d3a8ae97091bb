package org.imc.engine.arch;

import java.util.List;
import java.util.Optional;

/**
 * What stands between the multipliers of a digital macro, or the ADCs of an analog one, and the sum of an output.
 *
 * @param steps in order; none when the words of the ADCs leave the macro as they are. At most one accumulator
 */
public record ReadOutPath(List<ReadOutStep> steps) {

  /** No published read-out has as many; a bound on the work to price one. */
  public static final int MAX_STEPS = 32;

  /** No published output adds as many; a bound that keeps counts of adders in range. */
  public static final long MAX_NUMBERS = 1L << 30;

  public ReadOutPath {
    steps = List.copyOf(steps);
    if (steps.size() > MAX_STEPS) {
      throw new IllegalArgumentException(
          "A read-out of %d steps is outside the model. Maybe use at most %d.".formatted(steps.size(), MAX_STEPS));
    }
    long fanIn = 1;
    for (ReadOutStep step : steps) {
      fanIn *= step.fanIn();
      if (fanIn > MAX_NUMBERS) {
        throw new IllegalArgumentException(
            "A read-out that adds %d numbers or more is outside the model. Maybe use at most %d.".formatted(fanIn, MAX_NUMBERS));
      }
    }
    if (steps.stream().filter(ReadOutStep.Accumulator.class::isInstance).count() > 1) {
      throw new IllegalArgumentException("A read-out has two accumulators. Maybe make one of them logic.");
    }
  }

  /** Return the numbers that become one in all trees together. */
  public long fanIn() {
    long product = 1;
    for (ReadOutStep step : steps) {
      product *= step.fanIn();
    }
    return product;
  }

  /**
   * Say why this cannot stand behind the multipliers of a digital macro, or nothing when it can.
   *
   * <p>The trees first sum the inputs of a column, then the columns of a weight, the input bits of a cycle, or both. The input
   * bits of a cycle may be added before all else, weight by weight.
   *
   * @param inputs summed at once
   * @param weightBits columns of an output
   * @param parallelBits multipliers per column and input
   */
  public Optional<String> misfitBehindMultipliers(int inputs, int weightBits, int parallelBits) {
    if (inputs > 1 && parallelBits > 1 && !steps.isEmpty()
        && steps.getFirst() instanceof ReadOutStep.PlaceValue first && first.fanIn() == parallelBits) {
      return new ReadOutPath(steps.subList(1, steps.size())).misfitBehindMultipliers(inputs, weightBits, 1);
    }
    long sum = 1;
    for (ReadOutStep step : steps) {
      if (sum < inputs && step instanceof ReadOutStep.PlaceValue) {
        return Optional.of("adds place values where the %d inputs are to be summed first. Maybe start with a tree"
            .formatted(inputs));
      }
      if (sum < inputs && sum * step.fanIn() > inputs) {
        return Optional.of("adds %d numbers where the %d inputs are to be summed first. Maybe end a tree there"
            .formatted(sum * step.fanIn(), inputs));
      }
      sum *= step.fanIn();
    }
    if (sum % inputs != 0 || !isGroup(sum / inputs, weightBits, parallelBits)) {
      return Optional.of("adds %d numbers. Maybe add %s".formatted(sum, options(inputs, weightBits, parallelBits)));
    }
    return Optional.empty();
  }

  private static boolean isGroup(long group, int weightBits, int parallelBits) {
    return group == parallelBits || group == weightBits || group == (long) weightBits * parallelBits;
  }

  private static String options(int inputs, int weightBits, int parallelBits) {
    long wholeWeights = (long) inputs * parallelBits;
    return "%d (weight by weight) or %d (bit by bit)".formatted(wholeWeights, wholeWeights * weightBits);
  }

  /** Say why this cannot stand behind ADCs that give this many words per output, or nothing when it can. */
  public Optional<String> misfitBehindConverters(int words) {
    long sum = fanIn();
    return words % sum == 0
        ? Optional.empty()
        : Optional.of("adds %d numbers where the ADCs give %d per output. Maybe add %d".formatted(sum, words, words));
  }
}
