package org.imc.engine.result;

import java.util.List;

/** An area by its parts, mm². The total is computed from them, never stored. */
public record AreaBreakdown(List<NamedPart> parts) {

  public AreaBreakdown {
    parts = List.copyOf(parts);
  }

  /** Return the sum of all parts, mm². */
  public double totalMm2() {
    return NamedPart.sum(parts);
  }

  /** Return the part of this name, mm²; 0 when there is none. */
  public double mm2(String name) {
    return NamedPart.sum(parts, name);
  }
}
