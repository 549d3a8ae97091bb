package org.imc.dsl.prediction;

import java.util.OptionalDouble;

/**
 * A published figure against its prediction.
 *
 * @param figure which one, and so the unit
 * @param published as reported
 * @param predicted by the model with its constants as published
 * @param fitted with constants fitted to all chips; empty where none tell them
 * @param heldOut with constants fitted to all chips but this one; empty where no other chip tells them
 * @param evidence whether it can tell the model's accuracy: an energy whose sparsity is unknown cannot
 */
public record ValidatedFigure(
    Figure figure, double published, double predicted, OptionalDouble fitted, OptionalDouble heldOut, boolean evidence) {

  /** Return the prediction over the published figure. */
  public double ratio() {
    return predicted / published;
  }

  /** Return the held-out prediction over the published figure. */
  public OptionalDouble heldOutRatio() {
    return ratio(Constants.HELD_OUT);
  }

  /** Return the prediction with some constants over the published figure. */
  public OptionalDouble ratio(Constants constants) {
    OptionalDouble value = switch (constants) {
      case PUBLISHED -> OptionalDouble.of(predicted);
      case FITTED -> fitted;
      case HELD_OUT -> heldOut;
    };
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / published) : value;
  }
}
