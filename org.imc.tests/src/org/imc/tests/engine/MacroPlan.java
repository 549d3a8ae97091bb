package org.imc.tests.engine;

import java.util.OptionalDouble;
import org.imc.engine.ElementId;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.Technology;
import org.imc.engine.cost.SramModel;

/**
 * A macro in the terms of the published studies, to be varied by tests: 28 nm, 0.9 V, 8-bit operands unless changed.
 *
 * @param adcBits resolution; 0 for a digital macro
 * @param outputs D1
 * @param inputs D2
 */
record MacroPlan(
    MacroModel model,
    double adcBits,
    int columnsPerConverter,
    int outputs,
    int inputs,
    int cellsPerMultiplier,
    int weightBits,
    int activationBits,
    int bitsPerCycle,
    double supplyV,
    double cellAreaUm2,
    OptionalDouble clockPeriodNs) {

  static final double NODE_NM = 28;
  static final double SUPPLY_V = 0.9;
  static final double GATE_FF = 0.7;
  static final double GATE_NS = 0.0478;
  static final double GATE_UM2 = 0.614;

  static MacroPlan analog(int outputs, int inputs, int bitsPerCycle, double adcBits) {
    return new MacroPlan(MacroModel.STANDARD, adcBits, 1, outputs, inputs, 1, 8, 8, bitsPerCycle, SUPPLY_V, 0,
        OptionalDouble.empty());
  }

  static MacroPlan digital(int outputs, int inputs, int bitsPerCycle) {
    return analog(outputs, inputs, bitsPerCycle, 0);
  }

  MacroPlan model(MacroModel newModel) {
    return new MacroPlan(newModel, adcBits, columnsPerConverter, outputs, inputs, cellsPerMultiplier, weightBits,
        activationBits, bitsPerCycle, supplyV, cellAreaUm2, clockPeriodNs);
  }

  MacroPlan columnsPerConverter(int newColumns) {
    return new MacroPlan(model, adcBits, newColumns, outputs, inputs, cellsPerMultiplier, weightBits,
        activationBits, bitsPerCycle, supplyV, cellAreaUm2, clockPeriodNs);
  }

  MacroPlan cellsPerMultiplier(int newCells) {
    return new MacroPlan(model, adcBits, columnsPerConverter, outputs, inputs, newCells, weightBits,
        activationBits, bitsPerCycle, supplyV, cellAreaUm2, clockPeriodNs);
  }

  MacroPlan precision(int newWeightBits, int newActivationBits) {
    return new MacroPlan(model, adcBits, columnsPerConverter, outputs, inputs, cellsPerMultiplier, newWeightBits,
        newActivationBits, bitsPerCycle, supplyV, cellAreaUm2, clockPeriodNs);
  }

  MacroPlan supplyV(double newSupplyV) {
    return new MacroPlan(model, adcBits, columnsPerConverter, outputs, inputs, cellsPerMultiplier, weightBits,
        activationBits, bitsPerCycle, newSupplyV, cellAreaUm2, clockPeriodNs);
  }

  /** Return the plan whose macro has this area of cells in all. */
  MacroPlan cellsMm2(double areaMm2) {
    double cells = (double) outputs * weightBits * inputs * cellsPerMultiplier;
    return new MacroPlan(model, adcBits, columnsPerConverter, outputs, inputs, cellsPerMultiplier, weightBits,
        activationBits, bitsPerCycle, supplyV, areaMm2 * 1e6 / cells, clockPeriodNs);
  }

  /** Return the plan whose cells have the area of a memory of these rows and columns, as in the published studies. */
  MacroPlan withCellsOfMemory() {
    int columns = outputs * weightBits;
    return cellsMm2(SramModel.of((long) columns * inputs * cellsPerMultiplier, columns, NODE_NM, true).areaMm2());
  }

  MacroPlan clockPeriodNs(double newPeriodNs) {
    return new MacroPlan(model, adcBits, columnsPerConverter, outputs, inputs, cellsPerMultiplier, weightBits,
        activationBits, bitsPerCycle, supplyV, cellAreaUm2, OptionalDouble.of(newPeriodNs));
  }

  Macro macro() {
    var id = new ElementId("test.m0");
    var geometry = new MacroGeometry(inputs * cellsPerMultiplier, outputs * weightBits, cellsPerMultiplier, weightBits,
        activationBits, bitsPerCycle);
    return adcBits == 0
        ? new DigitalMacro(id, "m0", technology(), geometry, supplyV, clockPeriodNs, model)
        : new AnalogMacro(id, "m0", technology(), geometry, supplyV, clockPeriodNs, model,
            new Adc(adcBits, columnsPerConverter));
  }

  Technology technology() {
    return new Technology(new ElementId("test.cmos28"), "cmos28", NODE_NM, SUPPLY_V, GATE_FF, GATE_UM2, GATE_NS,
        GATE_FF / 2, GATE_FF / 2, cellAreaUm2, 0);
  }
}
