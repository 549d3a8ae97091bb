package org.imc.engine.workload;

/**
 * How wide each operand of a layer is, in bit.
 *
 * @param weightBits width of a weight
 * @param inputBits width of an input activation
 * @param partialSumBits width of an incomplete sum; at least {@code outputBits}
 * @param outputBits width of a complete output activation
 */
public record Precision(int weightBits, int inputBits, int partialSumBits, int outputBits) {

  public Precision {
    requirePositive("weight", weightBits);
    requirePositive("input", inputBits);
    requirePositive("output", outputBits);
    if (partialSumBits < outputBits) {
      throw new IllegalArgumentException("A partial sum of %d bits is narrower than the output of %d bits."
          .formatted(partialSumBits, outputBits));
    }
  }

  private static void requirePositive(String what, int bits) {
    if (bits < 1 || bits > 64) {
      throw new IllegalArgumentException("The %s has %d bits. Maybe use 1 to 64.".formatted(what, bits));
    }
  }
}
