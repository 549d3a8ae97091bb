package org.imc.dsl.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.cost.Calibration;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.PartDecl;
import org.imc.model.imc.PartKind;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a chip has of a figure, 0 to 1.
 *
 * @param chip its name
 * @param supplyV of the figures, V
 * @param figure energy or area
 * @param part which
 * @param published as reported
 * @param predicted by the model with its constants as published
 * @param fitted with constants fitted to the published macros
 */
public record PartShare(
    String chip, double supplyV, Figure figure, PartKind part, double published, double predicted, double fitted) {

  /** Return the shares that a chip's blocks publish and its macro predicts. */
  static List<PartShare> of(ChipDecl chip, ChipPrediction.Factory predictions, ChipSet macros) {
    var shares = new ArrayList<PartShare>();
    for (ReportedDecl reported : chip.getReported()) {
      if (!reported.getParts().isEmpty()) {
        predictions.of(chip, reported).ifPresent(prediction -> reported.getParts().forEach(part -> {
          add(shares, chip, prediction, Figure.ENERGY, part, part.getEnergy(), macros);
          add(shares, chip, prediction, Figure.AREA, part, part.getArea(), macros);
        }));
      }
    }
    return shares;
  }

  private static void add(List<PartShare> shares, ChipDecl chip, ChipPrediction prediction, Figure figure, PartDecl part,
      @Nullable QuantityDecl published, ChipSet macros) {
    if (published != null && Quantities.isValid(published)) {
      Optional<Calibration> constants = macros.fitted(figure, prediction.isAnalog());
      shares.add(new PartShare(chip.getName(), prediction.macro().supplyV(), figure, part.getKind(), Quantities.value(published),
          share(prediction, figure, part.getKind()),
          share(prediction.with(constants.orElse(Calibration.NONE)), figure, part.getKind())));
    }
  }

  private static double share(ChipPrediction prediction, Figure figure, PartKind part) {
    return figure == Figure.ENERGY ? prediction.energyShare(part) : prediction.areaShare(part);
  }
}
