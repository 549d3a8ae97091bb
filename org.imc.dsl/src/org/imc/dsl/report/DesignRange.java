package org.imc.dsl.report;

import java.util.Set;
import org.imc.engine.explore.Metric;

/** What designs are kept: those with some values of a choice, or with a figure between two bounds. */
public sealed interface DesignRange {

  /** Return whether a design lies in it. */
  boolean keeps(Explored.Priced design);

  /**
   * Some values of a choice.
   *
   * @param column of the design space
   * @param kept values of designs that are kept
   */
  record Values(int column, Set<String> kept) implements DesignRange {

    public Values {
      kept = Set.copyOf(kept);
    }

    @Override
    public boolean keeps(Explored.Priced design) {
      return kept.contains(design.design().values().get(column));
    }
  }

  /**
   * A figure between two bounds, which belong to it.
   *
   * @param metric the figure
   * @param low least, in its unit
   * @param high most, in its unit
   */
  record Figures(Metric metric, double low, double high) implements DesignRange {

    @Override
    public boolean keeps(Explored.Priced design) {
      double value = metric.of(design.cost());
      return value >= low && value <= high;
    }
  }
}
