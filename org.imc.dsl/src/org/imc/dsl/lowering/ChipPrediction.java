package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.isValid;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import com.google.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.Engine;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.Quirk;
import org.imc.engine.cost.Calibration;
import org.imc.engine.cost.MacroCostModel;
import org.imc.engine.result.AreaBreakdown;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.PartKind;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;
import org.jspecify.annotations.Nullable;

/**
 * What the model says about the figures of a published chip at the condition of one block. All that is published of a chip is
 * derived here from the cost of its macro.
 *
 * @param macro that models it, at the block's supply
 * @param cost of one macro
 * @param count how many macros the figures cover
 * @param equivalents what turns efficiency, throughput and density as measured into those of the block: 1, or weight width x
 *     activation width / n² where they are equivalents at n bits
 */
public record ChipPrediction(Macro macro, MacroCost cost, long count, double equivalents) {

  private static final double MW_PER_W = 1000;
  private static final double OPS_PER_MAC = 2;
  private static final double FJ_PER_PJ = 1000;

  private ChipPrediction(Macro macro, long count, double equivalents) {
    this(macro, Engine.macroCost(macro), count, equivalents);
  }

  /** Makes predictions. */
  public static final class Factory {

    @Inject private Places.Factory places;

    /**
     * Predict the figures of a block, or nothing while the chip has no macro, the macro has errors, the block's widths are not
     * those of the macro (a ternary weight fills two cells), or its supply is another and no law leads there.
     */
    public Optional<ChipPrediction> of(ChipDecl chip, ReportedDecl reported) {
      if (chip.getMacro() == null || chip.getMacro().eIsProxy()
          || chip.getCount() != null && !isValid(chip.getCount())) {
        return Optional.empty();
      }
      var macro = EffectiveMacro.of(chip.getMacro());
      if (!macro.isComplete() || differs(reported.getWeight(), macro.joined().getWeight())
          || differs(reported.getActivation(), macro.joined().getActivation()) || !holdsIfGiven(reported.getSupply())
          || !holdsIfGiven(reported.getNormalised())) {
        return Optional.empty(); // the macro's own checks say what is wrong
      }
      try {
        Macro modelled = new ArchitectureLowering(places.create()).lower(chip.getMacro());
        return at(modelled, value(reported.getSupply(), modelled.supplyV()))
            .map(there -> new ChipPrediction(there, whole(chip.getCount(), 1), equivalents(reported, there)));
      } catch (IllegalArgumentException contradiction) {
        return Optional.empty(); // the macro's own checks say what is wrong
      }
    }

    private static Optional<Macro> at(Macro macro, double supplyV) {
      if (supplyV == macro.supplyV()) {
        return Optional.of(macro);
      }
      return macro.technology().supplyLaw()
          .filter(law -> !macro.model().has(Quirk.NO_SUPPLY_LAW)
              && supplyV >= law.leastV() && supplyV <= law.mostV(macro.technology().supplyV()))
          .map(law -> macro.at(supplyV));
    }

    private static double equivalents(ReportedDecl reported, Macro macro) {
      if (reported.getNormalised() == null) {
        return 1;
      }
      double base = value(reported.getNormalised());
      return value(reported.getWeight(), macro.geometry().weightBits())
          * value(reported.getActivation(), macro.geometry().activationBits()) / (base * base);
    }

    private static boolean holdsIfGiven(@Nullable QuantityDecl quantity) {
      return quantity == null || isValid(quantity);
    }

    private static boolean differs(@Nullable QuantityDecl condition, @Nullable QuantityDecl modelled) {
      return condition != null
          && (!isValid(condition) || !isValid(modelled) || Math.ceil(value(condition)) != value(modelled));
    }
  }

  /** Return the prediction of one macro that is not published. */
  public static ChipPrediction of(Macro macro) {
    return new ChipPrediction(macro, 1, 1);
  }

  /** Return the prediction with other constants. */
  public ChipPrediction with(Calibration calibration) {
    return calibration.equals(Calibration.NONE)
        ? this
        : new ChipPrediction(calibration.apply(macro), count, equivalents);
  }

  /** Return whether the macro is analog. */
  public boolean isAnalog() {
    return macro instanceof AnalogMacro;
  }

  /** Return the area of all macros, mm². */
  public double areaMm2() {
    return count * cost.area().totalMm2();
  }

  /** Return the slowest stage, ns, whatever clock the macro states. */
  public double clockPeriodNs() {
    return cost.criticalPath().totalNs();
  }

  /** Return the energy of a multiply-accumulate, fJ. */
  public double energyPerMacFj() {
    return cost.energyPerCycle().totalPj() * FJ_PER_PJ / cost.macsPerCycle();
  }

  /** Return the energy of a multiply-accumulate, fJ, at an efficiency as the block reports it, in TOPS/W. */
  public double energyPerMacFj(double reportedTopsPerWatt) {
    return OPS_PER_MAC * FJ_PER_PJ * equivalents / reportedTopsPerWatt;
  }

  /** Return what a part has of the energy, 0 to 1. */
  public double energyShare(PartKind part) {
    return cost.energyPerCycle().sumPj(each -> part(each.component()) == part) / cost.energyPerCycle().totalPj();
  }

  /** Return what a part has of the area, 0 to 1. */
  public double areaShare(PartKind part) {
    AreaBreakdown area = cost.area();
    return switch (part) {
      case ADC -> area.mm2(Component.ADC.label()) / area.totalMm2();
      case DAC -> area.mm2(Component.DAC.label()) / area.totalMm2();
      case ARRAY -> (area.mm2(MacroCostModel.CELLS) + area.mm2(Component.MULTIPLIER.label())) / area.totalMm2();
      case LOGIC -> 1 - areaShare(PartKind.ADC) - areaShare(PartKind.DAC) - areaShare(PartKind.ARRAY);
    };
  }

  private static PartKind part(Component component) {
    return switch (component) {
      case ADC -> PartKind.ADC;
      case DAC -> PartKind.DAC;
      case WORDLINE, BITLINE, MULTIPLIER, PRECHARGE, WEIGHT_WRITE -> PartKind.ARRAY;
      default -> PartKind.LOGIC;
    };
  }

  /** Return the prediction for a figure of a block of published figures, in the canonical unit of its dimension. */
  public OptionalDouble of(EStructuralFeature figure) {
    if (figure == REPORTED_DECL__EFFICIENCY) {
      return OptionalDouble.of(cost.topsPerWatt() * equivalents);
    }
    if (figure == REPORTED_DECL__THROUGHPUT) {
      return OptionalDouble.of(count * cost.tops() * equivalents);
    }
    if (figure == REPORTED_DECL__COMPUTE_DENSITY) {
      return OptionalDouble.of(cost.topsPerMm2() * equivalents);
    }
    if (figure == REPORTED_DECL__AREA) {
      return OptionalDouble.of(areaMm2() * Quantities.UM2_PER_MM2);
    }
    if (figure == REPORTED_DECL__POWER) {
      return OptionalDouble.of(MW_PER_W * count * cost.tops() / cost.topsPerWatt());
    }
    return OptionalDouble.empty();
  }
}
