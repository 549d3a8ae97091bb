package org.imc.engine.explore;

import java.util.List;
import org.imc.engine.Weights;
import org.imc.engine.workload.Network;

/**
 * Ask which designs of a space are best.
 *
 * @param name shown to people
 * @param space the designs
 * @param networks at least one; designs are judged by one inference of each
 * @param metrics what they are judged by; one to four
 * @param limits what they must meet
 * @param weights whether those of the only network stay in the cells from one inference to the next
 */
public record Exploration(
    String name, DesignSpace space, List<Network> networks, List<Metric> metrics, List<Limit> limits, Weights weights) {

  private static final int MOST_METRICS = 4;

  public Exploration {
    networks = List.copyOf(networks);
    metrics = List.copyOf(metrics);
    limits = List.copyOf(limits);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("Exploration '%s' has no network. Maybe name one.".formatted(name));
    }
    if (metrics.isEmpty() || metrics.size() > MOST_METRICS) {
      throw new IllegalArgumentException("Exploration '%s' has %d figures to judge by. It must have 1 to %d."
          .formatted(name, metrics.size(), MOST_METRICS));
    }
    if (weights.anyMayStay() && networks.size() > 1) {
      throw new IllegalArgumentException("Weights cannot stay in the cells while other networks run: '%s' has %d. Maybe name one."
          .formatted(name, networks.size()));
    }
  }

  /** An exploration whose weights are loaded for every inference. */
  public Exploration(String name, DesignSpace space, List<Network> networks, List<Metric> metrics, List<Limit> limits) {
    this(name, space, networks, metrics, limits, Weights.RELOADED);
  }
}
