package org.imc.engine.cost;

import java.util.OptionalDouble;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;

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

  /** Return the delay from the input of the accumulator to its last bit, ns; empty when none is on the path. */
  static OptionalDouble accumulatorNs(Macro macro, ReadOut readOut, GateLibrary gates) {
    Accumulator accumulator = readOut.accumulator();
    if (accumulator == null) {
      return countsAbsentAccumulator(macro)
          ? OptionalDouble.of(gates.inputToCarryNs() + gates.carryToCarryNs())
          : OptionalDouble.empty();
    }
    double extraBits = accumulator.width() - accumulator.inputWidth();
    return OptionalDouble.of(switch (macro.model()) {
      case STANDARD -> gates.inputToSumNs() + extraBits * gates.carryToCarryNs();
      case ZIGZAG_IMC -> gates.inputToCarryNs() + extraBits * gates.carryToCarryNs();
      case ZIGZAG -> gates.inputToCarryNs() + (extraBits - 1) * gates.carryToCarryNs();
    });
  }

  /** C compares widths here, and the accumulator that a digital macro of 1-bit activations lacks would be a bit wider. */
  private static boolean countsAbsentAccumulator(Macro macro) {
    return macro.model() == MacroModel.ZIGZAG_IMC
        && macro instanceof DigitalMacro
        && macro.geometry().activationBits() == 1;
  }

  /** Return the bits of accumulator whose energy is charged; C counts others than there are in analog macros. */
  static double chargedAccumulatorBits(Macro macro, Accumulator accumulator) {
    if (macro.model() == MacroModel.ZIGZAG_IMC && macro instanceof AnalogMacro) {
      MacroGeometry geometry = macro.geometry();
      return geometry.activationBits() + geometry.weightBits() + Math.log(geometry.inputs()) / Math.log(2);
    }
    return accumulator.width();
  }

  /** Return the rows whose multipliers switch when an activation drives some of them. */
  static long switchingRows(Macro macro, long usedRows) {
    boolean ungated = macro.model() == MacroModel.ZIGZAG && macro instanceof DigitalMacro;
    return ungated ? macro.geometry().inputs() : usedRows;
  }

  /** Return the inputs of an adder tree that are active, of the rows driven and the rows that one output adds. */
  static long activeTreeInputs(MacroModel model, long usedRows, long addedRows) {
    return model == MacroModel.ZIGZAG ? usedRows : addedRows;
  }
}
