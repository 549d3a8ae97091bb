package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Leakage;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.Sharing;
import org.imc.engine.arch.SupplyLaw;
import org.imc.engine.arch.Technology;
import org.imc.engine.result.Component;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.MacroCost;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

class LeakageTest {

  private static final double GATE_NW = 2;
  private static final double CELL_NW = 0.01;

  @Test
  void aMacroLeaksCellByCellAndGateByGateForOneClockPeriod() {
    MacroCost cost = Engine.macroCost(leaking(MacroPlan.digital(4, 32, 1).cellsMm2(0.0006)));
    double gates = (cost.area().totalMm2() - 0.0006) * 1e6 / MacroPlan.GATE_UM2;
    double mw = (gates * GATE_NW + 32 * 32 * CELL_NW) * 1e-6;
    assertEquals(mw * cost.clockPeriodNs(), cost.energyPerCycle().pj(Component.LEAKAGE), 1e-12);
  }

  @Test
  void theConvertersOfAnAnalogMacroAreNotCountedAsGates() {
    MacroCost cost = Engine.macroCost(leaking(MacroPlan.analog(4, 32, 2, 6)));
    double logicMm2 = cost.area().totalMm2() - cost.area().mm2(Component.ADC.label());
    double mw = (logicMm2 * 1e6 / MacroPlan.GATE_UM2 * GATE_NW + 32 * 32 * CELL_NW) * 1e-6;
    assertEquals(mw * cost.clockPeriodNs(), cost.energyPerCycle().pj(Component.LEAKAGE), 1e-12);
  }

  @Test
  void atALowerSupplyLessLeaksInALongerTime() {
    var law = SupplyLaw.ofThreshold(0.35);
    MacroCost nominal = Engine.macroCost(Supplies.with(leaking(MacroPlan.digital(4, 32, 1)), law));
    MacroCost low = Engine.macroCost(Supplies.with(leaking(MacroPlan.digital(4, 32, 1).supplyV(0.6)), law));
    assertEquals(0.6 / 0.9 * Math.exp(0.1 * (0.6 - 0.9) / (1.5 * 0.02585)), law.leakageFactor(0.6, 0.9), 1e-12);
    assertEquals(nominal.energyPerCycle().pj(Component.LEAKAGE) * law.leakageFactor(0.6, 0.9) * law.delayFactor(0.6, 0.9),
        low.energyPerCycle().pj(Component.LEAKAGE), 1e-12);
  }

  @Test
  void aChipLeaksWithAllItsMacrosAndMemoriesUntilEachLayerIsDone() {
    Macro macro = leaking(MacroPlan.digital(4, 32, 1));
    Architecture architecture = new MapperProblem(MapperProblem.architecture(macro, 3,
        MapperProblem.memory("dram", 1 << 20, Sharing.GLOBAL, 1, 1, 8, Operand.values())), layer())
        .leaking(0.5).architecture();
    Evaluation evaluation = Engine.withThreads(1).evaluate(
        MapperProblem.study(architecture, Objective.ENERGY, layer()), Progress.NONE, Cancellation.NEVER);
    MacroCost cost = evaluation.macro();
    double mw = 3 * cost.energyPerCycle().pj(Component.LEAKAGE) / cost.clockPeriodNs() + 0.5;
    assertEquals(mw * evaluation.latencyNs(), evaluation.energy().pj(Component.LEAKAGE), 1e-9);
    assertTrue(evaluation.energy().pj(Component.LEAKAGE) > 0);
  }

  @Test
  void whatDoesNotLeakHasNoSuchPart() {
    assertTrue(Engine.macroCost(MacroPlan.digital(4, 32, 1).macro()).energyPerCycle().parts().stream()
        .noneMatch(part -> part.component() == Component.LEAKAGE));
  }

  @Test
  void negativeLeakageIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> new Leakage(-1, 0));
    assertEquals("A leakage of -1.0 nW per gate and 0.0 nW per cell cannot be. Neither may be negative.", e.getMessage());
  }

  private static MacLayer layer() {
    return MapperProblem.layer("l", new Precision(8, 8, 24, 8), 1, 1, 1, 1, 8, 8, 4, 4, 3, 3);
  }

  private static Macro leaking(MacroPlan plan) {
    Macro macro = plan.macro();
    Technology t = macro.technology();
    var technology = new Technology(t.id(), t.name(), t.nodeNm(), t.supplyV(), t.gateCapacitanceFf(), t.gateAreaUm2(),
        t.gateDelayNs(), t.wordlineCapacitanceFf(), t.bitlineCapacitanceFf(), t.cellAreaUm2(), t.cellWritePjPerBit(),
        new Leakage(GATE_NW, CELL_NW), Optional.empty());
    return Supplies.of(macro, technology, macro.supplyV());
  }
}
