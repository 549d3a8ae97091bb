package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.jspecify.annotations.Nullable;

/**
 * The energy of one macro's array while it computes, with everything that does not depend on the mapping worked out.
 *
 * <p>Shape: an activation applies one full-precision input vector, in {@code cyclesPerActivation()} cycles. A layer of
 * narrower operands is priced at the macro's own precision.
 * <p>Units: pJ. Energies scale with the square of the macro's supply, those of converters and analog bit lines as the
 * technology's supply law says.
 * <p>Errors: {@link IllegalArgumentException} when a use is larger than the macro.
 * <p>Source: released {@code zigzag-imc} (df34a6f) and ZigZag 3.8.5 (3d12a96), told apart by {@link ModelForm}.
 */
public final class ArrayCost {

  private final Macro macro;
  private final MacroModel model;
  private final int cycles;
  private final boolean hasDac;
  private final @Nullable AdderTree tree;
  private final boolean hasPlaceValueTree;
  private final boolean hasAccumulator;

  // per cycle
  private final double dacPjPerRow;
  private final double adcPjPerOutput;
  private final double bitlinePjPerOutput;
  private final double multiplierPjPerRow;
  private final double fullAdderPj; // of the adder trees that one output has, one per input bit
  private final double halfActiveFullAdderPj;
  private final double placeValuePjPerOutput;
  private final double accumulatorPjPerOutput;

  // per weight read out of a cell group
  private final double prechargePjPerWeight;

  private ArrayCost(Macro macro, GateLibrary gates, ReadOut readOut) {
    this.macro = macro;
    MacroGeometry geometry = macro.geometry();
    boolean analog = macro instanceof AnalogMacro;
    var dac = new DacModel(geometry.bitsPerCycle());
    int parallelBits = analog ? 1 : geometry.bitsPerCycle(); // a DAC applies its bits at once through one line
    AdcModel adc = readOut.adc();
    Accumulator accumulator = readOut.accumulator();

    double analogFactor = OperatingPoint.of(macro).analogEnergyFactor();
    model = macro.model();
    cycles = geometry.cyclesPerActivation();
    hasDac = analog && dac.isPresent();
    tree = readOut.tree();
    hasPlaceValueTree = readOut.placeValue().isPresent();
    hasAccumulator = accumulator != null;

    dacPjPerRow = hasDac ? dac.energyPj(macro.supplyV()) * analogFactor : 0;
    adcPjPerOutput = adc == null ? 0 : geometry.weightBits() * adc.energyPj(macro.supplyV()) * analogFactor;
    bitlinePjPerOutput = analog
        ? (double) geometry.weightBits() * geometry.inputs() * gates.bitlinePj() * analogFactor
        : 0;
    multiplierPjPerRow = (double) geometry.columns() * parallelBits * gates.multiplierPj();
    fullAdderPj = parallelBits * gates.fullAdderPj();
    halfActiveFullAdderPj = parallelBits * gates.halfActiveFullAdderPj();
    placeValuePjPerOutput = readOut.placeValue().energyPj(gates);
    accumulatorPjPerOutput = accumulator == null
        ? 0
        : Accumulator.energyPj(gates, ModelForm.chargedAccumulatorBits(macro, accumulator));
    prechargePjPerWeight = prechargePjPerWeight(geometry, gates);
  }

  /** Return the array cost of a macro. */
  public static ArrayCost of(Macro macro) {
    return new ArrayCost(macro, GateLibrary.of(macro), ReadOut.of(macro));
  }

  /** Return the energy of one full-precision activation of a macro. */
  public static EnergyBreakdown energyPerActivation(Macro macro, ArrayUse use) {
    return of(macro).energyPerActivation(use);
  }

  private static double prechargePjPerWeight(MacroGeometry geometry, GateLibrary gates) {
    int cells = geometry.cellsPerMultiplier();
    return cells == 1 ? 0 : geometry.weightBits() * (gates.wordlinePj() + cells * gates.bitlinePj());
  }

  /** Return the cycles of one activation. */
  public int cyclesPerActivation() {
    return cycles;
  }

  /** Return the energy of one full-precision activation, by part. */
  public EnergyBreakdown energyPerActivation(ArrayUse use) {
    return breakdown(use, cycles);
  }

  /** Return the energy of one full-precision activation, pJ: bit for bit the total of the breakdown, without its parts. */
  public double energyPerActivationPj(ArrayUse use) {
    return energyPerActivationPj(use.usedOutputs(), use.usedRows(), use.addedRows());
  }

  /**
   * Return the energy of one full-precision activation, pJ: bit for bit the total of the breakdown, without allocating.
   *
   * @param usedOutputs as in {@link ArrayUse}
   * @param usedRows as in {@link ArrayUse}
   * @param addedRows as in {@link ArrayUse}
   */
  public double energyPerActivationPj(long usedOutputs, long usedRows, long addedRows) {
    requireFits(usedOutputs, usedRows);
    double sum = 0; // in the order of the breakdown's parts
    sum += dacPj(usedRows, cycles);
    sum += adcPj(usedOutputs, cycles);
    sum += bitlinePj(usedOutputs, cycles);
    sum += multiplierPj(usedRows, cycles);
    sum += treePj(usedOutputs, usedRows, addedRows, cycles);
    sum += placeValuePj(usedOutputs, cycles);
    sum += accumulatorPj(usedOutputs, cycles);
    return sum;
  }

  /** Return the energy of one cycle in which all rows and columns are used, by part. */
  public EnergyBreakdown energyPerPeakCycle() {
    MacroGeometry geometry = macro.geometry();
    return breakdown(ArrayUse.of(geometry.outputs(), geometry.inputs()), 1);
  }

  /**
   * Return the energy to bring another weight of a cell group to its multiplier, pJ: pre-charge its bit lines and raise
   * its wordline. It is 0 when every multiplier has one weight, since that weight is always there.
   *
   * <p>Charge it once per weight and cell group each time the weight in use changes, not once per activation.
   */
  public double prechargePjPerWeight() {
    return prechargePjPerWeight;
  }

  private EnergyBreakdown breakdown(ArrayUse use, int activeCycles) {
    requireFits(use.usedOutputs(), use.usedRows());
    List<EnergyPart> parts = new ArrayList<>();
    if (hasDac) {
      parts.add(EnergyPart.of(Component.DAC, dacPj(use.usedRows(), activeCycles)));
    }
    if (macro instanceof AnalogMacro) {
      parts.add(EnergyPart.of(Component.ADC, adcPj(use.usedOutputs(), activeCycles)));
      parts.add(EnergyPart.of(Component.BITLINE, bitlinePj(use.usedOutputs(), activeCycles)));
    }
    parts.add(EnergyPart.of(Component.MULTIPLIER, multiplierPj(use.usedRows(), activeCycles)));
    if (tree != null) {
      parts.add(EnergyPart.of(Component.ADDER_TREE,
          treePj(use.usedOutputs(), use.usedRows(), use.addedRows(), activeCycles)));
    }
    if (hasPlaceValueTree) {
      parts.add(EnergyPart.of(Component.PLACE_VALUE_TREE, placeValuePj(use.usedOutputs(), activeCycles)));
    }
    if (hasAccumulator) {
      parts.add(EnergyPart.of(Component.ACCUMULATOR, accumulatorPj(use.usedOutputs(), activeCycles)));
    }
    return new EnergyBreakdown(parts);
  }

  private void requireFits(long usedOutputs, long usedRows) {
    MacroGeometry geometry = macro.geometry();
    if (usedOutputs > geometry.outputs() || usedRows > geometry.inputs()) {
      throw new IllegalArgumentException(
          "Macro '%s' has %d outputs and %d inputs. An activation cannot use %d outputs and %d rows."
              .formatted(macro.name(), geometry.outputs(), geometry.inputs(), usedOutputs, usedRows));
    }
  }

  private double dacPj(long usedRows, int activeCycles) {
    return dacPjPerRow * usedRows * activeCycles;
  }

  private double adcPj(long usedOutputs, int activeCycles) {
    return adcPjPerOutput * usedOutputs * activeCycles;
  }

  private double bitlinePj(long usedOutputs, int activeCycles) {
    return bitlinePjPerOutput * usedOutputs * activeCycles;
  }

  private double multiplierPj(long usedRows, int activeCycles) {
    return multiplierPjPerRow * ModelForm.switchingRows(macro, usedRows) * activeCycles;
  }

  private double treePj(long usedOutputs, long usedRows, long addedRows, int activeCycles) {
    if (tree == null) {
      return 0;
    }
    AdderTree.Activity activity = tree.activity(ModelForm.activeTreeInputs(model, usedRows, addedRows));
    double pjPerOutput = activity.full() * fullAdderPj + activity.half() * halfActiveFullAdderPj;
    return pjPerOutput * usedOutputs * activeCycles;
  }

  private double placeValuePj(long usedOutputs, int activeCycles) {
    return placeValuePjPerOutput * usedOutputs * activeCycles;
  }

  private double accumulatorPj(long usedOutputs, int activeCycles) {
    return accumulatorPjPerOutput * usedOutputs * activeCycles;
  }
}
