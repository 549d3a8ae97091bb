package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroStructure.Idle;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;

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
  private final int serialCycles;
  private final int rowSteps;
  private final boolean idleOutputsRest;
  private final ArrayTerm[][] terms; // by component
  private final ArrayTerm[][] peakTerms;
  private final double prechargePjPerWeight;

  private ArrayCost(Macro macro, GateLibrary gates, ReadOut readOut) {
    this.macro = macro;
    serialCycles = macro.geometry().serialCycles();
    rowSteps = macro.geometry().rowSteps();
    idleOutputsRest = macro.structure().idleOutputs() == Idle.GATED;
    terms = byComponent(ArrayTerms.ofLayers(macro, gates, readOut));
    peakTerms = ModelForm.miscountsTrees(macro) ? byComponent(ArrayTerms.ofPeak(macro, gates, readOut)) : terms;
    prechargePjPerWeight = prechargePjPerWeight(macro.geometry(), gates);
  }

  /** Return the array cost of a macro. */
  public static ArrayCost of(Macro macro) {
    var gates = GateLibrary.of(macro);
    return of(macro, gates, ReadOut.of(macro, gates));
  }

  static ArrayCost of(Macro macro, GateLibrary gates, ReadOut readOut) {
    return new ArrayCost(macro, gates, readOut);
  }

  /** Return the energy of one full-precision activation of a macro. */
  public static EnergyBreakdown energyPerActivation(Macro macro, ArrayUse use) {
    return of(macro).energyPerActivation(use);
  }

  private static double prechargePjPerWeight(MacroGeometry geometry, GateLibrary gates) {
    return geometry.weightsPerMultiplier() == 1
        ? 0
        : geometry.weightBits() * (gates.wordlinePj() + geometry.cellsPerMultiplier() * gates.bitlinePj());
  }

  /** Return the cycles of one activation. */
  public int cyclesPerActivation() {
    return serialCycles * rowSteps;
  }

  /** Return whether a mapped layer is charged with the {@link MeanUse} of all its steps, not with what is unrolled. */
  public boolean chargesMeanUse() {
    return ModelForm.chargesMeanUse(macro);
  }

  /** Return the energy of one full-precision activation, by part. */
  public EnergyBreakdown energyPerActivation(ArrayUse use) {
    return breakdown(terms, use, serialCycles, 1);
  }

  /** Return the energy of one full-precision activation, pJ: bit for bit the total of the breakdown, without its parts. */
  public double energyPerActivationPj(ArrayUse use) {
    ArrayUse charged = charged(use);
    return energyPerActivationPj(charged.usedOutputs(), charged.usedRows(), charged.addedRows());
  }

  /**
   * Return the energy of one full-precision activation, pJ: bit for bit the total of the breakdown, without allocating.
   *
   * @param usedOutputs as in {@link ArrayUse}, all three whole numbers
   * @param usedRows as in {@link ArrayUse}
   * @param addedRows as in {@link ArrayUse}
   */
  public double energyPerActivationPj(double usedOutputs, double usedRows, double addedRows) {
    requireFits(usedOutputs, usedRows);
    double outputs = switchingOutputs(usedOutputs);
    double sum = 0; // in the order of the breakdown's parts
    for (ArrayTerm[] of : terms) {
      sum += ArrayTerm.sum(of, outputs, usedRows, addedRows, serialCycles);
    }
    return sum;
  }

  /** Return the energy of one cycle in which all rows and columns are used, by part. */
  public EnergyBreakdown energyPerPeakCycle() {
    MacroGeometry geometry = macro.geometry();
    return breakdown(peakTerms, ArrayUse.of(geometry.outputs(), geometry.inputs()), 1, rowSteps);
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

  private EnergyBreakdown breakdown(ArrayTerm[][] terms, ArrayUse use, int bitCycles, int steps) {
    ArrayUse charged = charged(use);
    requireFits(charged.usedOutputs(), charged.usedRows());
    double outputs = switchingOutputs(charged.usedOutputs());
    List<EnergyPart> parts = new ArrayList<>();
    for (ArrayTerm[] of : terms) {
      double pj = ArrayTerm.sum(of, outputs, charged.usedRows(), charged.addedRows(), bitCycles);
      parts.add(EnergyPart.of(of[0].component(), pj / steps));
    }
    return new EnergyBreakdown(parts);
  }

  /** Return terms, of which those of one component stand side by side, in a group for each. */
  private static ArrayTerm[][] byComponent(List<ArrayTerm> terms) {
    List<ArrayTerm[]> all = new ArrayList<>();
    for (int from = 0; from < terms.size();) {
      int to = from + 1;
      while (to < terms.size() && terms.get(to).component() == terms.get(from).component()) {
        to++;
      }
      all.add(terms.subList(from, to).toArray(ArrayTerm[]::new));
      from = to;
    }
    return all.toArray(ArrayTerm[][]::new);
  }

  private ArrayUse charged(ArrayUse use) {
    return new ArrayUse(ModelForm.charged(macro, use.usedOutputs()), ModelForm.charged(macro, use.usedRows()),
        ModelForm.charged(macro, use.addedRows()));
  }

  private double switchingOutputs(double usedOutputs) {
    return idleOutputsRest ? usedOutputs : macro.geometry().outputs();
  }

  private void requireFits(double usedOutputs, double usedRows) {
    MacroGeometry geometry = macro.geometry();
    if (usedOutputs > geometry.outputs() || usedRows > geometry.inputs()) {
      throw new IllegalArgumentException(
          "Macro '%s' has %d outputs and %d inputs. An activation cannot use %s outputs and %s rows."
              .formatted(macro.name(), geometry.outputs(), geometry.inputs(), ArrayUse.text(usedOutputs), ArrayUse.text(usedRows)));
    }
  }
}
