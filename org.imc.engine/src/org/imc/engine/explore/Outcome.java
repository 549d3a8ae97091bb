package org.imc.engine.explore;

import java.util.Optional;

/**
 * What became of a design in a sweep.
 *
 * @param index its number
 * @param status what was done with it
 * @param cost what it costs; nothing when it was not priced
 * @param reason why not, or which condition it misses; empty when there is nothing to say
 */
public record Outcome(long index, Status status, Optional<DesignCost> cost, String reason) {

  /** What was done with a design. */
  public enum Status {
    /** Priced exactly; it meets all conditions. */
    PRICED,
    /** Not priced: its bounds show that a priced design beats it. */
    BEATEN,
    /** It misses a condition; not always priced. */
    EXCLUDED,
    /** It contradicts itself, or a layer does not fit on it. */
    IMPOSSIBLE
  }

  static Outcome priced(long index, DesignCost cost) {
    return new Outcome(index, Status.PRICED, Optional.of(cost), "");
  }

  static Outcome beaten(long index) {
    return new Outcome(index, Status.BEATEN, Optional.empty(), "");
  }

  static Outcome excluded(long index, Optional<DesignCost> cost, String reason) {
    return new Outcome(index, Status.EXCLUDED, cost, reason);
  }

  static Outcome impossible(long index, String reason) {
    return new Outcome(index, Status.IMPOSSIBLE, Optional.empty(), reason);
  }
}
