package org.imc.engine.result;

import java.util.List;

/** A critical path by its parts in series, ns. The total is computed from them, never stored. */
public record DelayBreakdown(List<NamedPart> parts) {

  public DelayBreakdown {
    parts = List.copyOf(parts);
  }

  /** Return the sum of all parts, ns. */
  public double totalNs() {
    return parts.stream().mapToDouble(NamedPart::value).reduce(0, Double::sum); // in order; sum() would compensate
  }

  /** Return the part of this name, ns; 0 when there is none. */
  public double ns(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).mapToDouble(NamedPart::value).reduce(0, Double::sum);
  }
}
