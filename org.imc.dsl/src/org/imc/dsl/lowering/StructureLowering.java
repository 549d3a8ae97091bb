package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.imc.engine.arch.Activity;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AdcCost;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.MacroStructure;
import org.imc.engine.arch.MacroStructure.Idle;
import org.imc.engine.arch.ReadOutPath;
import org.imc.engine.arch.ReadOutStep;
import org.imc.engine.arch.TreeKind;
import org.imc.model.imc.AccumulatorStepDecl;
import org.imc.model.imc.ActivityDecl;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ConverterPlace;
import org.imc.model.imc.DacDecl;
import org.imc.model.imc.GatingKind;
import org.imc.model.imc.LogicDecl;
import org.imc.model.imc.LogicPath;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.PlaceValueStepDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReadOutDecl;
import org.imc.model.imc.RecodingKind;
import org.imc.model.imc.RegisterStepDecl;
import org.imc.model.imc.StepDecl;
import org.imc.model.imc.TreeStepDecl;
import org.imc.model.imc.WordsDecl;
import org.jspecify.annotations.Nullable;

/** Turn what a macro says about its wiring into the engine's values. */
public final class StructureLowering {

  private StructureLowering() { }

  static MacroStructure lower(MacroDecl macro) {
    GatingKind gating = macro.getGating();
    return new MacroStructure(
        macro.getRecoding() == RecodingKind.BOOTH,
        macro.getTrees() == org.imc.model.imc.TreeKind.CARRY_SAVE ? TreeKind.CARRY_SAVE : TreeKind.RIPPLE_CARRY,
        optionalCount(macro.getMultipliersPerWeight()),
        Optional.ofNullable(macro.getReadOut()).map(StructureLowering::lower),
        activity(macro.getActivity(), macro.getStyle() == ComputeStyle.ANALOG),
        gating == GatingKind.BOTH || gating == GatingKind.ROWS ? Idle.GATED : Idle.SWITCHING,
        gating == GatingKind.BOTH || gating == GatingKind.OUTPUTS ? Idle.GATED : Idle.SWITCHING,
        macro.getLogic().stream().map(StructureLowering::lower).toList(),
        ArchitectureLowering.mm2(macro.getArray()),
        optional(macro.getAccess()));
  }

  /**
   * Return the steps of a read-out.
   *
   * @throws IllegalArgumentException saying why such a read-out cannot be
   */
  public static ReadOutPath lower(ReadOutDecl readOut) {
    return new ReadOutPath(readOut.getSteps().stream().map(StructureLowering::lower).toList());
  }

  private static ReadOutStep lower(StepDecl step) {
    OptionalDouble width = optional(step.getWidth());
    OptionalDouble activity = optional(step.getActivity());
    return switch (step) {
      case TreeStepDecl tree -> new ReadOutStep.Tree(count(tree.getFanIn()), width, activity);
      case PlaceValueStepDecl tree -> new ReadOutStep.PlaceValue(count(tree.getFanIn()), width, activity);
      case RegisterStepDecl register -> new ReadOutStep.Register(width, activity);
      case AccumulatorStepDecl accumulator -> new ReadOutStep.Accumulator(
          width, optional(accumulator.getInput()), Math.toIntExact(whole(accumulator.getOutputs(), 1)), activity);
      default -> throw new IllegalArgumentException("A read-out has no step '%s'.".formatted(step.eClass().getName()));
    };
  }

  private static Activity activity(@Nullable ActivityDecl given, boolean analog) {
    if (given == null) {
      return Activity.FULL;
    }
    Activity natural = Activity.of(value(given.getToggle(), 1), value(given.getDensity(), 1), analog);
    return new Activity(
        value(given.getDac(), natural.dacs()),
        value(given.getWordline(), natural.wordlines()),
        value(given.getAdc(), natural.adcs()),
        value(given.getBitline(), natural.bitlines()),
        value(given.getMultiplier(), natural.multipliers()),
        value(given.getTree(), natural.trees()),
        value(given.getPlaceValue(), natural.placeValue()),
        value(given.getAccumulator(), natural.accumulators()),
        value(given.getRegister(), natural.registers()));
  }

  static Dac dac(MacroDecl macro) {
    int bits = count(macro.getDac());
    DacDecl driver = macro.getDriver();
    if (driver == null) {
      return new Dac(bits);
    }
    var kind = switch (driver.getKind()) {
      case CONVERTER -> Dac.Kind.CONVERTER;
      case WORDLINE -> Dac.Kind.WORDLINE;
      case PULSE_WIDTH -> Dac.Kind.PULSE_WIDTH;
    };
    return new Dac(bits, kind, optional(driver.getStep()), optional(driver.getEnergy()),
        ArchitectureLowering.mm2(driver.getArea()), optional(driver.getDelay()));
  }

  static Adc lower(AdcDecl adc) {
    return new Adc(
        value(adc.getResolution()),
        Math.toIntExact(whole(adc.getColumns(), 1)),
        adc.getPlace() == ConverterPlace.OUTPUT,
        optional(adc.getConversion()),
        optionalCount(adc.getRows()),
        cost(adc));
  }

  private static AdcCost cost(AdcDecl adc) {
    var model = switch (adc.getModel()) {
      case IN_ARRAY -> AdcCost.Model.IN_ARRAY;
      case SURVEY -> AdcCost.Model.SURVEY;
    };
    return new AdcCost(model, optional(adc.getEnergy()), ArchitectureLowering.mm2(adc.getArea()), optional(adc.getDelay()));
  }

  private static LogicBlock lower(LogicDecl logic) {
    var place = switch (logic.getPlace()) {
      case MACRO -> LogicBlock.Place.MACRO;
      case OUTPUT -> LogicBlock.Place.OUTPUT;
      case COLUMN -> LogicBlock.Place.COLUMN;
      case ROW -> LogicBlock.Place.ROW;
    };
    return new LogicBlock(logic.getTitle(), place, words(logic.getAdders()), words(logic.getRegisters()),
        whole(logic.getGates(), 0), value(logic.getActivity()), logic.getPath() == LogicPath.CRITICAL);
  }

  private static List<LogicBlock.Words> words(List<WordsDecl> words) {
    return words.stream().map(each -> new LogicBlock.Words(count(each.getCount()), count(each.getBits()))).toList();
  }

  private static int count(QuantityDecl quantity) {
    return Math.toIntExact(whole(quantity));
  }

  private static OptionalInt optionalCount(@Nullable QuantityDecl quantity) {
    return quantity == null ? OptionalInt.empty() : OptionalInt.of(count(quantity));
  }

  private static OptionalDouble optional(@Nullable QuantityDecl quantity) {
    return quantity == null ? OptionalDouble.empty() : OptionalDouble.of(value(quantity));
  }
}
