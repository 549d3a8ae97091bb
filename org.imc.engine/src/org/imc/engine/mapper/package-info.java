/**
 * The search for the optimal mapping. Depends on {@code cost} and the value packages.
 *
 * <h2>The mapping space</h2>
 * "Optimal" means: of all mappings in this space, none costs less by {@link org.imc.engine.cost.LayerCost}.
 * <ul>
 * <li>Spatial: the columns unroll K, OY and OX (OY and OX with weights copied diagonally, which takes more rows), the rows
 * C, FY and FX, the macros B, G, K, OY and OX (nothing adds sums of different macros). Any whole unrolling of any
 * combination that fits the array is in the space; it need not divide the layer. A dimension of size n takes
 * ceil(n / product of its unrollings) steps in time, and its ragged edge costs as much as a full tile.
 * <li>Temporal: every order of the prime factors of those steps, or of what {@link org.imc.engine.mapping.PaddedSteps} may
 * stand for them.
 * <li>Memories: for every operand by itself, every placement of its cuts between the levels of its chain (uneven mapping),
 * such that what is kept together in a level fits; double-buffered levels and ping-pong cells keep two tiles of what they
 * exchange. The last level of a chain keeps its operand whole.
 * </ul>
 * Not in the space: other paddings of the steps in time; passing by a level of a chain; keeping the
 * halo of the last tile.
 *
 * <h2>How it stays exact</h2>
 * {@link org.imc.engine.mapper.SpatialSpace} leaves out unrollings only where another costs no more in any part.
 * {@link org.imc.engine.mapper.CompulsoryBound}, {@link org.imc.engine.mapper.CutOrderBound} and
 * {@link org.imc.engine.mapper.Relaxation} never overestimate a candidate, and no candidate is left out unless one of them
 * shows that it cannot beat the best known. {@link org.imc.engine.mapper.TemporalSearch} searches the others completely.
 * Energies are compared up to {@link org.imc.engine.mapper.Goal#TOLERANCE}.
 *
 * <h2>Ties</h2>
 * Latency is broken by energy. Otherwise the first mapping found wins: candidates stand in the order of their bounds, then
 * of {@link org.imc.engine.mapper.SpatialSpace}. The order depends on nothing but the layer, the architecture and the
 * objective.
 */
@NullMarked
package org.imc.engine.mapper;

import org.jspecify.annotations.NullMarked;
