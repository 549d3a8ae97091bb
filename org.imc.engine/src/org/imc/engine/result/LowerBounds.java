package org.imc.engine.result;

/**
 * What no mapping can beat, whatever it does.
 *
 * @param energyPj the array's least energy plus compulsory traffic (every element crosses every boundary on its way once)
 * @param latencyCycles the larger of the fewest cycles of the array, every weight written once, and the compulsory traffic
 *     over the busiest port
 */
public record LowerBounds(double energyPj, double latencyCycles) { }
