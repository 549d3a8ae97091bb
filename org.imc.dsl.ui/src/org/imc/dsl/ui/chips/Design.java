package org.imc.dsl.ui.chips;

import org.imc.dsl.survey.Normalisation;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.MacroCost;

/**
 * The macro under design, as it would stand in the survey: at its peak.
 *
 * @param name of the macro
 * @param cost what it costs
 * @param geometry its widths
 */
record Design(String name, MacroCost cost, MacroGeometry geometry) {

  static Design of(Evaluation evaluation) {
    var macro = evaluation.study().architecture().macro();
    return new Design(macro.name(), evaluation.macro(), macro.geometry());
  }

  double topsPerWatt(Normalisation normalisation) {
    return cost.topsPerWatt() * factor(normalisation);
  }

  double topsPerMm2(Normalisation normalisation) {
    return cost.topsPerMm2() * factor(normalisation);
  }

  private double factor(Normalisation normalisation) {
    return normalisation == Normalisation.ONE_BIT ? (double) geometry.weightBits() * geometry.activationBits() : 1;
  }
}
