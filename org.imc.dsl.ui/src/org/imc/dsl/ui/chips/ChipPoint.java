package org.imc.dsl.ui.chips;

import org.imc.dsl.report.Figures;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyRow;

/**
 * A point of the plot.
 *
 * @param row what it stands for
 * @param topsPerMm2 to the right
 * @param topsPerWatt upwards
 */
record ChipPoint(SurveyRow row, double topsPerMm2, double topsPerWatt) {

  static ChipPoint of(SurveyRow row, Normalisation normalisation) {
    return new ChipPoint(row, row.topsPerMm2(normalisation), row.topsPerWatt(normalisation));
  }

  /** Return whether both figures are known. */
  boolean isComplete() {
    return topsPerMm2 > 0 && topsPerWatt > 0;
  }

  /** Return what is said of it. */
  String description() {
    return "%s: %s TOPS/W, %s TOPS/mm², %s nm, %s\n%s".formatted(row.chip().name(), Figures.plain(topsPerWatt),
        Figures.plain(topsPerMm2), Figures.plain(row.chip().nodeNm()), Figures.fixed(row.chip().year(), 0),
        row.chip().citation());
  }
}
