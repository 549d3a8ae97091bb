package org.imc.dsl.report;

import java.util.List;
import java.util.Optional;
import org.imc.engine.explore.Comparison;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Sensitivity;
import org.imc.engine.explore.SweepResult;

/**
 * An answered exploration, with what reports show of it.
 *
 * @param result the answer
 * @param sample designs that were priced, by their numbers: all of them, or the front and as many others as a page can show
 * @param sensitivity around the best design by the first figure; nothing when there is no design
 * @param comparison of two designs, where one was asked for
 */
public record Explored(
    SweepResult result, List<Priced> sample, Optional<Sensitivity> sensitivity, Optional<Comparison> comparison) {

  /**
   * A priced design.
   *
   * @param design the design
   * @param cost what it costs
   */
  public record Priced(Design design, DesignCost cost) { }

  public Explored {
    sample = List.copyOf(sample);
  }

  /** Return the designs of the front, in the order of their numbers. */
  public List<Priced> front() {
    return result.front().stream()
        .map(entry -> new Priced(result.exploration().space().design(entry.index()), entry.cost())).toList();
  }
}
