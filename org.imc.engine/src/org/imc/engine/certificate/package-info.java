/**
 * Certificates: what was claimed of a mapping, and a checker that believes none of it. Depends on the value packages and, for
 * the prices of the macro (energy of an activation, clock period, leakage), on {@code cost}.
 *
 * <p>The checker shares no code with the mapper, and none with the counting of {@link org.imc.engine.cost.LayerCost}: it
 * counts anew what a mapping moves, keeps and waits for ({@link org.imc.engine.certificate.NestReplay}), and enumerates anew
 * the space that {@link org.imc.engine.mapper} states ({@link org.imc.engine.certificate.OptimalityProof}). What the macro
 * itself costs per activation is taken from its model: a certificate is about mappings.
 */
@NullMarked
package org.imc.engine.certificate;

import org.jspecify.annotations.NullMarked;
