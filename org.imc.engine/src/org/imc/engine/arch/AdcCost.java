package org.imc.engine.arch;

import java.util.OptionalDouble;

/**
 * Where the figures of a converter come from: two models, and what the designer gives in their place.
 *
 * <p>Units: as the names say; given figures hold at the technology's nominal supply and node.
 *
 * @param model prices what is not given
 * @param energyPj energy of a conversion
 * @param areaMm2 area of a converter
 * @param delayNs time of a conversion, settling of the bit line included; needed by {@link Model#SURVEY}
 */
public record AdcCost(Model model, OptionalDouble energyPj, OptionalDouble areaMm2, OptionalDouble delayNs) {

  /** All figures from the model of converters in arrays. */
  public static final AdcCost IN_ARRAY =
      new AdcCost(Model.IN_ARRAY, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /** What prices a converter. */
  public enum Model {
    /** The source's model of small converters at the foot of columns. */
    IN_ARRAY,
    /** A regression over published stand-alone converters, which needs their rate. */
    SURVEY
  }

  public AdcCost {
    energyPj.ifPresent(energy -> Require.notNegative("Converter", "adc", "energy", energy, "pJ"));
    areaMm2.ifPresent(area -> Require.notNegative("Converter", "adc", "area", area, "mm²"));
    delayNs.ifPresent(delay -> Require.positive("Converter", "adc", "delay", delay, "ns"));
    if (model == Model.SURVEY && delayNs.isEmpty()) {
      throw new IllegalArgumentException("A stand-alone ADC has no rate. Maybe give the delay of a conversion.");
    }
  }
}
