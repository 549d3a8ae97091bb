package org.imc.dsl.prediction;

import java.util.List;
import java.util.Optional;

/**
 * A chip of the library with its published figures.
 *
 * @param name of its declaration
 * @param analog whether it is analog
 * @param node as published, nm
 * @param supplyV of the figures, V
 * @param source the citation
 * @param figures area, clock period and energy, as far as they are published
 * @param note why the model is known to miss some, as the chip's file says
 */
public record ValidatedChip(
    String name, boolean analog, double node, double supplyV, String source, List<ValidatedFigure> figures,
    Optional<String> note) {

  public ValidatedChip {
    figures = List.copyOf(figures);
  }

  /** Return a figure, if it is published. */
  public Optional<ValidatedFigure> figure(Figure figure) {
    return figures.stream().filter(each -> each.figure() == figure).findFirst();
  }
}
