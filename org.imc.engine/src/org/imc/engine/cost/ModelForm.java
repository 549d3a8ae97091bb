package org.imc.engine.cost;

import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MacroStructure;

/**
 * Where the authors' releases of the macro model disagree: the one place that tells {@link MacroModel} forms apart.
 *
 * <p>B: the scripts of the ICCAD 2023 paper ({@code zigzag-imc}, 1705762). C: {@code zigzag-imc} (df34a6f). D: ZigZag
 * 3.8.5 (3d12a96). {@link MacroModel#STANDARD} takes, one by one:
 * <ul>
 * <li>place-value delay: the carry runs through the whole word in analog and digital macros alike, as B and C have it for
 *     analog ones; D, and C for digital ones, stop after as many bits as there are numbers;
 * <li>accumulator delay: B's, the most careful of three that lie within 4 % of the clock period, so that the clock periods
 *     of the ICCAD 2023 paper are met;
 * <li>accumulator delay of a digital macro of 1-bit activations: none, as in B and D; C counts it though there is none;
 * <li>accumulator width of an analog macro: the ADC's bits, in energy as in area and delay; C's energy counts log2(rows);
 * <li>multipliers of unused rows of a digital macro: at rest, as in C; D switches the whole array;
 * <li>adder tree of a digital macro: the rows that are added, as in C; D counts the rows in use.
 * </ul>
 */
final class ModelForm {

  private ModelForm() { }

  /** Return through how many bits the carry ripples in the last adder of a place-value tree. */
  static double placeValueCarries(Macro macro, PlaceValueTree tree) {
    double wholeWord = tree.numbers() + tree.width() - 1;
    double numbersOnly = tree.numbers() - 1;
    return switch (macro.model()) {
      case STANDARD -> wholeWord;
      case ZIGZAG_IMC -> switch (macro) {
        case AnalogMacro analog -> wholeWord;
        case DigitalMacro digital -> numbersOnly;
      };
      case ZIGZAG -> numbersOnly;
    };
  }

  /** Return the delay from the input of an accumulator to its last bit, ns. */
  static double accumulatorNs(MacroModel model, Accumulator accumulator, GateLibrary gates) {
    double extraBits = accumulator.width() - accumulator.inputWidth();
    return switch (model) {
      case STANDARD -> gates.inputToSumNs() + extraBits * gates.carryToCarryNs();
      case ZIGZAG_IMC -> gates.inputToCarryNs() + extraBits * gates.carryToCarryNs();
      case ZIGZAG -> gates.inputToCarryNs() + Math.max(0, extraBits - 1) * gates.carryToCarryNs();
    };
  }

  /** Return the delay of the accumulator that a macro lacks but C counts all the same, ns; 0 in all other cases. */
  static double absentAccumulatorNs(Macro macro, GateLibrary gates) {
    return countsAbsentAccumulator(macro) ? gates.inputToCarryNs() + gates.carryToCarryNs() : 0;
  }

  /** C compares widths here, and the accumulator that a digital macro of 1-bit activations lacks would be a bit wider. */
  private static boolean countsAbsentAccumulator(Macro macro) {
    return macro.model() == MacroModel.ZIGZAG_IMC
        && macro instanceof DigitalMacro
        && macro.geometry().activationBits() == 1
        && macro.structure().readOut().isEmpty();
  }

  /** Return the bits of accumulator whose energy is charged; C counts others than there are in analog macros. */
  static double chargedAccumulatorBits(Macro macro, Accumulator accumulator) {
    if (macro.model() == MacroModel.ZIGZAG_IMC && macro instanceof AnalogMacro) {
      MacroGeometry geometry = macro.geometry();
      return geometry.activationBits() + geometry.weightBits() + Math.log(geometry.inputs()) / Math.log(2);
    }
    return accumulator.width();
  }

  /** Return whether the multipliers of unused rows switch. */
  static boolean idleMultipliersSwitch(Macro macro) {
    return macro.structure().idleRows() == MacroStructure.Idle.SWITCHING
        || macro.model() == MacroModel.ZIGZAG && macro instanceof DigitalMacro;
  }

  /** Return the inputs of an adder tree that are active, of the rows driven and the rows that one output adds. */
  static long activeTreeInputs(MacroModel model, long usedRows, long addedRows) {
    return model == MacroModel.ZIGZAG ? usedRows : addedRows;
  }
}
