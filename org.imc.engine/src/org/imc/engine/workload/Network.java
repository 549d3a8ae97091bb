package org.imc.engine.workload;

import java.util.HashSet;
import java.util.List;
import org.imc.engine.ElementId;

/**
 * A neural network: layers in an order in which every layer stands behind its predecessors.
 *
 * @param id the element of the source
 * @param name the name shown to people
 * @param layers at least one, with distinct names
 */
public record Network(ElementId id, String name, List<Layer> layers) {

  public Network {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("Network '%s' has no layer.".formatted(name));
    }
    var seen = new HashSet<String>();
    for (Layer layer : layers) {
      for (String predecessor : layer.predecessors()) {
        if (!seen.contains(predecessor)) {
          throw new IllegalArgumentException("Layer '%s' of network '%s' reads '%s', which does not stand before it."
              .formatted(layer.name(), name, predecessor));
        }
      }
      if (!seen.add(layer.name())) {
        throw new IllegalArgumentException("Network '%s' has two layers named '%s'.".formatted(name, layer.name()));
      }
    }
  }

  /** Return the multiply-accumulate operations of one inference. */
  public long macs() {
    return layers.stream().mapToLong(Layer::macs).reduce(0, Math::addExact);
  }
}
