package org.imc.dsl.prediction;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.cost.Calibration;
import org.imc.engine.cost.Calibration.Constant;

/**
 * Constants with which a figure of published chips is predicted best.
 *
 * <p>The factors on the constants that have the least sum of absolute logarithms of predicted over published: the median is
 * what they are after, and single chips far off, of which the survey has several, hardly move it. The kink at 0 is rounded
 * off over 0.1, so that there is one minimum. Each constant is believed to be within a factor of 4 of the published one (one
 * standard deviation of a logarithm, as are the converters of Murmann's survey): what the chips do not tell stays as it is.
 *
 * <p>Deterministic, by compass search: from the published constants each one is moved up and down in turn for as long as that
 * helps; then the step is halved. Source: Kolda, Lewis, Torczon, SIAM Review 45(3), 2003. The rounded absolute value:
 * Charbonnier et al., IEEE Trans. Image Processing 6(2), 1997.
 */
final class Fit {

  private static final double ROUNDED_OVER = 0.1;
  private static final double BELIEF = Math.log(4);
  private static final double FIRST_STEP = 1;
  private static final double LAST_STEP = 1e-5;

  private final List<ModelledChip> chips;
  private final Figure figure;
  private final List<Constant> constants;

  private Fit(List<ModelledChip> chips, Figure figure, List<Constant> constants) {
    this.chips = chips;
    this.figure = figure;
    this.constants = constants;
  }

  /** Return the constants of a figure, fitted to chips of one style that have it published. */
  static Calibration of(List<ModelledChip> chips, Figure figure, boolean analog) {
    return new Fit(chips, figure, figure.fitted(analog)).search();
  }

  private Calibration search() {
    double[] logs = new double[constants.size()];
    double least = misfit(logs);
    for (double step = FIRST_STEP; step > LAST_STEP; ) {
      double before = least;
      for (int i = 0; i < logs.length; i++) {
        for (double move : new double[] {step, -step}) {
          double[] moved = Arrays.copyOf(logs, logs.length);
          moved[i] += move;
          double misfit = misfit(moved);
          if (misfit < least) {
            least = misfit;
            logs = moved;
          }
        }
      }
      step = least < before ? step : step / 2;
    }
    return calibration(logs);
  }

  private double misfit(double[] logs) {
    Calibration calibration = calibration(logs);
    double sum = 0;
    for (ModelledChip chip : chips) {
      sum += Math.hypot(Math.log(chip.ratio(figure, calibration)), ROUNDED_OVER);
    }
    for (double log : logs) {
      double deviation = log / BELIEF;
      sum += deviation * deviation / 2;
    }
    return sum;
  }

  private Calibration calibration(double[] logs) {
    Map<Constant, Double> factors = new EnumMap<>(Constant.class);
    for (int i = 0; i < logs.length; i++) {
      factors.put(constants.get(i), Math.exp(logs[i]));
    }
    return new Calibration(factors);
  }
}
