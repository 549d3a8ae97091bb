package org.imc.engine.result;

import java.util.List;

/** An area by its parts, mm². The total is computed from them, never stored. */
public record AreaBreakdown(List<NamedPart> parts) {

  public AreaBreakdown {
    parts = List.copyOf(parts);
  }

  /** Return the sum of all parts, mm². */
  public double totalMm2() {
    return parts.stream().mapToDouble(NamedPart::value).reduce(0, Double::sum); // in order; sum() would compensate
  }

  /** Return the part of this name, mm²; 0 when there is none. */
  public double mm2(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).mapToDouble(NamedPart::value).reduce(0, Double::sum);
  }
}
