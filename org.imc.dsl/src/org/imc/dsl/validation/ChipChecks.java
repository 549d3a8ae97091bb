package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.PartDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;

/** Chips: what was published against what the model predicts. */
public class ChipChecks extends ImcChecks {

  private static final List<EStructuralFeature> FIGURES = List.of(REPORTED_DECL__EFFICIENCY, REPORTED_DECL__THROUGHPUT,
      REPORTED_DECL__COMPUTE_DENSITY, REPORTED_DECL__AREA, REPORTED_DECL__POWER);

  /** By how much shares that are printed rounded may sum to more than 1. */
  private static final double ROUNDED = 0.02;

  @Inject private ChipPrediction.Factory predictions;

  /** Warn about a block of published figures that holds none. */
  @Check
  public void checkFiguresAreReported(ReportedDecl reported) {
    if (FIGURES.stream().noneMatch(reported::eIsSet)) {
      warning("This block reports no figure. Maybe add 'efficiency 15 TOPS/W'.", reported, null,
          IssueCodes.CHIP_UNREPORTED);
    }
  }

  /** Warn about parts that have more than all of the energy or the area, as when one is given twice. */
  @Check
  public void checkPartsAreNoMoreThanAll(ReportedDecl reported) {
    for (EReference figure : List.of(PART_DECL__ENERGY, PART_DECL__AREA)) {
      double sum = 0;
      for (PartDecl part : reported.getParts()) {
        var share = (QuantityDecl) part.eGet(figure);
        if (valid(share)) {
          sum += Quantities.value(share);
          if (sum > 1 + ROUNDED) {
            warning("The parts have %.4g times the '%s' of the chip, with that of '%s'. Maybe one is given twice, or holds others."
                    .formatted(sum, figure.getName(), part.getKind().getLiteral()),
                part, figure, IssueCodes.CHIP_PARTS);
            break;
          }
        }
      }
    }
  }

  /** Warn about a published figure that the model misses by more than the block tolerates. */
  @Check
  public void checkPredictionsMeetTheFigures(ChipDecl chip) {
    for (ReportedDecl reported : chip.getReported()) {
      if (!valid(reported.getTolerance())) {
        continue; // nothing is promised
      }
      Optional<ChipPrediction> prediction = predictions.of(chip, reported);
      prediction.ifPresent(p -> FIGURES.forEach(figure -> checkFigure(chip, reported, figure, p)));
    }
  }

  private void checkFigure(ChipDecl chip, ReportedDecl reported, EStructuralFeature figure, ChipPrediction prediction) {
    if (!(reported.eGet(figure) instanceof QuantityDecl published) || !valid(published)) {
      return;
    }
    double tolerance = Quantities.value(reported.getTolerance());
    prediction.of(figure).ifPresent(predicted -> {
      double ratio = predicted / Quantities.value(published);
      if (Math.abs(ratio - 1) > tolerance) {
        warning("The model predicts %.4g times the published '%s' of chip '%s', which tolerates a miss of %s. Maybe say why in 'note'."
                .formatted(ratio, Properties.keyword(figure), chip.getName(), Quantities.text(reported.getTolerance())),
            reported, figure, IssueCodes.CHIP_PREDICTION);
      }
    });
  }
}
