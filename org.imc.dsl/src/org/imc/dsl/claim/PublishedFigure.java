package org.imc.dsl.claim;

import java.util.List;

/**
 * A published figure.
 *
 * @param figures what was published, as one or more studies predict it
 * @param value how much it is, in the canonical unit of the figures
 */
public record PublishedFigure(List<PredictedFigure> figures, double value) {

  public PublishedFigure {
    figures = List.copyOf(figures);
  }

  /** Return what is measured. */
  public Metric metric() {
    return figures.getFirst().metric();
  }
}
