package org.imc.engine.cost;

import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MacroStructure;
import org.imc.engine.arch.Quirk;
import org.imc.engine.arch.TreeKind;

/** What the {@link Quirk}s of a macro's model do to its costs: the one place that asks for them. */
final class ModelForm {

  private ModelForm() { }

  /** Return through how many bits the carry ripples in the last adder of a place-value tree. */
  static double placeValueCarries(Macro macro, PlaceValueTree tree) {
    boolean isShort = macro.model().has(switch (macro) {
      case AnalogMacro analog -> Quirk.SHORT_CARRY_IN_ANALOG;
      case DigitalMacro digital -> Quirk.SHORT_CARRY_IN_DIGITAL;
    });
    return isShort ? tree.numbers() - 1 : tree.numbers() + tree.width() - 1;
  }

  /** Return the delay from the input of an accumulator to its last bit, ns. */
  static double accumulatorNs(MacroModel model, Accumulator accumulator, GateLibrary gates) {
    double first = model.has(Quirk.ACCUMULATOR_BY_CARRY) ? gates.inputToCarryNs() : gates.inputToSumNs();
    double extraBits = accumulator.width() - accumulator.inputWidth();
    double carries = model.has(Quirk.ONE_CARRY_LESS) ? Math.max(0, extraBits - 1) : extraBits;
    return first + carries * gates.carryToCarryNs();
  }

  /** Return the delay of the accumulator that a macro lacks but C counts all the same, ns; 0 in all other cases. */
  static double absentAccumulatorNs(Macro macro, GateLibrary gates) {
    return countsAbsentAccumulator(macro) ? gates.inputToCarryNs() + gates.carryToCarryNs() : 0;
  }

  /** C compares widths here, and the accumulator that a digital macro of 1-bit activations lacks would be a bit wider. */
  private static boolean countsAbsentAccumulator(Macro macro) {
    return macro.model().has(Quirk.ABSENT_ACCUMULATOR)
        && macro instanceof DigitalMacro
        && macro.geometry().activationBits() == 1
        && macro.structure().readOut().isEmpty();
  }

  /** Return the bits of accumulator whose energy is charged; C counts others than there are in analog macros. */
  static double chargedAccumulatorBits(Macro macro, Accumulator accumulator) {
    if (macro.model().has(Quirk.ACCUMULATOR_OF_ROWS) && macro instanceof AnalogMacro) {
      MacroGeometry geometry = macro.geometry();
      return geometry.activationBits() + geometry.weightBits() + Math.log(geometry.inputs()) / Math.log(2);
    }
    return accumulator.width();
  }

  /** Return whether the multipliers of unused rows switch. */
  static boolean idleMultipliersSwitch(Macro macro) {
    return macro.structure().idleRows() == MacroStructure.Idle.SWITCHING
        || macro.model().has(Quirk.UNUSED_MULTIPLIERS) && macro instanceof DigitalMacro;
  }

  /** Return whether a mapped layer is charged with other adder trees than the peak. */
  static boolean miscountsTrees(Macro macro) {
    return macro.model().has(Quirk.WIDE_TREES_IN_LAYERS)
        && macro instanceof DigitalMacro
        && macro.geometry().rowSteps() == 1 // the scripts know no other
        && macro.structure().trees() == TreeKind.RIPPLE_CARRY
        && macro.structure().readOut().isEmpty();
  }

  /** Return whether a mapped layer is charged with the {@link MeanUse} of all steps, not with what is unrolled. */
  static boolean chargesMeanUse(Macro macro) {
    return macro.model().has(Quirk.FRACTIONAL_USE);
  }

  /** Return the rows or outputs that are charged where fractions of them are in use. */
  static double charged(Macro macro, double used) {
    if (!chargesMeanUse(macro)) {
      return Math.ceil(used);
    }
    return macro instanceof AnalogMacro ? used : Math.round(used);
  }
}
