package org.imc.engine.certificate;

import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.result.SearchReport;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed of one layer.
 *
 * @param layer its name
 * @param hash of the layer and of what is asked of its mapping; see {@link ContentHash}
 * @param mapping how it runs; null for a layer that is only moved through the memories
 * @param energy by part
 * @param energyPj in all
 * @param latency by part
 * @param latencyCycles in all
 * @param bounds what no mapping can beat
 * @param search how the mapping was found; null where none was sought
 */
public record LayerCertificate(String layer, String hash, @Nullable Mapping mapping, EnergyBreakdown energy, double energyPj,
    LatencyBreakdown latency, double latencyCycles, LowerBounds bounds, @Nullable SearchReport search) { }
