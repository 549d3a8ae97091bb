package org.imc.engine.arch;

import java.util.OptionalDouble;

/**
 * The digital-to-analog converter that drives a row.
 *
 * <p>Units: as the names say; given figures hold at the technology's nominal supply and node, and stand in place of those of
 * the kind.
 *
 * @param bits resolution. Where an input applies more bits in a cycle, it does so through as many converters as they need,
 *     each with bit lines and ADCs of its own
 * @param kind how it applies a value
 * @param stepNs time by which each value makes a pulse longer; needed by {@link Kind#PULSE_WIDTH}, unless the delay is given
 * @param energyPj energy of a conversion
 * @param areaMm2 area of a converter
 * @param delayNs time of a conversion, before cells and bit lines settle
 */
public record Dac(
    int bits, Kind kind, OptionalDouble stepNs, OptionalDouble energyPj, OptionalDouble areaMm2, OptionalDouble delayNs) {

  /** How a value reaches the cells of a row. */
  public enum Kind {
    /** As a voltage or charge: a converter priced per bit by the published model. */
    CONVERTER,
    /** As a word line that is raised or not: a plain driver of one bit. */
    WORDLINE,
    /** As the time for which a word line is raised. */
    PULSE_WIDTH
  }

  /** A converter priced by the published model. */
  public Dac(int bits) {
    this(bits, Kind.CONVERTER, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  public Dac {
    if (bits < 1) {
      throw new IllegalArgumentException("A DAC of %d bits cannot be. It must have at least 1.".formatted(bits));
    }
    if (kind == Kind.WORDLINE && bits > 1) {
      throw new IllegalArgumentException(
          "A word-line driver applies 1 bit, not %d. Maybe apply them in turn, or as a pulse width.".formatted(bits));
    }
    if (kind == Kind.PULSE_WIDTH && stepNs.isEmpty() && delayNs.isEmpty()) {
      throw new IllegalArgumentException("A pulse-width DAC has no time. Maybe give the step of its pulses.");
    }
    stepNs.ifPresent(step -> Require.positive("Converter", "dac", "step", step, "ns"));
    energyPj.ifPresent(energy -> Require.notNegative("Converter", "dac", "energy", energy, "pJ"));
    areaMm2.ifPresent(area -> Require.notNegative("Converter", "dac", "area", area, "mm²"));
    delayNs.ifPresent(delay -> Require.positive("Converter", "dac", "delay", delay, "ns"));
  }
}
