package org.imc.dsl.survey;

import org.imc.model.imc.ReportedQuality;
import org.imc.model.imc.ScopeKind;
import org.jspecify.annotations.Nullable;

/**
 * Figures that one source reports at one condition; numbers are NaN where it does not tell.
 *
 * @param source who reports them, and where
 * @param quality how they were obtained
 * @param scope what they cover
 * @param supplyV supply, V
 * @param clockMhz clock, MHz
 * @param weightBits width of the weights
 * @param activationBits width of the activations
 * @param normalisedBits width n that throughput, efficiency and density are equivalents at; NaN when they are not
 * @param sparsity share of zero bits
 * @param tops throughput as written, TOPS
 * @param topsPerWatt efficiency as written, TOPS/W
 * @param topsPerMm2 compute density as written, TOPS/mm²; of throughput and area where they alone are given
 * @param areaMm2 area, mm²
 * @param powerMw power, mW
 * @param note what else must be known
 */
public record SurveyFigures(
    @Nullable String source, @Nullable ReportedQuality quality, ScopeKind scope, double supplyV, double clockMhz,
    double weightBits, double activationBits, double normalisedBits, double sparsity, double tops, double topsPerWatt,
    double topsPerMm2, double areaMm2, double powerMw, @Nullable String note) {

  /** Return weight width times activation width, bit²; NaN unless both are told. */
  public double precision() {
    return weightBits * activationBits;
  }

  /** Return what turns a figure as written into one of a normalisation; NaN where the widths would be needed. */
  double factor(Normalisation normalisation) {
    double equivalent = normalisedBits * normalisedBits;
    return switch (normalisation) {
      case MEASURED -> Double.isNaN(normalisedBits) ? 1 : equivalent / precision();
      case ONE_BIT -> Double.isNaN(normalisedBits) ? precision() : equivalent;
    };
  }
}
