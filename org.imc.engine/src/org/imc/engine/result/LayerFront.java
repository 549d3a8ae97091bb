package org.imc.engine.result;

import java.util.List;
import org.imc.engine.workload.MacLayer;

/**
 * All trade-offs of energy and latency that a layer's mappings offer.
 *
 * <p>A mapping is on the front when no other of the space needs less of one and no more of the other. Of those that need
 * equally much of both, one is here.
 *
 * @param layer the layer
 * @param points the fastest first: energy falls from point to point, latency rises
 */
public record LayerFront(MacLayer layer, List<LayerEvaluation> points) {

  public LayerFront {
    points = List.copyOf(points);
  }
}
