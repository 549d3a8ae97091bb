package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.isValid;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;

import com.google.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.engine.Engine;
import org.imc.engine.arch.Macro;
import org.imc.engine.result.MacroCost;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;
import org.jspecify.annotations.Nullable;

/**
 * What the model says about the figures of a published chip.
 *
 * @param macro the cost of one macro
 * @param count how many macros the figures cover
 */
public record ChipPrediction(MacroCost macro, long count) {

  /** Makes predictions. */
  public static final class Factory {

    @Inject private Places.Factory places;

    /**
     * Predict the figures of a block, or nothing while the chip has no macro, the macro has errors, the block's supply or
     * widths are not those of the macro, or its figures are normalised: a macro is modelled at one condition.
     */
    public Optional<ChipPrediction> of(ChipDecl chip, ReportedDecl reported) {
      try {
        return macro(chip, reported)
            .map(macro -> new ChipPrediction(Engine.macroCost(macro), whole(chip.getCount(), 1)));
      } catch (IllegalArgumentException contradiction) {
        return Optional.empty(); // the macro's own checks say what is wrong
      }
    }

    /** Return the macro that models a chip at the condition of a block, or nothing in the same cases. */
    public Optional<Macro> macro(ChipDecl chip, ReportedDecl reported) {
      if (chip.getMacro() == null || chip.getMacro().eIsProxy() || reported.getNormalised() != null
          || chip.getCount() != null && !isValid(chip.getCount())) {
        return Optional.empty();
      }
      var macro = EffectiveMacro.of(chip.getMacro());
      QuantityDecl supply = macro.supply() == null && macro.technology() != null
          ? macro.technology().getSupply()
          : macro.supply();
      if (differs(reported.getSupply(), supply) || differs(reported.getWeight(), macro.weight())
          || differs(reported.getActivation(), macro.activation())) {
        return Optional.empty();
      }
      if (!macro.isComplete()) {
        return Optional.empty(); // the macro's own checks say what is wrong
      }
      return Optional.of(new ArchitectureLowering(places.create()).lower(chip.getMacro()));
    }

    private static boolean differs(@Nullable QuantityDecl condition, @Nullable QuantityDecl modelled) {
      return condition != null && (!isValid(condition) || !isValid(modelled) || value(condition) != value(modelled));
    }
  }

  /** Return the prediction for a figure of a block of published figures, in the canonical unit of its dimension. */
  public OptionalDouble of(EStructuralFeature figure) {
    if (figure == ImcPackage.Literals.REPORTED_DECL__EFFICIENCY) {
      return OptionalDouble.of(macro.topsPerWatt());
    }
    if (figure == ImcPackage.Literals.REPORTED_DECL__THROUGHPUT) {
      return OptionalDouble.of(count * macro.tops());
    }
    if (figure == ImcPackage.Literals.REPORTED_DECL__COMPUTE_DENSITY) {
      return OptionalDouble.of(macro.topsPerMm2());
    }
    if (figure == ImcPackage.Literals.REPORTED_DECL__AREA) {
      return OptionalDouble.of(count * macro.area().totalMm2() * 1e6); // mm² to um²
    }
    if (figure == ImcPackage.Literals.REPORTED_DECL__POWER) {
      return OptionalDouble.of(1000 * count * macro.tops() / macro.topsPerWatt()); // W to mW
    }
    return OptionalDouble.empty();
  }
}
