package org.imc.engine.result;

import java.util.List;
import java.util.Optional;

/**
 * Where the tensors live that the layers of a network exchange.
 *
 * @param tensors in the order of the layers that compute them
 * @param gap how much more than with the best placement the network can cost at most, as a share of it; 0 when this one is best
 */
public record Placement(List<Home> tensors, double gap) {

  /** Nothing is known of any tensor. */
  public static final Placement NONE = new Placement(List.of(), 0);

  /**
   * Where the output of a layer lives until it is read for the last time.
   *
   * @param layer that computes it
   * @param lastReader the last layer that reads it
   * @param bits in all
   * @param memory that holds it; nothing where each operand that it is lives at the end of its own way
   */
  public record Home(String layer, String lastReader, long bits, Optional<String> memory) { }

  public Placement {
    tensors = List.copyOf(tensors);
    if (!(gap >= 0)) { // also refuses NaN
      throw new IllegalArgumentException("A gap of %s cannot be. It must not be negative.".formatted(gap));
    }
  }
}
