package org.imc.engine;

import java.util.Set;

/**
 * Whether the weights of a network's layers stay in the bit cells from one inference to the next.
 *
 * @param free whether those layers may keep their weights of which nothing else is said, where that is best
 * @param resident the names of layers whose weights must stay
 * @param reloaded the names of layers whose weights must be loaded for every inference
 */
public record Weights(boolean free, Set<String> resident, Set<String> reloaded) {

  /** Every layer loads its weights anew. */
  public static final Weights RELOADED = new Weights(false, Set.of(), Set.of());

  /** Weights stay where that is best for the network as a whole. */
  public static final Weights RESIDENT = new Weights(true, Set.of(), Set.of());

  public Weights {
    resident = Set.copyOf(resident);
    reloaded = Set.copyOf(reloaded);
    if (resident.stream().anyMatch(reloaded::contains)) {
      throw new IllegalArgumentException("A layer's weights cannot both stay and be loaded anew: %s and %s.".formatted(resident, reloaded));
    }
  }

  /** Return whether the weights of any layer may stay. */
  public boolean anyMayStay() {
    return free || !resident.isEmpty();
  }

  /** Return whether the weights of a layer must stay. */
  public boolean mustStay(String layer) {
    return resident.contains(layer);
  }

  /** Return whether the weights of a layer may stay. */
  public boolean mayStay(String layer) {
    return mustStay(layer) || free && !reloaded.contains(layer);
  }
}
