package org.imc.dsl.survey;

/**
 * A row of the survey: one chip as one source reports it at one condition.
 *
 * @param chip what was built
 * @param figures what is reported of it
 */
public record SurveyRow(SurveyChip chip, SurveyFigures figures) {

  /** Return the throughput, TOPS; NaN where it is not known. */
  public double tops(Normalisation normalisation) {
    return figures.tops() * figures.factor(normalisation);
  }

  /** Return the energy efficiency, TOPS/W; NaN where it is not known. */
  public double topsPerWatt(Normalisation normalisation) {
    return figures.topsPerWatt() * figures.factor(normalisation);
  }

  /** Return the compute density, TOPS/mm²; NaN where it is not known. */
  public double topsPerMm2(Normalisation normalisation) {
    return figures.topsPerMm2() * figures.factor(normalisation);
  }
}
