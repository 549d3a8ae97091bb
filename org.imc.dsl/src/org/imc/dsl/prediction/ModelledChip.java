package org.imc.dsl.prediction;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.imc.engine.Engine;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.Calibration;

/**
 * A chip as the engine takes it, with its published figures.
 *
 * @param macro that models it
 * @param count how many of them the figures cover
 * @param published by figure, in its unit
 * @param knownActivity whether the sparsity of the measurement was published, so that the energy is evidence
 */
record ModelledChip(
    String name, double node, String source, Optional<String> note, Macro macro, long count,
    Map<Figure, Double> published, boolean knownActivity) {

  ModelledChip {
    published = new EnumMap<>(published);
  }

  boolean analog() {
    return macro instanceof AnalogMacro;
  }

  boolean isEvidence(Figure figure) {
    return figure != Figure.ENERGY || knownActivity;
  }

  /** Return the prediction over the published figure, under other constants. */
  double ratio(Figure figure, Calibration calibration) {
    return predicted(figure, calibration) / published.get(figure);
  }

  double predicted(Figure figure, Calibration calibration) {
    Macro calibrated = calibration.equals(Calibration.NONE) ? macro : calibration.apply(macro);
    return figure.predicted(Engine.macroCost(calibrated), count);
  }
}
