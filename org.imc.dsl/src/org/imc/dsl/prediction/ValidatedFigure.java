package org.imc.dsl.prediction;

import java.util.OptionalDouble;

/**
 * A published figure against its prediction.
 *
 * @param figure which one, and so the unit
 * @param published as reported
 * @param predicted by the model
 * @param heldOut by the model with its constants fitted again without this chip; empty where no other chip tells them
 * @param evidence whether it can tell the model's accuracy: an energy whose sparsity is unknown cannot
 */
public record ValidatedFigure(
    Figure figure, double published, double predicted, OptionalDouble heldOut, boolean evidence) {

  /** Return the prediction over the published figure. */
  public double ratio() {
    return predicted / published;
  }

  /** Return the held-out prediction over the published figure. */
  public OptionalDouble heldOutRatio() {
    return heldOut.isPresent() ? OptionalDouble.of(heldOut.getAsDouble() / published) : OptionalDouble.empty();
  }
}
