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
 * @param low68 what 16 % of the published figures lie below, over their predictions
 * @param high68 what 16 % of the published figures lie above, over their predictions
 */
public record Spread(
    int count, double meanMismatch, double medianFactor, double meanFactor, double within125, double within2,
    double low68, double high68) {

  private static final double TAIL = 0.16;

  /** Return the spread of some ratios of prediction over published figure; nothing when there are none. */
  public static Optional<Spread> of(List<Double> ratios) {
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    double[] factors = ratios.stream().mapToDouble(ratio -> Math.max(ratio, 1 / ratio)).sorted().toArray();
    double mismatch = 0;
    double logs = 0;
    for (double ratio : ratios) {
      mismatch += Math.abs(ratio - 1);
      logs += Math.abs(Math.log(ratio));
    }
    double[] published = ratios.stream().mapToDouble(ratio -> 1 / ratio).sorted().toArray();
    return Optional.of(new Spread(factors.length, mismatch / factors.length, quantile(factors, 0.5),
        Math.exp(logs / factors.length), share(factors, 1.25), share(factors, 2),
        quantile(published, TAIL), quantile(published, 1 - TAIL)));
  }

  /**
   * Return a quantile of sorted values, interpolated in their logarithms. Source: Hyndman, Fan, The American Statistician
   * 50(4), 1996, definition 6, which expects that share of further values below, not of these.
   */
  private static double quantile(double[] sorted, double share) {
    double position = Math.clamp(share * (sorted.length + 1) - 1, 0, sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] * Math.pow(sorted[above] / sorted[below], position - below);
  }

  private static double share(double[] factors, double most) {
    int within = 0;
    for (double factor : factors) {
      within += factor <= most ? 1 : 0;
    }
    return (double) within / factors.length;
  }
}
