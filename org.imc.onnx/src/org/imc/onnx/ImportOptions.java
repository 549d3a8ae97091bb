package org.imc.onnx;

import java.util.Map;
import java.util.Set;

/**
 * What an ONNX file does not say.
 *
 * @param name the network's name; empty for that of the file
 * @param batch inferences computed together where the file leaves that open; at least 1
 * @param sizes the sizes of other dimensions that the file leaves open, by their names
 * @param weightBits width of weights that are not quantised, in bit
 * @param activationBits width of activations that are not quantised, in bit
 * @param reservedNames words that neither the network nor a layer may be called by
 */
public record ImportOptions(
    String name, long batch, Map<String, Long> sizes, int weightBits, int activationBits, Set<String> reservedNames) {

  /** Weights and activations of what is not quantised; what most quantised networks have. */
  public static final int USUAL_BITS = 8;

  /** The largest batch and the largest size that a network may be imported with. */
  public static final int MOST_SIZE = 1_000_000;

  /** The widest weights and activations, in bit. */
  public static final int MOST_BITS = 32;

  public ImportOptions {
    sizes = Map.copyOf(sizes);
    reservedNames = Set.copyOf(reservedNames);
    if (batch < 1 || weightBits < 1 || activationBits < 1 || sizes.values().stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "Batch (%d), widths (%d and %d bit) and sizes (%s) must be at least 1.".formatted(batch, weightBits, activationBits, sizes));
    }
  }

  /** Return these options with words that may not be names. */
  public ImportOptions reserving(Set<String> words) {
    return new ImportOptions(name, batch, sizes, weightBits, activationBits, words);
  }

  /** Return the usual options with words that may not be names. */
  public static ImportOptions usual(Set<String> reservedNames) {
    return new ImportOptions("", 1, Map.of(), USUAL_BITS, USUAL_BITS, reservedNames);
  }
}
