package org.imc.dsl.prediction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.engine.cost.Calibration;

/**
 * A chip as the engine takes it, with its published figures.
 *
 * @param prediction with the constants as published
 * @param published by figure, in its unit
 * @param energyIsEvidence whether the energy can tell the model's accuracy
 */
record ModelledChip(
    String name, double node, String source, Optional<String> note, ChipPrediction prediction,
    Map<Figure, Double> published, boolean energyIsEvidence) {

  ModelledChip {
    published = new EnumMap<>(published);
  }

  boolean analog() {
    return prediction.isAnalog();
  }

  boolean isEvidence(Figure figure) {
    return figure != Figure.ENERGY || energyIsEvidence;
  }

  /** Return the prediction over the published figure, under other constants. */
  double ratio(Figure figure, Calibration calibration) {
    return predicted(figure, calibration) / published.get(figure);
  }

  double predicted(Figure figure, Calibration calibration) {
    return figure.predicted(prediction.with(calibration));
  }

  /** Return what is published against what is predicted: with the constants as published, fitted, and held out. */
  ValidatedChip validated(
      Function<Figure, Optional<Calibration>> fitted, Function<Figure, Optional<Calibration>> heldOut) {
    List<ValidatedFigure> figures = published.entrySet().stream()
        .map(entry -> new ValidatedFigure(entry.getKey(), entry.getValue(), predicted(entry.getKey(), Calibration.NONE),
            predicted(entry.getKey(), fitted.apply(entry.getKey())),
            predicted(entry.getKey(), heldOut.apply(entry.getKey())), isEvidence(entry.getKey())))
        .toList();
    return new ValidatedChip(name, analog(), node, prediction.macro().supplyV(), source, figures, note);
  }

  private OptionalDouble predicted(Figure figure, Optional<Calibration> constants) {
    return constants.isPresent() ? OptionalDouble.of(predicted(figure, constants.get())) : OptionalDouble.empty();
  }
}
