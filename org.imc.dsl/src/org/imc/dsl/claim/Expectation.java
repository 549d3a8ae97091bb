package org.imc.dsl.claim;

import java.util.Optional;

/**
 * What must hold for a claim.
 *
 * @param left the figure that is compared
 * @param comparison how
 * @param value the number that it is compared with, in the canonical unit of the figure; with a second figure, how many
 *     times that is meant
 * @param right the second figure; nothing when the number stands alone
 */
public record Expectation(
    PredictedFigure left, Comparison comparison, double value, Optional<PredictedFigure> right) { }
