package org.imc.engine.result;

import java.util.List;

/** A critical path by its parts in series, ns. The total is computed from them, never stored. */
public record DelayBreakdown(List<NamedPart> parts) {

  public DelayBreakdown {
    parts = List.copyOf(parts);
  }

  /** Return the sum of all parts, ns. */
  public double totalNs() {
    return NamedPart.sum(parts);
  }

  /** Return the part of this name, ns; 0 when there is none. */
  public double ns(String name) {
    return NamedPart.sum(parts, name);
  }
}
