package org.imc.engine.result;

/**
 * One term of an area or a delay.
 *
 * @param name the field's word for it
 * @param value in the unit of the breakdown it belongs to; not negative
 */
public record NamedPart(String name, double value) {

  public NamedPart {
    if (!(value >= 0) || Double.isInfinite(value)) { // also refuses NaN
      throw new IllegalArgumentException("'%s' is %s. It must be finite and not negative.".formatted(name, value));
    }
  }
}
