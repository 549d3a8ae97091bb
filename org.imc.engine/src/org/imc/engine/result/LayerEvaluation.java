package org.imc.engine.result;

import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.workload.Layer;
import org.jspecify.annotations.Nullable;

/**
 * What one layer costs.
 *
 * @param layer the layer
 * @param architecture as the layer sees it: its operands' ways end at the memories where the tensors live that it exchanges
 *     with other layers, and the others take no room
 * @param mapping how it runs; null for a layer that is only moved through the memories
 * @param energy pJ by part
 * @param latency cycles by part
 * @param spatialUtilization share of the multipliers that work while the array computes, 0 to 1
 * @param bounds what no mapping can beat
 * @param search how the mapping was found; null where none was sought
 */
public record LayerEvaluation(
    Layer layer,
    Architecture architecture,
    @Nullable Mapping mapping,
    EnergyBreakdown energy,
    LatencyBreakdown latency,
    double spatialUtilization,
    LowerBounds bounds,
    @Nullable SearchReport search) {

  /** Return the same of another layer, which costs the same. */
  public LayerEvaluation of(Layer equal) {
    return new LayerEvaluation(equal, architecture, mapping, energy, latency, spatialUtilization, bounds, search);
  }

  /** Return the effective efficiency, TOPS/W; 0 for a layer without multiply-accumulates. */
  public double topsPerWatt() {
    return layer.macs() == 0 ? 0 : 2.0 * layer.macs() / energy.totalPj();
  }
}
