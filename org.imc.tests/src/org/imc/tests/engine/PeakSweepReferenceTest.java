package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MacroStructure;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.GateLibrary;
import org.imc.engine.cost.SramFigures;
import org.imc.engine.cost.SramModel;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The sweeps that an older state of the ICCAD 2023 scripts stored: 8-bit operands at 28 nm and 0.9 V over rows, columns,
 * input bits per cycle and macros. That state had the access to the cells in the clock, and its "system" adds to a macro its
 * 8-bit input and output registers and what moves between them and a cache.
 */
class PeakSweepReferenceTest {

  /** Eight digits are stored. */
  private static final double STORED_DIGITS = 0.6e-7;

  /** Six digits of the registers' and the cache's energy are known; they were inferred from the sweeps. */
  private static final double INFERRED_DIGITS = 5e-6;

  private static final int REGISTER_BITS = 8;

  /** Energy to move and register an input and an output, pJ: inferred, reference/case-study.md. */
  private static final double SYSTEM_PJ_PER_ROW = 0.100288;

  private static final double SYSTEM_PJ_PER_OUTPUT = 0.190186;

  @Test
  void all448MacrosOfTheSweepsArePricedAsTheOlderScriptsDid(TestReporter reporter) {
    List<Map<String, String>> rows = ReferenceFolder.rows(ReferenceFolder.required("peak-sweeps.csv"));
    assertEquals(448, rows.size());
    rows.forEach(PeakSweepReferenceTest::assertPricedAsStored);
    reporter.publishEntry("macros compared", Integer.toString(rows.size()));
  }

  private static void assertPricedAsStored(Map<String, String> row) {
    Macro macro = macro(row);
    MacroCost cost = Engine.macroCost(macro);
    MacroGeometry geometry = macro.geometry();
    assertMet(row, "area_macro_mm2", cost.area().totalMm2(), STORED_DIGITS);
    assertMet(row, "tclk_macro_ns", cost.clockPeriodNs(), STORED_DIGITS);
    assertMet(row, "adc_pJ", cost.energyPerCycle().pj(Component.ADC), STORED_DIGITS);
    assertMet(row, "dac_pJ", cost.energyPerCycle().pj(Component.DAC), STORED_DIGITS);
    assertMet(row, "bank_pJ", cost.energyPerCycle().pj(Component.BITLINE), STORED_DIGITS);
    assertMet(row, "mults_pJ", cost.energyPerCycle().pj(Component.MULTIPLIER), STORED_DIGITS);
    assertMet(row, "adders_pJ", cost.energyPerCycle().pj(Component.PLACE_VALUE_TREE), STORED_DIGITS);
    assertMet(row, "accumulators_pJ", cost.energyPerCycle().pj(Component.ACCUMULATOR), STORED_DIGITS);

    var gates = GateLibrary.of(macro.technology(), macro.supplyV());
    double systemMm2 = cost.area().totalMm2()
        + (geometry.inputs() + geometry.outputs()) * REGISTER_BITS * gates.registerMm2();
    assertMet(row, "area_system_mm2", systemMm2, STORED_DIGITS);
    assertMet(row, "topsmm2_system", cost.tops() / systemMm2, STORED_DIGITS);
    double systemPj = SYSTEM_PJ_PER_ROW * geometry.inputs() + SYSTEM_PJ_PER_OUTPUT * geometry.outputs();
    // inputs move once per activation; that state forgot so in analog macros
    double systemPjPerCycle = macro instanceof AnalogMacro ? systemPj : systemPj / geometry.cyclesPerActivation();
    double pjPerCycle = cost.energyPerCycle().totalPj() + systemPjPerCycle;
    assertMet(row, "topsw_system", 2 * cost.macsPerCycle() / pjPerCycle, INFERRED_DIGITS);
  }

  private static Macro macro(Map<String, String> row) {
    int rows = Integer.parseInt(row.get("rows"));
    int columns = Integer.parseInt(row.get("cols"));
    int bitsPerCycle = Integer.parseInt(row.get("bits_per_cycle"));
    SramFigures cells = SramModel.of((long) rows * columns, columns, MacroPlan.NODE_NM, true);
    MacroStructure structure = MacroStructure.GENERIC.withArrayMm2(cells.areaMm2()).withAccessNs(cells.accessNs());
    var id = new ElementId("test.m0");
    var geometry = new MacroGeometry(rows, columns, 1, 8, 8, bitsPerCycle);
    var technology = MacroPlan.digital(1, 1, 1).technology();
    return row.get("imc_type").startsWith("aimc")
        ? new AnalogMacro(id, "m0", technology, geometry, MacroPlan.SUPPLY_V, OptionalDouble.empty(), MacroModel.ICCAD2023,
            structure, new Dac(bitsPerCycle), new Adc(bitsPerCycle + Math.log(rows) / Math.log(2) / 2, 1))
        : new DigitalMacro(id, "m0", technology, geometry, MacroPlan.SUPPLY_V, OptionalDouble.empty(),
            MacroModel.ICCAD2023, structure);
  }

  private static void assertMet(Map<String, String> row, String name, double actual, double digits) {
    if (!row.get(name).isEmpty()) { // not every sweep stored every figure
      double stored = Double.parseDouble(row.get(name));
      assertEquals(stored, actual, Math.max(stored * digits, Double.MIN_VALUE), () -> row + ": " + name);
    }
  }
}
