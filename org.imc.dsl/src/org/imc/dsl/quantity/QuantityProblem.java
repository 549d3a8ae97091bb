package org.imc.dsl.quantity;

import org.imc.model.imc.QuantityDecl;

/**
 * Why a quantity has no value.
 *
 * @param place the part at fault
 * @param kind what is wrong with it
 * @param message words for people
 */
public record QuantityProblem(QuantityDecl place, Kind kind, String message) {

  /** What can be wrong with a part of a quantity. */
  public enum Kind {
    UNKNOWN_UNIT, DIMENSIONS_DIFFER, DIVISION_BY_ZERO, CIRCLE, NO_PROPERTY
  }
}
