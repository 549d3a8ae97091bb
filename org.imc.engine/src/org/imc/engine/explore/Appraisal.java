package org.imc.engine.explore;

import java.util.Optional;

/**
 * What is said of a design.
 *
 * @param cost what it costs, or bounds that it cannot beat; nothing when it is impossible, or nothing is known
 * @param obstacle why it is impossible; empty when it is not
 */
public record Appraisal(Optional<DesignCost> cost, String obstacle) {

  /** Says nothing. */
  public static final Appraisal UNKNOWN = new Appraisal(Optional.empty(), "");

  /** Say what a design costs, or bounds of that. */
  public static Appraisal of(DesignCost cost) {
    return new Appraisal(Optional.of(cost), "");
  }

  /** Say that a design is impossible, and why. */
  public static Appraisal impossible(String obstacle) {
    return new Appraisal(Optional.empty(), obstacle);
  }

  boolean isImpossible() {
    return !obstacle.isEmpty();
  }
}
