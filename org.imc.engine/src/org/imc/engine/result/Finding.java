package org.imc.engine.result;

import org.imc.engine.ElementId;

/**
 * Something an evaluation has to say about an element of the design, such as why a layer does not fit.
 *
 * @param severity how bad it is
 * @param code stable, dotted, lower case, such as {@code memory.too-small}
 * @param element what it is about
 * @param message name, value, bound, advice
 */
public record Finding(Severity severity, String code, ElementId element, String message) {

  /** How bad a finding is. */
  public enum Severity {
    /** There is no result for the element. */
    ERROR,
    /** There is a result, to be read with care. */
    WARNING
  }
}
