package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imc.engine.arch.Activity;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroStructure.Idle;
import org.imc.engine.arch.Quirk;
import org.imc.engine.result.Component;

/** The terms of which the energy of a macro's array is the sum, in a mapped layer or at its peak. */
final class ArrayTerms {

  private final Macro macro;
  private final MacroGeometry geometry;
  private final Activity activity;
  private final GateLibrary gates;
  private final boolean idleRowsSwitch;
  private final boolean miscountsTrees;
  private final List<ArrayTerm> terms = new ArrayList<>();

  private ArrayTerms(Macro macro, GateLibrary gates, boolean miscountsTrees) {
    this.macro = macro;
    this.gates = gates;
    geometry = macro.geometry();
    activity = macro.structure().activity();
    idleRowsSwitch = macro.structure().idleRows() == Idle.SWITCHING;
    this.miscountsTrees = miscountsTrees;
  }

  /** Return the terms of a mapped layer, those of one component side by side. */
  static List<ArrayTerm> ofLayers(Macro macro, GateLibrary gates, ReadOut readOut) {
    return new ArrayTerms(macro, gates, ModelForm.miscountsTrees(macro)).list(readOut);
  }

  /** Return the terms of a macro at its peak, those of one component side by side. */
  static List<ArrayTerm> ofPeak(Macro macro, GateLibrary gates, ReadOut readOut) {
    return new ArrayTerms(macro, gates, false).list(readOut);
  }

  private List<ArrayTerm> list(ReadOut readOut) {
    if (macro instanceof AnalogMacro analog) {
      addAnalog(analog);
    }
    if (activity.wordlines() > 0) {
      addPerRow(Component.WORDLINE, geometry.activeColumns() * gates.wordlinePj() * activity.wordlines(), idleRowsSwitch);
    }
    double multiplierPj = macro.multipliersPerInput() * gates.multiplierPj() * activity.multipliers();
    addPerRow(Component.MULTIPLIER, multiplierPj, ModelForm.idleMultipliersSwitch(macro));
    readOut.stages().forEach(this::add);
    macro.structure().logic().forEach(this::add);
    terms.sort(Comparator.comparing(ArrayTerm::component)); // stable
    return terms;
  }

  private void addAnalog(AnalogMacro analog) {
    double analogFactor = OperatingPoint.of(macro).analogEnergyFactor();
    double pjPerRow = analog.dacsPerRow() * RowDrivers.of(analog, gates).pjPerConversion();
    if (pjPerRow > 0) {
      addPerRow(Component.DAC, pjPerRow * activity.dacs(), idleRowsSwitch);
    }
    addPerOutput(Component.ADC, Converters.of(analog).pjPerOutput() * activity.adcs());
    double loads = (double) geometry.weightBits() * geometry.inputs() * analog.dacsPerRow()
        * analog.summing().loads();
    addPerOutput(Component.BITLINE, loads * gates.bitlinePj() * analogFactor * activity.bitlines());
  }

  private void addPerRow(Component component, double pj, boolean idleSwitch) {
    terms.add(idleSwitch
        ? new ArrayTerm.AllRows(component, pj, geometry.inputs())
        : new ArrayTerm.PerRow(component, pj));
  }

  private void addPerOutput(Component component, double pj) {
    terms.add(new ArrayTerm.PerOutput(component, pj, geometry.rowSteps()));
  }

  private void add(ReadOutStage stage) {
    boolean countsDrivenRows = macro.model().has(Quirk.TREES_OF_DRIVEN_ROWS);
    if (!stage.sumsInputs()) {
      double cycles = stage.oncePerActivation() ? 1.0 / geometry.serialCycles() : geometry.rowSteps();
      terms.add(new ArrayTerm.PerOutput(stage.component(), stage.pj(), cycles));
    } else if (idleRowsSwitch) {
      double cycles = stage.oncePerActivation() ? 1.0 / geometry.serialCycles() : geometry.rowSteps();
      terms.add(new ArrayTerm.PerOutput(stage.component(), stage.pj((long) geometry.inputsAtOnce()), cycles));
    } else if (miscountsTrees && stage.tree() != null) {
      int width = geometry.weightBits() + geometry.bitsPerCycle();
      terms.add(new LayerTree(stage, new AdderTree(geometry.inputs(), width)));
    } else {
      terms.add(new ArrayTerm.OfInputs(stage, geometry.inputsAtOnce(), countsDrivenRows, geometry.serialCycles()));
    }
  }

  private void add(LogicBlock block) {
    double pj = LogicCost.energyPj(block, gates);
    switch (block.place()) {
      case MACRO -> terms.add(new ArrayTerm.PerMacro(Component.LOGIC, pj, geometry.rowSteps()));
      case OUTPUT -> addPerOutput(Component.LOGIC, pj);
      case COLUMN -> addPerOutput(Component.LOGIC, geometry.weightBits() * pj);
      case ROW -> addPerRow(Component.LOGIC, pj, idleRowsSwitch);
    }
  }
}
