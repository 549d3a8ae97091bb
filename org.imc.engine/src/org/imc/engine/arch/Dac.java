package org.imc.engine.arch;

/**
 * The digital-to-analog converter that drives a row.
 *
 * @param bits resolution. Where an input applies more bits in a cycle, it does so through as many converters as they need,
 *     each with bit lines and ADCs of its own
 */
public record Dac(int bits) {

  public Dac {
    if (bits < 1) {
      throw new IllegalArgumentException("A DAC of %d bits cannot be. It must have at least 1.".formatted(bits));
    }
  }
}
