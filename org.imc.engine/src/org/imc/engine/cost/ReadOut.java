package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.imc.engine.arch.Activity;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.Quirk;
import org.imc.engine.arch.ReadOutPath;
import org.imc.engine.arch.ReadOutStep;
import org.imc.engine.result.Component;

/**
 * What stands at the foot of one output: the steps that a macro gives, or those that its geometry asks for, each priced.
 *
 * <p>Shape: a width that is not given follows from the step before. A tree of N takes numbers of equal width and gives one
 * that is log2 N wider; a place-value tree gives one that is N bits wider; an accumulator holds every bit of the full sum.
 * A place-value tree may stand before the adder trees, where a multiplier takes several bits of an input: the carries of its
 * adders then ripple along with those of the tree behind it, so that it adds the delay to a sum for each of its stages.
 * <p>Source: the parts are those of the released {@code zigzag-imc} (df34a6f); that they follow each other in any order,
 * with pipeline registers between them, is this project's, after the wiring of its authors' validation scripts.
 *
 * @param stages in order, the multipliers and ADCs before them left out
 */
record ReadOut(List<ReadOutStage> stages) {

  static ReadOut of(Macro macro, GateLibrary gates) {
    return new ReadOut(new Builder(macro, gates).build());
  }

  /** Return the steps that the geometry asks for. */
  private static ReadOutPath generic(Macro macro) {
    MacroGeometry geometry = macro.geometry();
    List<ReadOutStep> steps = new ArrayList<>();
    int placeValues = switch (macro) {
      case AnalogMacro analog -> analog.conversionsPerOutput();
      case DigitalMacro digital -> digital.multipliersPerBit();
    };
    if (placeValues > 1) {
      steps.add(new ReadOutStep.PlaceValue(placeValues, OptionalDouble.empty(), OptionalDouble.empty()));
    }
    if (macro instanceof DigitalMacro) {
      steps.add(macro.model().has(Quirk.PLACE_VALUES_FIRST) ? steps.size() : 0,
          new ReadOutStep.Tree(geometry.inputsAtOnce(), OptionalDouble.empty(), OptionalDouble.empty()));
    }
    if (geometry.cyclesPerActivation() > 1) {
      steps.add(new ReadOutStep.Accumulator(
          OptionalDouble.empty(), OptionalDouble.empty(), 1, OptionalDouble.empty()));
    } else if (macro instanceof DigitalMacro && macro.model().has(Quirk.REGISTERED_OUTPUT)) {
      steps.add(new ReadOutStep.Register(OptionalDouble.of(fullSumBits(macro)), OptionalDouble.empty()));
    }
    return new ReadOutPath(steps);
  }

  /** Return the bits that hold the sum of full-precision products. */
  private static double fullSumBits(Macro macro) {
    MacroGeometry geometry = macro.geometry();
    double sumBits = switch (macro) {
      case AnalogMacro analog -> (analog.adc().perOutput() ? 0 : geometry.weightBits()) + analog.adc().bits();
      case DigitalMacro digital -> digital.productBits() + AdderTree.ceilLog2(geometry.inputsAtOnce());
    };
    return geometry.activationBits() + sumBits + AdderTree.ceilLog2(geometry.rowSteps());
  }

  /** Walk the steps with the width and the number of what reaches each. */
  private static final class Builder {

    private final Macro macro;
    private final GateLibrary gates;
    private final Activity activity;
    private final ReadOutPath path;
    private final int inputs; // that the trees sum before anything else; 1 in analog macros
    private long numbers; // that reach the next step, under one output
    private int reach = 1; // inputs that came together in each of them
    private double width;
    private boolean accumulated;

    Builder(Macro macro, GateLibrary gates) {
      this.macro = macro;
      this.gates = gates;
      activity = macro.structure().activity();
      path = macro.structure().readOut().orElseGet(() -> generic(macro));
      switch (macro) {
        case AnalogMacro analog -> {
          inputs = 1;
          numbers = analog.conversionsPerOutput();
          width = analog.adc().bits();
        }
        case DigitalMacro digital -> {
          inputs = macro.geometry().inputsAtOnce();
          numbers = path.fanIn();
          width = productBits(digital, numbers / inputs);
        }
      }
    }

    /** Return the bits of the numbers behind the multipliers, of which there are so many for each input. */
    private static double productBits(DigitalMacro macro, long numbersPerInput) {
      int parallel = macro.multipliersPerBit();
      if (numbersPerInput == parallel) {
        return macro.productBits();
      }
      return numbersPerInput == macro.geometry().weightBits() ? parallel : 1;
    }

    List<ReadOutStage> build() {
      List<ReadOutStage> stages = new ArrayList<>();
      for (ReadOutStep step : path.steps()) {
        switch (step) {
          case ReadOutStep.Tree tree -> stages.add(priced(tree));
          case ReadOutStep.PlaceValue tree -> stages.add(priced(tree));
          case ReadOutStep.Accumulator accumulator -> stages.add(priced(accumulator));
          case ReadOutStep.Register register -> stages.add(priced(register));
        }
      }
      return stages;
    }

    private ReadOutStage priced(ReadOutStep.Tree step) {
      width = step.givenWidth().orElse(Math.ceil(width));
      SumTree tree = SumTree.of(macro.structure().trees(), step.fanIn(), (int) width);
      double share = step.givenActivity().orElse(activity.trees());
      boolean ofInputs = reach < inputs;
      int groups = groups();
      numbers /= step.fanIn();
      var stage = new ReadOutStage(Component.ADDER_TREE, groups, reach, ofInputs ? tree : null,
          groups * gates.fullAdderPj() * share, groups * gates.halfActiveFullAdderPj() * share,
          numbers * tree.activity(step.fanIn()).energyPj(gates) * share,
          numbers, tree.areaMm2(gates), tree.delayNs(gates), false, accumulated);
      reach = ofInputs ? reach * step.fanIn() : reach;
      width = tree.outputWidth();
      return stage;
    }

    private ReadOutStage priced(ReadOutStep.PlaceValue step) {
      int spacing = macro instanceof DigitalMacro digital && numbers * reach / inputs == digital.multipliersPerBit()
          ? digital.placeSpacing() : 1;
      var tree = new PlaceValueTree(step.fanIn(), step.givenWidth().orElse(width), spacing);
      double share = step.givenActivity().orElse(activity.placeValue());
      numbers /= step.fanIn();
      boolean first = reach < inputs; // an adder tree follows
      double delayNs = first
          ? tree.depth() * gates.inputToSumNs()
          : tree.delayNs(gates, ModelForm.placeValueCarries(macro, tree));
      int groups = groups();
      width = tree.outputWidth();
      return constant(Component.PLACE_VALUE_TREE, groups, tree.energyPj(gates) * share, tree.areaMm2(gates), delayNs, false);
    }

    private ReadOutStage priced(ReadOutStep.Accumulator step) {
      double bits = step.givenWidth().orElseGet(() -> fullSumBits(macro));
      var accumulator = new Accumulator(bits, Math.min(bits, step.givenInputWidth().orElse(width)));
      double share = step.givenActivity().orElse(activity.accumulators());
      double charged = ModelForm.chargedAccumulatorBits(macro, accumulator);
      int turns = Math.min(step.outputsPerAccumulator(), macro.geometry().outputs());
      var stage = constant(Component.ACCUMULATOR, groups(), Accumulator.energyPj(gates, charged) * share,
          accumulator.areaMm2(gates) / step.outputsPerAccumulator(),
          turns * ModelForm.accumulatorNs(macro.model(), accumulator, gates), true);
      width = bits;
      accumulated = true;
      return stage;
    }

    private ReadOutStage priced(ReadOutStep.Register step) {
      width = step.givenWidth().orElse(width);
      double share = step.givenActivity().orElse(activity.registers());
      return constant(Component.REGISTER, groups(), width * gates.registerPj() * share, width * gates.registerMm2(), 0, true);
    }

    /** Return a stage of as many equal parts as numbers leave it. */
    private ReadOutStage constant(
        Component component, int groups, double pjEach, double mm2Each, double ns, boolean parts) {
      double pj = groups > 0 ? groups * pjEach : numbers * pjEach;
      return new ReadOutStage(component, groups, reach, null, 0, 0, pj, numbers, mm2Each, ns, parts, accumulated);
    }

    private int groups() {
      return reach < inputs ? Math.toIntExact(numbers * reach / inputs) : 0;
    }

  }
}
