package org.imc.engine.result;

import java.util.LinkedHashMap;
import java.util.List;

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

  /** Return parts of equal names as one, in order of first appearance. */
  public static List<NamedPart> merged(List<NamedPart> parts) {
    var sums = new LinkedHashMap<String, Double>();
    parts.forEach(part -> sums.merge(part.name(), part.value(), Double::sum));
    return sums.entrySet().stream().map(e -> new NamedPart(e.getKey(), e.getValue())).toList();
  }
}
