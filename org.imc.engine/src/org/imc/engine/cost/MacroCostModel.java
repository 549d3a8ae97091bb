package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.result.AreaBreakdown;
import org.imc.engine.result.Component;
import org.imc.engine.result.DelayBreakdown;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.MacroCost;
import org.imc.engine.result.NamedPart;

/**
 * What one macro costs at its peak: energy per cycle, area and critical path.
 *
 * <p>Shape: input and output registers are memories and not counted here. Cells and DACs take no time, DACs no area,
 * unless the design gives them one. A part that a macro does not have is not listed.
 * <p>Units: pJ, mm², ns.
 * <p>Limits: at another supply than the nominal one the critical path follows the technology's supply law; the published
 * forms of the model, and technologies without a law, have none. Give the macro a clock period then.
 * <p>Source: released {@code zigzag-imc} (df34a6f) and ZigZag 3.8.5 (3d12a96), told apart by {@link ModelForm}.
 */
public final class MacroCostModel {

  /** The name of the bit cells among the parts of an area. */
  public static final String CELLS = "cells";

  private MacroCostModel() { }

  /** Return what a macro costs. */
  public static MacroCost of(Macro macro) {
    MacroGeometry geometry = macro.geometry();
    var gates = GateLibrary.of(macro);
    var readOut = ReadOut.of(macro, gates);
    DelayBreakdown criticalPath = CriticalPath.of(macro, gates, readOut);
    double macs = (double) geometry.outputs() * geometry.inputs() / geometry.cyclesPerActivation();
    AreaBreakdown area = area(macro, gates, readOut);
    double clockPeriodNs = macro.givenClockPeriodNs().orElse(criticalPath.totalNs());
    EnergyBreakdown array = ArrayCost.of(macro, gates, readOut).energyPerPeakCycle();
    return new MacroCost(withLeakage(array, macro, area, clockPeriodNs), area, criticalPath, clockPeriodNs, macs);
  }

  private static EnergyBreakdown withLeakage(EnergyBreakdown array, Macro macro, AreaBreakdown area, double clockPeriodNs) {
    double leakageMw = LeakageModel.macroMw(macro, area);
    return leakageMw == 0
        ? array
        : array.plus(new EnergyBreakdown(List.of(EnergyPart.of(Component.LEAKAGE, leakageMw * clockPeriodNs))));
  }

  private static AreaBreakdown area(Macro macro, GateLibrary gates, ReadOut readOut) {
    MacroGeometry geometry = macro.geometry();
    List<NamedPart> parts = new ArrayList<>();
    parts.add(new NamedPart(CELLS, macro.structure().arrayMm2()
        .orElseGet(() -> geometry.cells() * macro.technology().cellAreaUm2() * Units.MM2_PER_UM2)));
    double multipliers = (double) macro.multipliersPerInput() * geometry.inputs();
    parts.add(part(Component.MULTIPLIER, multipliers * gates.multiplierMm2()));
    if (macro instanceof AnalogMacro analog) {
      double dacsMm2 = RowDrivers.of(analog, gates).areaMm2();
      if (dacsMm2 > 0) {
        parts.add(part(Component.DAC, dacsMm2));
      }
      parts.add(part(Component.ADC, Converters.of(analog).areaMm2()));
    }
    for (ReadOutStage stage : readOut.stages()) {
      parts.add(part(stage.component(), (double) stage.count() * geometry.outputs() * stage.mm2()));
    }
    for (LogicBlock block : macro.structure().logic()) {
      parts.add(part(Component.LOGIC, block.place().count(geometry) * LogicCost.areaMm2(block, gates)));
    }
    return new AreaBreakdown(NamedPart.merged(parts));
  }

  private static NamedPart part(Component component, double value) {
    return new NamedPart(component.label(), value);
  }
}
