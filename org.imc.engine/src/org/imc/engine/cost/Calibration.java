package org.imc.engine.cost;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AdcCost;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.Summing;
import org.imc.engine.arch.Technology;

/**
 * Factors on constants of the model, those left out being 1: for asking how well it predicts a chip that its constants were
 * not fitted on, and for estimates with constants that were fitted to published macros.
 *
 * @param factors by constant; above 0
 */
public record Calibration(Map<Constant, Double> factors) {

  /** The constants as they are. */
  public static final Calibration NONE = new Calibration(Map.of());

  /** Node that the slope of the capacitances turns about, nm: that of the published gate. Source: zigzag-imc, df34a6f. */
  private static final double CALIBRATED_NODE_NM = 28;

  /** A constant that may be scaled. */
  public enum Constant {
    /** On the area of a gate. */
    GATE_AREA("gate area"),
    /** On the delay of a gate. */
    GATE_DELAY("gate delay"),
    /** On the capacitance of a gate. */
    GATE_CAPACITANCE("gate capacitance"),
    /** On the capacitance of a gate, to the power of ln(node / 28 nm): another slope of its scaling, and 28 nm as it was. */
    NODE_SLOPE("gate capacitance per e-fold of the node"),
    /** On the load of a cell on its word line and bit line. */
    LINE_CAPACITANCE("cell load on its lines"),
    /** Likewise, of cells that sum currents. */
    CONDUCTING_CELL("conducting cell"),
    /** On the area of an ADC. */
    ADC_AREA("ADC area"),
    /** On the time of a conversion. */
    ADC_DELAY("conversion time"),
    /** On the energy of a conversion. */
    ADC_ENERGY("conversion energy");

    private final String label;

    Constant(String label) {
      this.label = label;
    }

    /** Return the words for people. */
    public String label() {
      return label;
    }
  }

  public Calibration {
    factors.forEach((constant, factor) -> {
      if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) { // also refuses NaN
        throw new IllegalArgumentException("A factor of %s on the %s cannot be. It must be above 0."
            .formatted(factor, constant.label()));
      }
    });
    var copy = new EnumMap<Constant, Double>(Constant.class); // in the order of the constants
    copy.putAll(factors);
    factors = copy;
  }

  /** Return the factor on a constant. */
  public double factor(Constant constant) {
    return factors.getOrDefault(constant, 1.0);
  }

  /** Return a macro of other constants. */
  public Macro apply(Macro macro) {
    return switch (macro) {
      case AnalogMacro m -> new AnalogMacro(m.id(), m.name(), apply(m.technology(),
              m.summing() == Summing.CURRENT ? Constant.CONDUCTING_CELL : Constant.LINE_CAPACITANCE), m.geometry(),
          m.supplyV(), m.givenClockPeriodNs(), m.model(), m.structure(), m.dac(), apply(m), m.summing());
      case DigitalMacro m -> new DigitalMacro(m.id(), m.name(), apply(m.technology(), Constant.LINE_CAPACITANCE), m.geometry(), m.supplyV(),
          m.givenClockPeriodNs(), m.model(), m.structure());
    };
  }

  private Technology apply(Technology t, Constant load) {
    double gate = factor(Constant.GATE_CAPACITANCE)
        * Math.pow(factor(Constant.NODE_SLOPE), Math.log(t.nodeNm() / CALIBRATED_NODE_NM));
    double lines = factor(load);
    return new Technology(t.id(), t.name(), t.nodeNm(), t.supplyV(), t.gateCapacitanceFf() * gate,
        t.gateAreaUm2() * factor(Constant.GATE_AREA), t.gateDelayNs() * factor(Constant.GATE_DELAY),
        t.wordlineCapacitanceFf() * lines, t.bitlineCapacitanceFf() * lines, t.cellAreaUm2(), t.cellWritePjPerBit(),
        t.leakage(), t.supplyLaw());
  }

  /** Return the converter of a macro with the figures of the in-array model at the nominal supply, x the factors. */
  private Adc apply(AnalogMacro macro) {
    if (!macro.adc().cost().equals(AdcCost.IN_ARRAY)) {
      return macro.adc(); // other figures, which were not fitted
    }
    double nominalV = macro.technology().supplyV();
    AdcModel converting = Converters.converting(macro);
    return macro.adc().with(new AdcCost(AdcCost.Model.IN_ARRAY,
        OptionalDouble.of(converting.energyPj(nominalV) * factor(Constant.ADC_ENERGY)),
        OptionalDouble.of(Converters.inArrayMm2(macro) * factor(Constant.ADC_AREA)),
        OptionalDouble.of(converting.conversionNs() * factor(Constant.ADC_DELAY))));
  }
}
