package org.imc.dsl.prediction;

import java.util.Optional;

/**
 * What another supply does to a chip.
 *
 * @param chip its name
 * @param fromV one supply of a source, V
 * @param toV another, V
 * @param energy energy of a MAC at the second over that at the first
 * @param period clock period likewise, where it is published
 */
public record SupplyStep(String chip, double fromV, double toV, Change energy, Optional<Change> period) {

  /** A figure at one supply over that at another. */
  public record Change(double published, double predicted) {

    /** Return the prediction over what was published. */
    public double ratio() {
      return predicted / published;
    }
  }
}
