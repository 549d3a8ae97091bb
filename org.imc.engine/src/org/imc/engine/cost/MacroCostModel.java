package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.DigitalMacro;
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
 * <p>Shape: all parts of the critical path are in series, without pipelining; input and output registers are memories and
 * not counted here. Cells and DACs take no time, DACs no area. A part that a macro does not have is not listed.
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
    var readOut = ReadOut.of(macro);
    DelayBreakdown criticalPath = criticalPath(macro, gates, readOut);
    double macs = (double) geometry.outputs() * geometry.inputs() / geometry.cyclesPerActivation();
    AreaBreakdown area = area(macro, gates, readOut);
    double clockPeriodNs = macro.givenClockPeriodNs().orElse(criticalPath.totalNs());
    return new MacroCost(peakCycle(macro, area, clockPeriodNs), area, criticalPath, clockPeriodNs, macs);
  }

  private static EnergyBreakdown peakCycle(Macro macro, AreaBreakdown area, double clockPeriodNs) {
    EnergyBreakdown array = ArrayCost.of(macro).energyPerPeakCycle();
    double leakageMw = LeakageModel.macroMw(macro, area);
    return leakageMw == 0
        ? array
        : array.plus(new EnergyBreakdown(List.of(EnergyPart.of(Component.LEAKAGE, leakageMw * clockPeriodNs))));
  }

  private static AreaBreakdown area(Macro macro, GateLibrary gates, ReadOut readOut) {
    MacroGeometry geometry = macro.geometry();
    int parallelBits = macro instanceof DigitalMacro ? geometry.bitsPerCycle() : 1;
    double multipliers = (double) geometry.columns() * geometry.inputs() * parallelBits;
    AdcModel adc = readOut.adc();
    AdderTree tree = readOut.tree();
    Accumulator accumulator = readOut.accumulator();

    List<NamedPart> parts = new ArrayList<>();
    parts.add(new NamedPart(CELLS, geometry.cells() * macro.technology().cellAreaUm2() * Units.MM2_PER_UM2));
    parts.add(part(Component.MULTIPLIER, multipliers * gates.multiplierMm2()));
    if (adc != null) {
      parts.add(part(Component.ADC, adc.converters(geometry.columns()) * adc.areaMm2()));
    }
    if (tree != null) {
      parts.add(part(Component.ADDER_TREE, (double) parallelBits * geometry.outputs() * tree.areaMm2(gates)));
    }
    if (readOut.placeValue().isPresent()) {
      parts.add(part(Component.PLACE_VALUE_TREE, geometry.outputs() * readOut.placeValue().areaMm2(gates)));
    }
    if (accumulator != null) {
      parts.add(part(Component.ACCUMULATOR, geometry.outputs() * accumulator.areaMm2(gates)));
    }
    return new AreaBreakdown(parts);
  }

  private static DelayBreakdown criticalPath(Macro macro, GateLibrary gates, ReadOut readOut) {
    AdcModel adc = readOut.adc();
    AdderTree tree = readOut.tree();
    PlaceValueTree placeValue = readOut.placeValue();

    List<NamedPart> parts = new ArrayList<>();
    parts.add(part(Component.MULTIPLIER, gates.multiplierNs()));
    if (adc != null) {
      parts.add(part(Component.ADC, adc.delayNs(macro.geometry().columns()) * OperatingPoint.of(macro).delayFactor()));
    }
    if (tree != null) {
      parts.add(part(Component.ADDER_TREE, tree.delayNs(gates)));
    }
    if (placeValue.isPresent()) {
      double carries = ModelForm.placeValueCarries(macro, placeValue);
      parts.add(part(Component.PLACE_VALUE_TREE, placeValue.delayNs(gates, carries)));
    }
    ModelForm.accumulatorNs(macro, readOut, gates)
        .ifPresent(ns -> parts.add(part(Component.ACCUMULATOR, ns)));
    return new DelayBreakdown(parts);
  }

  private static NamedPart part(Component component, double value) {
    return new NamedPart(component.label(), value);
  }
}
