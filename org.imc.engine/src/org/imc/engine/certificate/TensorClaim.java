package org.imc.engine.certificate;

import java.util.Optional;

/**
 * Where the output of a layer lives until the last layer has read it, as a certificate claims.
 *
 * @param layer the name of the layer that computes it
 * @param memory that holds it; nothing where each operand that it is lives at the end of its own way
 */
public record TensorClaim(String layer, Optional<String> memory) { }
