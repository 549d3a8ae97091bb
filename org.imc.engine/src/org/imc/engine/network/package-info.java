/**
 * A network on an architecture: where the tensors live that its layers exchange, decided over the whole network, and each
 * layer mapped on the architecture that it then sees. Depends on {@code mapper}, {@code cost} and the value packages.
 *
 * <h2>What is decided</h2>
 * The output of a layer lives in one memory from the layer that computes it to the last one that reads it. That is a memory
 * that stands once for all macros and serves the outputs of the one and what it is to the others, or, as the last choice,
 * wherever the ways of the operands end. The inputs of a network come from there, and what nobody reads goes there.
 *
 * <p>A layer sees the architecture so ({@link org.imc.engine.network.Views}): the way of an operand ends at the memory in
 * which its tensor lives, and holds it whole there; and what other tensors take of a memory meanwhile is not there for it.
 * So nothing is new to the mapper, and every mapping is as optimal on its view as it says.
 *
 * <h2>How it stays exact</h2>
 * {@link org.imc.engine.network.PlacementSearch} goes through the layers in their order, with the homes of the tensors that
 * are alive as the state, best first under a bound that never overestimates: a layer costs least when all its tensors live
 * as near as they may and take no room ({@link org.imc.engine.network.LayerPrices}).
 */
@NullMarked
package org.imc.engine.network;

import org.jspecify.annotations.NullMarked;
