package org.imc.engine.cost;

import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.MacroGeometry;

/**
 * All ADCs of a macro.
 *
 * <p>Shape: a converter's area is that of its resolution; a conversion's energy and time are those of the bits it resolves
 * and the rows that settle, which are the same unless the design says otherwise.
 * <p>Units: as the names say. The area follows the node in proportion, as where its constants were fitted; energy and time
 * do not depend on the node.
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

  static Converters of(AnalogMacro macro) {
    MacroGeometry geometry = macro.geometry();
    var built = AdcModel.of(macro.adc(), geometry.inputs());
    var converting = new AdcModel(macro.adc().conversionBits().orElse(macro.adc().bits()),
        macro.adc().settlingRows().orElse(geometry.inputs()), macro.adc().columnsPerConverter());
    int sums = Math.multiplyExact(geometry.outputs(), macro.conversionsPerOutput());
    OperatingPoint point = OperatingPoint.of(macro);
    return new Converters(
        built.converters(sums) * built.areaMm2() * (macro.technology().nodeNm() / AREA_NODE_NM),
        macro.conversionsPerOutput() * converting.energyPj(macro.supplyV()) * point.analogEnergyFactor(),
        converting.delayNs(sums) * point.delayFactor());
  }
}
