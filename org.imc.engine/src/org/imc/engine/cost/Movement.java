package org.imc.engine.cost;

import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.workload.MacLayer;

/**
 * What a mapped layer moves, with what that costs and how long all of it takes: everything that does not depend on what the
 * array's activations cost, nor on what leaks.
 *
 * @param counts of all accesses
 * @param energy of the memories, one part for each stream
 * @param latency in cycles; its clock period is 0
 */
public record Movement(AccessCounts counts, List<EnergyPart> energy, LatencyBreakdown latency) {

  /** Return what a mapping moves. */
  public static Movement of(Architecture architecture, MacLayer layer, Mapping mapping) {
    AccessCounts counts = AccessCounts.of(architecture, layer, mapping);
    return new Movement(counts, MemoryCost.energy(architecture.memories(), counts.traffic()),
        LatencyModel.of(architecture, layer, mapping.spatial(), counts, 0));
  }
}
