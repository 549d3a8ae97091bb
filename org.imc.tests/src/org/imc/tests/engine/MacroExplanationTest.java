package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.arch.Activity;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AdcCost;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Leakage;
import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.LogicBlock.Words;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MacroStructure;
import org.imc.engine.arch.ReadOutStep;
import org.imc.engine.arch.SupplyLaw;
import org.imc.engine.arch.Technology;
import org.imc.engine.arch.TreeKind;
import org.imc.engine.cost.MacroExplanation;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.engine.cost.Provenance;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The explanation of a macro is its cost, and its formulas give the numbers. */
class MacroExplanationTest {

  private static final double ROUNDING = 1e-9;
  private static final OptionalDouble NATURAL = OptionalDouble.empty();
  private static final Technology CMOS = new Technology(new ElementId("t"), "t", 22, 0.8, 0.7, 0.614, 0.0478, 0.35, 0.3, 0.589,
      0.012, new Leakage(0.5, 0.02), Optional.of(new SupplyLaw(0.35, 1.3, 1.5, 1.6)));

  private static List<Macro> macros() {
    MacroStructure rich = MacroStructure.GENERIC
        .withActivity(new Activity(0.5, 0.4, 0.3, 0.6, 0.7, 0.8, 0.9, 0.95, 0.85))
        .withReadOut(new ReadOutStep.Register(NATURAL, NATURAL), new ReadOutStep.PlaceValue(8, NATURAL, NATURAL),
            new ReadOutStep.Accumulator(NATURAL, NATURAL, 1, NATURAL))
        .withLogic(new LogicBlock("align", LogicBlock.Place.OUTPUT, List.of(new Words(2, 8)), List.of(new Words(1, 5)), 7, 0.5, true));
    Adc shared = new Adc(5, 2, false, OptionalDouble.of(4), OptionalInt.of(32));
    return List.of(
        analog(rich, shared),
        analog(MacroStructure.GENERIC.withArrayMm2(0.02), new Adc(1, 1)),
        analog(MacroStructure.GENERIC, shared.with(new AdcCost(AdcCost.Model.SURVEY, NATURAL, NATURAL, OptionalDouble.of(2)))),
        analog(MacroStructure.GENERIC, shared.with(new AdcCost(
            AdcCost.Model.IN_ARRAY, OptionalDouble.of(0.3), OptionalDouble.of(1e-4), OptionalDouble.of(2)))),
        analog(new Dac(1, Dac.Kind.WORDLINE, NATURAL, NATURAL, OptionalDouble.of(2e-5), NATURAL)),
        analog(new Dac(2, Dac.Kind.PULSE_WIDTH, OptionalDouble.of(0.2), NATURAL, NATURAL, NATURAL)),
        analog(new Dac(2, Dac.Kind.CONVERTER, NATURAL, OptionalDouble.of(0.1), NATURAL, OptionalDouble.of(0.5))),
        digital(MacroModel.STANDARD), digital(MacroModel.ZIGZAG), digital(MacroModel.ZIGZAG_IMC),
        digital(MacroModel.STANDARD, MacroStructure.GENERIC.withTrees(TreeKind.CARRY_SAVE)));
  }

  @ParameterizedTest
  @MethodSource("macros")
  void partsAddUpToTheCost(Macro macro) {
    MacroCost cost = Engine.macroCost(macro);
    assertEquals(cost.energyPerCycle().totalPj(), MacroExplanation.of(macro, Quantity.ENERGY).total());
    assertEquals(cost.area().totalMm2(), MacroExplanation.of(macro, Quantity.AREA).total());
    assertEquals(cost.criticalPath().totalNs(), MacroExplanation.of(macro, Quantity.CLOCK).total());
    for (Quantity quantity : Quantity.values()) {
      for (Part part : MacroExplanation.of(macro, quantity).parts()) {
        assertEquals(part.value(), part.count() * part.provenance().each(), part.value() * ROUNDING, part::toString);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("macros")
  void aFormulaWithItsNumbersGivesWhatTheModelTakes(Macro macro) {
    for (Quantity quantity : Quantity.values()) {
      MacroExplanation.of(macro, quantity).parts().forEach(part -> assertGives(macro, quantity, part.provenance()));
    }
    MacroExplanation.ofWeightBit(macro).forEach(part -> assertGives(macro, Quantity.ENERGY, part.provenance()));
  }

  private static void assertGives(Macro macro, Quantity quantity, Provenance provenance) {
    String numbers = provenance.formula().with(symbol -> Double.toString(symbol.value(macro)));
    double expected = provenance.each() * quantity.perUnit();
    assertEquals(expected, Arithmetic.of(numbers), expected * ROUNDING, () -> provenance + ": " + numbers);
  }

  @Test
  void everyComponentThatAMacroCanHaveIsExplained() {
    Set<String> explained = new HashSet<>();
    for (Macro macro : macros()) {
      Stream.concat(MacroExplanation.of(macro, Quantity.ENERGY).parts().stream(), MacroExplanation.ofWeightBit(macro).stream())
          .forEach(part -> explained.add(part.name()));
    }
    assertEquals(EnumSet.complementOf(EnumSet.of(Component.MEMORY)).stream().map(Component::label).collect(Collectors.toSet()),
        explained);
  }

  /** By hand: a tree of 2^d inputs of b bits has N (b + 1) − (b + d + 1) full adders; all else follows from the geometry. */
  @Test
  void countsAreThoseOfTheGeometry() {
    Macro macro = MacroPlan.digital(4, 64, 1).macro();
    List<Part> area = MacroExplanation.of(macro, Quantity.AREA).parts();
    assertEquals(4 * (64 * 9 - (8 + 6 + 1)), count(area, Component.ADDER_TREE), ROUNDING);
    assertEquals(4 * 64 * 8, count(area, Component.MULTIPLIER), ROUNDING);
    assertEquals(4 * (8 + 8 + 6), count(area, Component.ACCUMULATOR), ROUNDING);
    List<Part> clock = MacroExplanation.of(macro, Quantity.CLOCK).parts();
    assertEquals(5 * 4.8 + 4.4 + (8 + 6 - 2) * 2, count(clock, Component.ADDER_TREE), ROUNDING);
  }

  private static double count(List<Part> parts, Component component) {
    return parts.stream().filter(part -> part.name().equals(component.label())).findFirst().orElseThrow().count();
  }

  private static Macro analog(MacroStructure structure, Adc adc) {
    return analog(structure, new Dac(2), adc);
  }

  private static Macro analog(Dac dac) {
    return analog(MacroStructure.GENERIC, dac, new Adc(5, 1));
  }

  private static Macro analog(MacroStructure structure, Dac dac, Adc adc) {
    return new AnalogMacro(new ElementId("m"), "m", CMOS, new MacroGeometry(64, 64, 2, 8, 8, 2), 0.7, NATURAL,
        MacroModel.STANDARD, structure, dac, adc);
  }

  private static Macro digital(MacroModel model) {
    return digital(model, MacroStructure.GENERIC);
  }

  private static Macro digital(MacroModel model, MacroStructure structure) {
    return new DigitalMacro(new ElementId("m"), "m", CMOS, new MacroGeometry(96, 48, 3, 8, 8, 2), 0.9, OptionalDouble.of(3), model,
        structure);
  }
}
