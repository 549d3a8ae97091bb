package org.imc.dsl.prediction;

import java.util.List;
import java.util.Optional;

/**
 * How far predictions are from what was published. A factor is the larger of a ratio and its inverse, at least 1.
 *
 * @param count how many
 * @param meanMismatch mean of |ratio - 1|
 * @param medianFactor the median of the factors
 * @param meanFactor their geometric mean
 * @param within125 share of factors of at most 1.25
 * @param within2 share of factors of at most 2
 */
public record Spread(
    int count, double meanMismatch, double medianFactor, double meanFactor, double within125, double within2) {

  /** Return the spread of some ratios of prediction over published figure; nothing when there are none. */
  public static Optional<Spread> of(List<Double> ratios) {
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    double[] factors = ratios.stream().mapToDouble(ratio -> Math.max(ratio, 1 / ratio)).sorted().toArray();
    int middle = factors.length / 2;
    double median = factors.length % 2 == 1 ? factors[middle] : Math.sqrt(factors[middle - 1] * factors[middle]);
    double mismatch = 0;
    double logs = 0;
    for (double ratio : ratios) {
      mismatch += Math.abs(ratio - 1);
      logs += Math.abs(Math.log(ratio));
    }
    return Optional.of(new Spread(factors.length, mismatch / factors.length, median, Math.exp(logs / factors.length),
        share(factors, 1.25), share(factors, 2)));
  }

  private static double share(double[] factors, double most) {
    int within = 0;
    for (double factor : factors) {
      within += factor <= most ? 1 : 0;
    }
    return (double) within / factors.length;
  }
}
