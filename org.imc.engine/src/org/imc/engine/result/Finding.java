package org.imc.engine.result;

import java.util.Optional;
import org.imc.engine.ElementId;

/**
 * Something an evaluation has to say about an element of the design, such as why a layer does not fit.
 *
 * @param severity how bad it is
 * @param code stable, dotted, lower case, such as {@code memory.too-small}
 * @param element what it is about
 * @param message name, value, bound, advice
 * @param remedy what would mend it, where a single value does
 */
public record Finding(Severity severity, String code, ElementId element, String message, Optional<Remedy> remedy) {

  /** How bad a finding is. */
  public enum Severity {
    /** There is no result for the element. */
    ERROR,
    /** There is a result, to be read with care. */
    WARNING
  }

  /**
   * A property of the element and the least or only value that mends it.
   *
   * @param property such as {@code size}
   * @param value with its unit, such as {@code 72 bit}
   */
  public record Remedy(String property, String value) { }

  /** A finding that no single value mends. */
  public Finding(Severity severity, String code, ElementId element, String message) {
    this(severity, code, element, message, Optional.empty());
  }
}
