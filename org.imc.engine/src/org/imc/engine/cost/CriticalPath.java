package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.Macro;
import org.imc.engine.result.Component;
import org.imc.engine.result.DelayBreakdown;
import org.imc.engine.result.NamedPart;

/**
 * The slowest stage of a macro's pipeline; of a macro without pipeline registers, everything from input to sum.
 *
 * <p>Shape: DACs and the access to the cells where they take time, multipliers, ADCs and the steps of the read-out follow each
 * other in series. A pipeline register, or an accumulator that is not the last, ends a stage; logic on the critical path is in
 * series with the last stage. Registers take no time.
 * <p>Units: ns. Limits: filling and draining the pipeline is not counted, since activations follow each other.
 * <p>Source: series as in the released {@code zigzag-imc} (df34a6f); stages as in its validation of pipelined chips.
 */
final class CriticalPath {

  private final List<List<NamedPart>> stages = new ArrayList<>(List.of(new ArrayList<>()));
  private boolean parted;

  private CriticalPath() { }

  static DelayBreakdown of(Macro macro, GateLibrary gates, ReadOut readOut) {
    var path = new CriticalPath();
    if (macro instanceof AnalogMacro analog) {
      double dacNs = RowDrivers.of(analog, gates).delayNs();
      if (dacNs > 0) {
        path.add(Component.DAC, dacNs);
      }
    }
    macro.structure().accessNs().ifPresent(ns -> path.add(MacroCostModel.CELLS, ns * OperatingPoint.of(macro).delayFactor()));
    path.add(Component.MULTIPLIER, gates.multiplierNs());
    if (macro instanceof AnalogMacro analog) {
      path.add(Component.ADC, Converters.of(analog).delayNs());
    }
    for (ReadOutStage stage : readOut.stages()) {
      path.add(stage);
    }
    double absent = ModelForm.absentAccumulatorNs(macro, gates);
    if (absent > 0) {
      path.add(Component.ACCUMULATOR, absent);
    }
    path.parted = false; // logic joins the last stage
    for (LogicBlock block : macro.structure().logic()) {
      if (block.critical()) {
        path.add(Component.LOGIC, LogicCost.delayNs(block, gates));
      }
    }
    return path.slowest();
  }

  private void add(ReadOutStage stage) {
    if (stage.component() != Component.REGISTER) { // takes no time
      add(stage.component(), stage.ns());
    }
    parted |= stage.parts();
  }

  private void add(Component component, double ns) {
    add(component.label(), ns);
  }

  private void add(String part, double ns) {
    if (parted) {
      stages.add(new ArrayList<>());
      parted = false;
    }
    stages.getLast().add(new NamedPart(part, ns));
  }

  private DelayBreakdown slowest() {
    DelayBreakdown slowest = new DelayBreakdown(List.of());
    for (List<NamedPart> stage : stages) {
      var path = new DelayBreakdown(NamedPart.merged(stage));
      if (path.totalNs() > slowest.totalNs()) {
        slowest = path;
      }
    }
    return slowest;
  }
}
