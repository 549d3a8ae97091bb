package org.imc.engine.arch;

/**
 * A port of a memory: a stream of bits that one transfer after the other uses.
 *
 * @param direction what it carries
 * @param bandwidthBitsPerCycle bits per cycle of the macro's clock, per instance of the memory
 */
public record MemoryPort(PortDirection direction, double bandwidthBitsPerCycle) {

  public MemoryPort {
    if (!(bandwidthBitsPerCycle > 0) || Double.isInfinite(bandwidthBitsPerCycle)) {
      throw new IllegalArgumentException("A memory port has a bandwidth of %s bit/cycle. It must be more than 0."
          .formatted(bandwidthBitsPerCycle));
    }
  }
}
