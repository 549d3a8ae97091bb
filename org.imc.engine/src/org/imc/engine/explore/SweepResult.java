package org.imc.engine.explore;

import java.util.List;
import java.util.Map;

/**
 * The answer to an exploration.
 *
 * @param exploration the question
 * @param front the designs that no other beats, by their numbers; complete for the designs that were looked at
 * @param looked how many designs that were
 * @param counts how many of them became what
 */
public record SweepResult(
    Exploration exploration, List<ParetoFront.Entry> front, long looked, Map<Outcome.Status, Long> counts) {

  public SweepResult {
    front = List.copyOf(front);
    counts = Map.copyOf(counts);
  }

  /** Return how many designs became this. */
  public long count(Outcome.Status status) {
    return counts.getOrDefault(status, 0L);
  }
}
