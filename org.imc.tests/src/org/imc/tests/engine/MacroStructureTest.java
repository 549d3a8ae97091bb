package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.arch.Activity;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.LogicBlock.Words;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MacroStructure;
import org.imc.engine.arch.MacroStructure.Idle;
import org.imc.engine.arch.ReadOutStep;
import org.imc.engine.arch.Summing;
import org.imc.engine.arch.TreeKind;
import org.imc.engine.cost.AdcModel;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.cost.CarrySaveTree;
import org.imc.engine.cost.GateLibrary;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;

/** What each property of a macro's structure does. Figures by hand: a full adder is 3.402 fJ and 7.8 gates, a gate 0.614 µm². */
class MacroStructureTest {

  private static final double FULL_ADDER_PJ = 3.402e-3;
  private static final double FULL_ADDER_MM2 = 7.8 * 0.614e-6;
  private static final double REGISTER_MM2 = 6 * 0.614e-6;
  private static final double SUM_NS = 4.8 * 0.0478;
  private static final double CARRY_NS = 4.4 * 0.0478;
  private static final double RIPPLE_NS = 2 * 0.0478;
  private static final OptionalDouble NATURAL = OptionalDouble.empty();

  @Test
  void givingTheStepsOfTheGenericReadOutChangesNothing() {
    MacroGeometry geometry = geometry(128, 64, 2);
    MacroStructure spelled = MacroStructure.GENERIC.withReadOut(
        tree(128), new ReadOutStep.PlaceValue(2, NATURAL, NATURAL), accumulator(NATURAL, NATURAL));
    assertEquals(cost(digital(geometry, MacroStructure.GENERIC)), cost(digital(geometry, spelled)));
  }

  @Test
  void boothRecodingHalvesTheMultipliersAndWidensTheTreesByABit() {
    MacroGeometry geometry = geometry(32, 48, 2);
    MacroCost cost = cost(digital(geometry, MacroStructure.GENERIC.withBooth()));
    assertEquals(32 * 48 * 0.614e-6, cost.area().mm2(Component.MULTIPLIER.label()), 1e-12);
    assertEquals(6 * (32 * 10 - (9 + 5 + 1)) * FULL_ADDER_MM2, cost.area().mm2(Component.ADDER_TREE.label()), 1e-12);
    assertEquals(0, cost.area().mm2(Component.PLACE_VALUE_TREE.label()));
  }

  /** 64 x 64 cells at 0.35 fF and 0.9 V, 18 times where they conduct; nothing else changes. */
  @Test
  void cellsThatSumCurrentsDrawAsEighteenThatSumCharge() {
    AnalogMacro charge = analog(geometry(64, 64, 1), new Dac(1), new Adc(5, 1), MacroStructure.GENERIC);
    var current = new AnalogMacro(charge.id(), charge.name(), charge.technology(), charge.geometry(), charge.supplyV(),
        charge.givenClockPeriodNs(), charge.model(), charge.structure(), charge.dac(), charge.adc(), Summing.CURRENT);
    double lines = 64 * 64 * 0.35 * 0.81 / 1000;
    assertEquals(lines, cost(charge).energyPerCycle().pj(Component.BITLINE), 1e-12);
    assertEquals(18 * lines, cost(current).energyPerCycle().pj(Component.BITLINE), 1e-12);
    assertEquals(17 * lines, cost(current).energyPerCycle().totalPj() - cost(charge).energyPerCycle().totalPj(), 1e-9);
    assertEquals(cost(charge).area(), cost(current).area());
  }

  @Test
  void boothRecodedPartialSumsAreAddedTwoPlacesApart() {
    MacroCost cost = cost(digital(geometry(32, 8, 4), MacroStructure.GENERIC.withBooth()));
    assertEquals((14 + 2) * FULL_ADDER_MM2, cost.area().mm2(Component.PLACE_VALUE_TREE.label()), 1e-12);
  }

  /** Products of 2 input bits and 4 weight bits have 6 bits; their adders take the delay to a sum before the tree. */
  @Test
  void theInputBitsOfACycleMayBeAddedBeforeTheInputs() {
    MacroStructure structure = MacroStructure.GENERIC.withReadOut(
        new ReadOutStep.PlaceValue(2, NATURAL, NATURAL), tree(32), accumulator(NATURAL, NATURAL)).withAccessNs(0.1);
    DigitalMacro macro = digital(geometry(32, 8, 2), structure);
    MacroCost cost = cost(macro);
    int outputs = macro.geometry().outputs();
    int weightBits = macro.geometry().weightBits();
    double perInput = weightBits + 2 * 0.5;
    assertEquals(outputs * 32 * perInput * FULL_ADDER_MM2, cost.area().mm2(Component.PLACE_VALUE_TREE.label()), 1e-12);
    assertEquals(outputs * 32 * perInput * FULL_ADDER_PJ, cost.energyPerCycle().pj(Component.PLACE_VALUE_TREE), 1e-12);
    assertEquals(SUM_NS, cost.criticalPath().ns(Component.PLACE_VALUE_TREE.label()), 1e-12);
    int width = weightBits + 2;
    assertEquals(outputs * (32 * (width + 1) - (width + 5 + 1)) * FULL_ADDER_MM2,
        cost.area().mm2(Component.ADDER_TREE.label()), 1e-12);
    assertEquals(0.1, cost.criticalPath().ns("cells"));
    double half = ArrayCost.energyPerActivation(macro, ArrayUse.of(outputs, 16)).pj(Component.PLACE_VALUE_TREE);
    assertEquals(cost.energyPerCycle().pj(Component.PLACE_VALUE_TREE) / 2 * macro.geometry().cyclesPerActivation(), half, 1e-12);
  }

  /** Guo et al. 2023: a tree for each of the 8 columns, one across them, an accumulator; all in series. */
  @Test
  void treesPerColumnAndOneAcrossThem() {
    MacroStructure structure = MacroStructure.GENERIC.withReadOut(
        tree(128), new ReadOutStep.Tree(8, OptionalDouble.of(16), OptionalDouble.of(1)),
        accumulator(NATURAL, OptionalDouble.of(17)))
        .withActivity(Activity.of(0.5, 0.5, false));
    MacroCost cost = cost(digital(geometry(128, 8, 2), structure));
    int column = 128 * 3 - (2 + 7 + 1);
    int across = 8 * 17 - (16 + 3 + 1);
    assertEquals((8 * column + across) * FULL_ADDER_MM2, cost.area().mm2(Component.ADDER_TREE.label()), 1e-12);
    assertEquals((8 * column * 0.25 + across) * FULL_ADDER_PJ,
        cost.energyPerCycle().pj(Component.ADDER_TREE), 1e-12);
    assertEquals(23 * (FULL_ADDER_MM2 + REGISTER_MM2), cost.area().mm2(Component.ACCUMULATOR.label()), 1e-12);
    assertEquals(5.4014, cost.clockPeriodNs(), 1e-4);
  }

  /** Yue et al. 2023: trees of 16 and 8 in one stage of the pipeline, the last tree and the accumulator in the next. */
  @Test
  void aPipelineRunsAtItsSlowestStageAndCountsItsRegisters() {
    MacroStructure structure = MacroStructure.GENERIC.withReadOut(
        tree(16), new ReadOutStep.Tree(8, OptionalDouble.of(4), NATURAL),
        new ReadOutStep.Register(OptionalDouble.of(6), NATURAL), tree(8),
        accumulator(OptionalDouble.of(17), OptionalDouble.of(9)));
    MacroCost cost = cost(digital(geometry(128, 64, 1), structure));
    int adders = 64 * 26 + 8 * 32 + 46;
    assertEquals(8 * adders * FULL_ADDER_MM2, cost.area().mm2(Component.ADDER_TREE.label()), 1e-10);
    assertEquals(8 * 48 * REGISTER_MM2, cost.area().mm2(Component.REGISTER.label()), 1e-12);
    double first = 0.0478 + (3 * SUM_NS + CARRY_NS + 3 * RIPPLE_NS) + (2 * SUM_NS + CARRY_NS + 5 * RIPPLE_NS);
    assertEquals(first, cost.clockPeriodNs(), 1e-12);
    assertEquals(cost.clockPeriodNs(), cost.criticalPath().totalNs());
    assertEquals(0, cost.criticalPath().ns(Component.ACCUMULATOR.label()), "not in the slowest stage");
  }

  /** Yan et al. 2022: an accumulator for each input, then one tree, which works once per activation. */
  @Test
  void whatStandsBehindTheAccumulatorsWorksOncePerActivation() {
    MacroStructure structure = MacroStructure.GENERIC.withReadOut(accumulator(OptionalDouble.of(16), NATURAL), tree(32));
    MacroCost cost = cost(digital(geometry(32, 8, 1), structure));
    assertEquals(32 * 16 * (FULL_ADDER_PJ * 1.5), cost.energyPerCycle().pj(Component.ACCUMULATOR), 1e-12);
    assertEquals(522 * FULL_ADDER_PJ / 8, cost.energyPerCycle().pj(Component.ADDER_TREE), 1e-12);
    assertEquals(4 * SUM_NS + CARRY_NS + 19 * RIPPLE_NS, cost.clockPeriodNs(), 1e-12);
  }

  @Test
  void carrySaveTreesStandInPlaceOfEveryAdderTree() {
    var tree = new CarrySaveTree(128, 8);
    MacroStructure structure = MacroStructure.GENERIC.withTrees(TreeKind.CARRY_SAVE);
    Macro macro = digital(geometry(128, 64, 2), structure);
    MacroCost cost = cost(macro);
    assertEquals(8 * 2 * tree.fullAdders() * FULL_ADDER_MM2, cost.area().mm2(Component.ADDER_TREE.label()), 1e-10);
    double pj = ArrayCost.energyPerActivation(macro, ArrayUse.of(3, 50)).pj(Component.ADDER_TREE);
    assertEquals(3 * 2 * 4 * tree.activity(50).energyPj(GateLibrary.of(macro.technology(), macro.supplyV())), pj, 1e-9);
    MacroCost ripple = cost(digital(geometry(128, 64, 2), MacroStructure.GENERIC));
    assertEquals(ripple.area().mm2(Component.ACCUMULATOR.label()), cost.area().mm2(Component.ACCUMULATOR.label()));
    assertEquals(ripple.area().mm2(Component.PLACE_VALUE_TREE.label()), cost.area().mm2(Component.PLACE_VALUE_TREE.label()));
  }

  @Test
  void partOfTheInputsOccupiesPartOfAStagedTree() {
    MacroStructure structure = MacroStructure.GENERIC.withReadOut(tree(16), tree(8), tree(8), accumulator(NATURAL, NATURAL));
    ArrayCost cost = ArrayCost.of(digital(geometry(128, 8, 1), structure));
    double pj = cost.energyPerActivation(ArrayUse.of(1, 16)).pj(Component.ADDER_TREE);
    int firstStage = 8 * 26;
    int secondStageHalf = 8 * (5 + 6 + 7); // the one number of each column meets resting ones in three stages
    int across = 8 * 9 - (8 + 3 + 1);
    assertEquals((firstStage + secondStageHalf * 0.5 + across) * FULL_ADDER_PJ * 8, pj, 1e-9);
  }

  @Test
  void anAdcPerOutputConvertsOnceAndLeavesNothingToAddUp() {
    MacroCost cost = cost(analog(new MacroGeometry(1024, 1024, 1, 2, 7, 7), new Dac(7),
        new Adc(6, 1, true, OptionalDouble.empty(), OptionalInt.empty()), MacroStructure.GENERIC));
    assertEquals(512 * 617.70e-6, cost.area().mm2(Component.ADC.label()), 1e-5);
    assertEquals(512 * 489.318e-3, cost.energyPerCycle().pj(Component.ADC), 1e-3);
    assertEquals(0, cost.energyPerCycle().pj(Component.PLACE_VALUE_TREE));
  }

  @Test
  void aConversionOfFewerBitsAndRowsCostsTheirEnergyAndTimeButTheFullArea() {
    var geometry = geometry(64, 256, 1);
    var adc = new Adc(7, 1, false, OptionalDouble.of(3), OptionalInt.of(8));
    MacroCost cost = cost(analog(geometry, new Dac(1), adc, MacroStructure.GENERIC.withReadOut()));
    MacroCost plain = cost(analog(geometry, new Dac(1), new Adc(7, 1), MacroStructure.GENERIC.withReadOut()));
    assertEquals(plain.area().mm2(Component.ADC.label()), cost.area().mm2(Component.ADC.label()));
    assertEquals(256 * (300 + 0.064) * 0.81e-3, cost.energyPerCycle().pj(Component.ADC), 1e-9);
    assertEquals(3 * (0.00653 * 8 + 0.640), cost.criticalPath().ns(Component.ADC.label()), 1e-12);
  }

  /** Su et al. 2023: 4 bits a cycle through two 2-bit DACs, so 16 converters for 8 columns; two columns share them. */
  @Test
  void severalDacsPerRowHaveBitLinesAndConvertersOfTheirOwn() {
    MacroCost cost = cost(analog(new MacroGeometry(512, 192, 32, 8, 8, 4, 2, 16), new Dac(2), new Adc(5, 1),
        MacroStructure.GENERIC));
    assertEquals(12 * 16 * new AdcModel(5, 16, 1).areaMm2(), cost.area().mm2(Component.ADC.label()), 1e-12);
    assertEquals(12 * 16 * (500 + 1.024) * 0.81e-3, cost.energyPerCycle().pj(Component.ADC), 1e-9);
    assertEquals(12 * 131 * FULL_ADDER_MM2, cost.area().mm2(Component.PLACE_VALUE_TREE.label()), 1e-12);
    assertEquals(12 * 16 / 2.0, cost.macsPerCycle());
  }

  @Test
  void columnsThatShareAReadOutTakeTurnsLikeCellsOfAMultiplier() {
    var muxed = new MacroGeometry(512, 192, 32, 8, 8, 4, 2, 16);
    assertEquals(12, muxed.outputs());
    assertEquals(64, muxed.weightsPerMultiplier());
    assertEquals(96, muxed.activeColumns());
  }

  @Test
  void rowsThatTakeTurnsNeedMoreCyclesConversionsAndAWiderAccumulator() {
    var together = new MacroGeometry(64, 64, 1, 8, 8, 1, 1, 64);
    var inTurns = new MacroGeometry(64, 64, 1, 8, 8, 1, 1, 16);
    ArrayUse all = ArrayUse.of(8, 64);
    assertEquals(4 * together.cyclesPerActivation(), inTurns.cyclesPerActivation());
    var one = ArrayCost.energyPerActivation(analog(together, new Dac(1), new Adc(5, 1), MacroStructure.GENERIC), all);
    var four = ArrayCost.energyPerActivation(analog(inTurns, new Dac(1), new Adc(5, 1), MacroStructure.GENERIC), all);
    assertEquals(4 * one.pj(Component.ADC), four.pj(Component.ADC), 1e-9);
    assertEquals(one.pj(Component.MULTIPLIER), four.pj(Component.MULTIPLIER), 1e-9);
    assertEquals(4 * one.pj(Component.ACCUMULATOR) * (8 + 8 + 5 + 2) / (8 + 8 + 5), four.pj(Component.ACCUMULATOR), 1e-9);
  }

  @Test
  void logicCountsInAreaInEnergyByItsActivityAndInTheClockWhereItIsCritical() {
    var block = new LogicBlock("column adder", LogicBlock.Place.COLUMN, List.of(new Words(1, 6)), List.of(), 0, 0.5, true);
    var macro = analog(geometry(64, 256, 1), new Dac(1), new Adc(7, 1), MacroStructure.GENERIC.withReadOut().withLogic(block));
    MacroCost cost = cost(macro);
    assertEquals(256 * 6 * FULL_ADDER_MM2, cost.area().mm2(Component.LOGIC.label()), 1e-12);
    assertEquals(256 * 6 * FULL_ADDER_PJ * 0.5, cost.energyPerCycle().pj(Component.LOGIC), 1e-9);
    assertEquals(CARRY_NS + 5 * RIPPLE_NS, cost.criticalPath().ns(Component.LOGIC.label()), 1e-12);
  }

  @Test
  void cellsThatMultiplyNeedOneGateForAWeight() {
    MacroGeometry geometry = geometry(128, 64, 1);
    MacroCost generic = cost(digital(geometry, MacroStructure.GENERIC));
    MacroCost cost = cost(digital(geometry, MacroStructure.GENERIC.withMultipliersPerWeight(1)));
    String multipliers = Component.MULTIPLIER.label();
    assertEquals(generic.area().mm2(multipliers) / 8, cost.area().mm2(multipliers), 1e-15);
    assertEquals(generic.energyPerCycle().pj(Component.MULTIPLIER) / 8, cost.energyPerCycle().pj(Component.MULTIPLIER), 1e-12);
  }

  @Test
  void whatIsNotGatedSwitchesWhenItIsIdle() {
    MacroGeometry geometry = geometry(64, 64, 1);
    var gated = ArrayCost.of(digital(geometry, MacroStructure.GENERIC));
    var switching = ArrayCost.of(digital(geometry, MacroStructure.GENERIC.withIdle(Idle.SWITCHING, Idle.SWITCHING)));
    ArrayUse all = ArrayUse.of(8, 64);
    assertEquals(gated.energyPerActivationPj(all), switching.energyPerActivationPj(all));
    assertEquals(gated.energyPerActivationPj(all), switching.energyPerActivationPj(ArrayUse.of(1, 3)), 1e-9);
  }

  @Test
  void aReadOutThatDoesNotAddWhatThereIsIsRefusedWithWhatThereIs() {
    var e = assertThrows(IllegalArgumentException.class,
        () -> digital(geometry(128, 64, 1), MacroStructure.GENERIC.withReadOut(tree(16), tree(16))));
    assertEquals("The read-out of macro 'm' adds 256 numbers where the 128 inputs are to be summed first. Maybe end a tree there.",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class,
        () -> digital(geometry(128, 64, 1), MacroStructure.GENERIC.withReadOut(tree(128), tree(4))));
    assertEquals("The read-out of macro 'm' adds 512 numbers. Maybe add 128 (weight by weight) or 1024 (bit by bit).",
        e.getMessage());
  }

  private static MacroGeometry geometry(int rows, int columns, int bitsPerCycle) {
    return new MacroGeometry(rows, columns, 1, 8, 8, bitsPerCycle);
  }

  private static DigitalMacro digital(MacroGeometry geometry, MacroStructure structure) {
    return new DigitalMacro(new ElementId("m"), "m", MacroPlan.digital(1, 1, 1).technology(), geometry, 0.9,
        OptionalDouble.empty(), MacroModel.STANDARD, structure);
  }

  private static AnalogMacro analog(MacroGeometry geometry, Dac dac, Adc adc, MacroStructure structure) {
    return new AnalogMacro(new ElementId("m"), "m", MacroPlan.digital(1, 1, 1).technology(), geometry, 0.9,
        OptionalDouble.empty(), MacroModel.STANDARD, structure, dac, adc);
  }

  private static ReadOutStep tree(int fanIn) {
    return new ReadOutStep.Tree(fanIn, NATURAL, NATURAL);
  }

  private static ReadOutStep accumulator(OptionalDouble width, OptionalDouble inputWidth) {
    return new ReadOutStep.Accumulator(width, inputWidth, 1, NATURAL);
  }

  private static MacroCost cost(Macro macro) {
    return Engine.macroCost(macro);
  }
}
