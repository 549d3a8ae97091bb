package org.imc.engine.cost;

import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AdcCost;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.MacroGeometry;

/**
 * All ADCs of a macro.
 *
 * <p>Shape: a converter's area is that of its resolution; a conversion's energy and time are those of the bits it resolves
 * and the rows that settle, which are the same unless the design says otherwise.
 * <p>Units: as the names say. The area follows the node in proportion, as where its constants were fitted; energy and time
 * do not depend on the node.
 * Figures that the design gives, and those of {@link StandAloneAdc}, stand in their place.
 * <p>Source: {@link AdcModel}; the proportion is that of the validation scripts of {@code zigzag-imc} (df34a6f), which
 * scale chips of 22 nm so.
 *
 * @param areaMm2 area of all
 * @param pjPerOutput energy of the conversions of one output in one cycle, at full activity
 * @param delayNs time until all sums are converted
 */
record Converters(double areaMm2, double pjPerOutput, double delayNs) {

  /** Node to which the area's constants refer, nm. Source: zigzag-imc validation scripts. */
  private static final double AREA_NODE_NM = 28;

  private static final double NS_PER_S = 1e9;

  static Converters of(AnalogMacro macro) {
    MacroGeometry geometry = macro.geometry();
    Adc adc = macro.adc();
    var built = AdcModel.of(adc, geometry.inputs());
    AdcModel converting = converting(macro);
    int sums = Math.multiplyExact(geometry.outputs(), macro.conversionsPerOutput());
    OperatingPoint point = OperatingPoint.of(macro);
    double conversionNs = adc.cost().delayNs().orElseGet(converting::conversionNs);
    return new Converters(
        built.converters(sums) * areaMm2(macro, built),
        macro.conversionsPerOutput() * energyPj(macro, converting) * point.analogEnergyFactor(),
        Math.min(adc.columnsPerConverter(), sums) * conversionNs * point.delayFactor());
  }

  /** Return the model of one conversion. */
  static AdcModel converting(AnalogMacro macro) {
    Adc adc = macro.adc();
    return new AdcModel(adc.conversionBits().orElse(adc.bits()),
        adc.settlingRows().orElse(macro.geometry().inputs()), adc.columnsPerConverter());
  }

  /** Return the area of one converter by the in-array model, mm². */
  static double inArrayMm2(AnalogMacro macro) {
    return AdcModel.of(macro.adc(), macro.geometry().inputs()).areaMm2() * (macro.technology().nodeNm() / AREA_NODE_NM);
  }

  private static double areaMm2(AnalogMacro macro, AdcModel inArray) {
    AdcCost cost = macro.adc().cost();
    return cost.areaMm2().orElseGet(() -> switch (cost.model()) {
      case IN_ARRAY -> inArrayMm2(macro);
      case SURVEY -> standAlone(macro, inArray.bits()).areaMm2();
    });
  }

  /** Return the energy of a conversion at the macro's supply, but for the analog exponent of its technology. */
  private static double energyPj(AnalogMacro macro, AdcModel inArray) {
    AdcCost cost = macro.adc().cost();
    if (cost.model() == AdcCost.Model.IN_ARRAY && cost.energyPj().isEmpty()) {
      return inArray.energyPj(macro.supplyV());
    }
    double ratio = macro.supplyV() / macro.technology().supplyV();
    return cost.energyPj().orElseGet(() -> standAlone(macro, inArray.bits()).energyPj()) * ratio * ratio;
  }

  private static StandAloneAdc standAlone(AnalogMacro macro, double bits) {
    double rateHz = NS_PER_S / macro.adc().cost().delayNs().orElseThrow(); // the constructor checked
    return new StandAloneAdc(bits, rateHz, macro.technology().nodeNm());
  }
}
