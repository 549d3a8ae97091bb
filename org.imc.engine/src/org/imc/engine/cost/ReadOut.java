package org.imc.engine.cost;

import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the foot of one column group.
 *
 * @param adc of an analog macro; null in a digital one
 * @param tree of a digital macro; null in an analog one
 * @param placeValue sums the columns of a weight (analog) or the input bits of one cycle (digital)
 * @param accumulator null when an activation is applied in one cycle
 */
record ReadOut(
    @Nullable AdcModel adc, @Nullable AdderTree tree, PlaceValueTree placeValue, @Nullable Accumulator accumulator) {

  static ReadOut of(Macro macro) {
    MacroGeometry geometry = macro.geometry();
    return switch (macro) {
      case AnalogMacro analog -> {
        var adc = AdcModel.of(analog.adc(), geometry.inputs());
        var placeValue = new PlaceValueTree(geometry.weightBits(), adc.bits());
        yield new ReadOut(adc, null, placeValue, accumulator(geometry, geometry.weightBits() + adc.bits(), placeValue));
      }
      case DigitalMacro digital -> {
        var tree = new AdderTree(geometry.inputs(), geometry.weightBits());
        var placeValue = new PlaceValueTree(geometry.bitsPerCycle(), tree.outputWidth());
        yield new ReadOut(null, tree, placeValue, accumulator(geometry, tree.outputWidth(), placeValue));
      }
    };
  }

  private static @Nullable Accumulator accumulator(MacroGeometry geometry, double sumBits, PlaceValueTree placeValue) {
    if (geometry.cyclesPerActivation() == 1) {
      return null;
    }
    return new Accumulator(geometry.activationBits() + sumBits, placeValue.outputWidth());
  }
}
