package org.imc.dsl.prediction;

import java.util.List;
import java.util.OptionalDouble;
import org.imc.engine.cost.Calibration;

/**
 * Predict a chip with constants that it had no part in.
 *
 * <p>For each figure of a style one constant is scaled: of digital chips the gate's area, delay or capacitance; of analog
 * chips the ADC's area, conversion time or energy. Its factor is the one with the least sum of squared logarithms of
 * predicted over published among all other chips of that style whose figure is evidence. The other constants stay: among
 * them the shape of the ADC's laws, which the authors fitted to the analog chips by hand.
 */
final class HeldOut {

  private static final double LEAST_LOG = -4;
  private static final double MOST_LOG = 4;
  private static final int STEPS = 80;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private HeldOut() { }

  /** Return the prediction for a chip; nothing when no other chip tells the constant. */
  static OptionalDouble predict(ModelledChip chip, Figure figure, List<ModelledChip> all) {
    List<ModelledChip> others = all.stream()
        .filter(other -> other != chip && other.analog() == chip.analog()
            && other.published().containsKey(figure) && other.isEvidence(figure))
        .toList();
    if (others.isEmpty()) {
      return OptionalDouble.empty();
    }
    double factor = fit(others, figure, chip.analog());
    return OptionalDouble.of(chip.predicted(figure, calibration(figure, chip.analog(), factor)));
  }

  /** Return the factor of the least squares, by golden sections: the sum has one minimum, since figures grow with it. */
  private static double fit(List<ModelledChip> chips, Figure figure, boolean analog) {
    double low = LEAST_LOG;
    double high = MOST_LOG;
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (squares(chips, figure, analog, left) <= squares(chips, figure, analog, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double squares(List<ModelledChip> chips, Figure figure, boolean analog, double logFactor) {
    Calibration calibration = calibration(figure, analog, Math.exp(logFactor));
    double sum = 0;
    for (ModelledChip chip : chips) {
      double log = Math.log(chip.ratio(figure, calibration));
      sum += log * log;
    }
    return sum;
  }

  private static Calibration calibration(Figure figure, boolean analog, double factor) {
    return switch (figure) {
      case AREA -> analog ? new Calibration(1, 1, 1, factor, 1, 1) : new Calibration(factor, 1, 1, 1, 1, 1);
      case CLOCK -> analog ? new Calibration(1, 1, 1, 1, factor, 1) : new Calibration(1, factor, 1, 1, 1, 1);
      case ENERGY -> analog ? new Calibration(1, 1, 1, 1, 1, factor) : new Calibration(1, 1, factor, 1, 1, 1);
    };
  }
}
