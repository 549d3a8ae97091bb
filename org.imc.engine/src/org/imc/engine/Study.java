package org.imc.engine;

import java.util.Map;
import java.util.Optional;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.Network;

/**
 * Ask one question: what does this network cost on this architecture, mapped for this objective?
 *
 * <p>A value: two equal studies have bit-identical evaluations, so a study is the key under which results are kept.
 *
 * @param constraints what is asked of the mappings, by the names of the layers; layers without one are free
 * @param activations where the tensors may live that the layers exchange
 * @param weights whether they stay in the cells from one inference to the next
 */
public record Study(ElementId id, Network network, Architecture architecture, Objective objective,
    Map<String, MappingConstraint> constraints, Activations activations, Weights weights) {

  public Study {
    constraints = Map.copyOf(constraints);
  }

  /** A study whose mappings and tensors are all free. */
  public Study(ElementId id, Network network, Architecture architecture, Objective objective) {
    this(id, network, architecture, objective, Map.of(), Activations.PLACED);
  }

  /** A study whose weights are loaded for every inference. */
  public Study(ElementId id, Network network, Architecture architecture, Objective objective,
      Map<String, MappingConstraint> constraints, Activations activations) {
    this(id, network, architecture, objective, constraints, activations, Weights.RELOADED);
  }

  /** Return what is asked of the mapping of a layer; nothing when it is free. */
  public Optional<MappingConstraint> constraint(String layer) {
    return Optional.ofNullable(constraints.get(layer));
  }
}
