package org.imc.engine.cost;

import org.imc.engine.workload.Operand;

/**
 * The tiles of one operand that take turns in a place: what crosses the cut above it.
 *
 * @param operand whose words
 * @param lower the place: index of a memory level, or {@link #CELLS}
 * @param upper index of the memory level that they come from, or go to
 * @param tiles how many take turns
 * @param lowerWords words of a tile that all used instances of the lower level write, or for outputs read; none for cells
 * @param upperWords words of a tile that the upper level reads, or for outputs writes
 * @param partial whether some sums leave before they are complete, and come back
 * @param pass activations of one pass over the words of a tile
 */
public record TileExchange(Operand operand, int lower, int upper, long tiles, long lowerWords, long upperWords,
    boolean partial, long pass) {

  /** The bit cells as the lower place. */
  public static final int CELLS = -1;
}
