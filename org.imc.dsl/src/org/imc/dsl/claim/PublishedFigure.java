package org.imc.dsl.claim;

/**
 * A published figure.
 *
 * @param figure what was published
 * @param value how much it is, in the canonical unit of the figure
 */
public record PublishedFigure(PredictedFigure figure, double value) { }
