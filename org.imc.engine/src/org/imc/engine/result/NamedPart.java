package org.imc.engine.result;

import java.util.ArrayList;
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

  /** Return the sum of parts, in their unit. */
  static double sum(List<NamedPart> parts) {
    return parts.stream().mapToDouble(NamedPart::value).reduce(0, Double::sum); // in order; sum() would compensate
  }

  /** Return the sum of the parts of this name, in their unit; 0 when there is none. */
  static double sum(List<NamedPart> parts, String name) {
    return sum(parts.stream().filter(part -> part.name().equals(name)).toList());
  }

  /** Return parts of equal names as one, in order of first appearance. */
  public static List<NamedPart> merged(List<NamedPart> parts) {
    List<NamedPart> merged = new ArrayList<>(parts.size()); // a handful: a map would cost more than the model itself
    for (NamedPart part : parts) {
      int same = 0;
      while (same < merged.size() && !merged.get(same).name().equals(part.name())) {
        same++;
      }
      if (same == merged.size()) {
        merged.add(part);
      } else {
        merged.set(same, new NamedPart(part.name(), merged.get(same).value() + part.value()));
      }
    }
    return merged;
  }
}
