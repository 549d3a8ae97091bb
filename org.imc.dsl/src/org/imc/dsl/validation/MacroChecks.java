package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.exact;
import static org.imc.dsl.quantity.Quantities.text;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.lowering.DerivedTechnology;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.engine.arch.SupplyLaw;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ConverterPlace;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.ModelKind;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;
import org.imc.model.imc.TransistorDecl;

/**
 * Macros: widths against the array, converters against the column sum.
 *
 * <p>A contradiction between properties is reported where the macro gives one of them; what a base contradicts by itself is
 * reported there alone.
 */
public class MacroChecks extends ImcChecks {

  /** Report a macro that extends one of the other style. */
  @Check
  public void checkBase(MacroDecl macro) {
    MacroDecl base = macro.getBase();
    if (base != null && !base.eIsProxy() && base.getStyle() != macro.getStyle()) {
      error("Macro '%s' is %s, but extends '%s', which is %s. Maybe write '%s macro %s'.".formatted(
              macro.getName(), macro.getStyle().getLiteral(), base.getName(), base.getStyle().getLiteral(),
              base.getStyle().getLiteral(), macro.getName()),
          macro, MACRO_DECL__BASE, IssueCodes.MACRO_BASE);
    }
  }

  /** Report columns that do not hold whole weights. */
  @Check
  public void checkColumnsHoldWholeWeights(MacroDecl macro) {
    checkMultiple(macro, MACRO_DECL__COLUMNS, MACRO_DECL__WEIGHT, "hold whole weights of %d bits", IssueCodes.MACRO_COLUMNS);
  }

  /** Report rows that do not divide into groups of cells per multiplier. */
  @Check
  public void checkRowsDivideIntoGroups(MacroDecl macro) {
    checkMultiple(macro, MACRO_DECL__ROWS, MACRO_DECL__CELLS_PER_MULTIPLIER, "divide into groups of %d cells per multiplier",
        IssueCodes.MACRO_ROWS);
  }

  /** Report cells in a direction that are no multiple of those that belong together. */
  private void checkMultiple(MacroDecl macro, EReference direction, EReference group, String must, String code) {
    var effective = EffectiveMacro.of(macro);
    var cells = (QuantityDecl) effective.joined().eGet(direction);
    var together = (QuantityDecl) effective.joined().eGet(group);
    if (!valid(cells, together) || whole(cells) % whole(together) == 0) {
      return; // missing or wrong values are reported by their own checks
    }
    long enough = Math.ceilDiv(whole(cells), whole(together)) * whole(together);
    given(effective, direction, group).ifPresent(place -> error(
        "Macro '%s' has %d %s, which do not %s. Maybe set '%s' to %d.".formatted(macro.getName(), whole(cells),
            direction.getName(), must.formatted(whole(together)), direction.getName(), enough),
        macro, place, code, Long.toString(enough)));
  }

  /** Report more bits per cycle than an activation has, and warn about a last cycle that is partly empty. */
  @Check
  public void checkBitsPerCycle(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    if (!valid(effective.bitsPerCycle(), joined.getActivation())) {
      return;
    }
    EStructuralFeature property = effective.bitsPerCycleProperty();
    long perCycle = whole(effective.bitsPerCycle());
    long activation = whole(joined.getActivation());
    Optional<EStructuralFeature> place = given(effective, property, MACRO_DECL__ACTIVATION);
    if (place.isPresent() && perCycle > activation) {
      error("Macro '%s' applies %d bits per cycle, but an activation has %d bits. Maybe set '%s' to %d bit."
              .formatted(macro.getName(), perCycle, activation, property.getName(), activation),
          macro, place.get(), IssueCodes.MACRO_BITS_PER_CYCLE, Long.toString(activation));
    } else if (place.isPresent() && activation % perCycle != 0) {
      warning("Macro '%s' applies %d of the %d bits of an activation per cycle; the last cycle, priced in full, applies %d."
              .formatted(macro.getName(), perCycle, activation, activation % perCycle),
          macro, place.get(), IssueCodes.MACRO_UNEVEN_SLICES);
    }
  }

  /** Warn when the converter resolves more bits than a column sum of 1-bit cells can hold. */
  @Check
  public void checkAdcBitsAreUsed(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    AdcDecl adc = joined.getAdc();
    if (joined.getStyle() != ComputeStyle.ANALOG || adc == null
        || adc.getPlace() == ConverterPlace.OUTPUT // a weighted sum of columns has more bits
        || !valid(adc.getResolution(), joined.getRows(), joined.getDac())
        || !validOrLeftOut(joined.getCellsPerMultiplier())) {
      return;
    }
    long inputs = whole(joined.getRows()) / whole(joined.getCellsPerMultiplier(), 1);
    long dac = whole(joined.getDac());
    int useful = columnSumBits(inputs, dac);
    if (inputs > 0 && value(adc.getResolution()) > useful) {
      String message =
          "Macro '%s' reads %s bits, but %d inputs of %d bits on 1-bit cells sum to at most %d bits. Maybe set 'resolution' to %d bit."
              .formatted(macro.getName(), exact(adc.getResolution()).stripTrailingZeros().toPlainString(), inputs, dac, useful, useful);
      AdcDecl own = macro.getAdc(); // the joined one may be a copy, which stands nowhere
      if (own != null && own.getResolution() != null) {
        warning(message, own, ADC_DECL__RESOLUTION, IssueCodes.ADC_BITS_UNUSED, Integer.toString(useful));
      } else {
        given(effective, MACRO_DECL__ROWS, MACRO_DECL__DAC, MACRO_DECL__CELLS_PER_MULTIPLIER)
            .ifPresent(place -> warning(message, macro, place, IssueCodes.ADC_BITS_UNUSED));
      }
    }
  }

  /** Return the bits of the largest sum of {@code inputs} products of a {@code dac}-bit input and a 1-bit cell. */
  private static int columnSumBits(long inputs, long dac) {
    long largest = inputs * ((1L << dac) - 1);
    return Long.SIZE - Long.numberOfLeadingZeros(largest);
  }

  /** Report converters shared by columns that they do not divide. */
  @Check
  public void checkSharedConverters(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    AdcDecl adc = joined.getAdc(); // a copy, if parts of it are inherited
    if (adc == null || !valid(adc.getColumns(), joined.getColumns())
        || whole(joined.getColumns()) % whole(adc.getColumns()) == 0) {
      return;
    }
    String message = "%d columns of macro '%s' share a converter, which does not divide its %d columns. Maybe let %d share one."
        .formatted(whole(adc.getColumns()), macro.getName(), whole(joined.getColumns()),
            divisor(whole(joined.getColumns()), whole(adc.getColumns())));
    if (effective.gives(MACRO_DECL__ADC)) {
      error(message, macro.getAdc(), ADC_DECL__COLUMNS, IssueCodes.ADC_SHARED);
    } else {
      given(effective, MACRO_DECL__COLUMNS)
          .ifPresent(place -> error(message, macro, place, IssueCodes.ADC_SHARED));
    }
  }

  /** Return the largest number up to a bound that divides another. */
  static long divisor(long number, long bound) {
    return LongStream.iterate(Math.min(number, bound), each -> each - 1).filter(each -> number % each == 0).findFirst().orElseThrow();
  }

  /** Report a supply below the threshold, and warn at one for which the technology's law was not made or where it has none. */
  @Check
  public void checkSupplyIsThatOfTheTechnology(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    if (effective.technology() == null) {
      return;
    }
    var derived = DerivedTechnology.of(effective.technology());
    TechnologyDecl technology = derived.joined();
    if (!valid(joined.getSupply(), technology.getSupply()) || value(joined.getSupply()) == value(technology.getSupply())) {
      return;
    }
    given(effective, MACRO_DECL__SUPPLY, MACRO_DECL__TECHNOLOGY).ifPresent(place -> {
      TransistorDecl transistor = technology.getTransistor();
      if (transistor == null) {
        warnOfNominalDelays(macro, joined, place, technology, "");
      } else if (valid(transistor.getThreshold()) && validOrLeftOut(transistor.getAlpha())
          && validOrLeftOut(transistor.getSlope()) && validOrLeftOut(transistor.getAnalogExponent())) {
        checkSupply(macro, joined, place, technology, derived.supplyLaw().orElseThrow());
      }
    });
  }

  private void checkSupply(
      MacroDecl macro, MacroDecl joined, EStructuralFeature place, TechnologyDecl technology, SupplyLaw law) {
    double volts = value(joined.getSupply());
    String least = number(law.leastV());
    String most = number(law.mostV(value(technology.getSupply())));
    if (volts <= law.thresholdV()) {
      error("Macro '%s' runs at %s, not above the threshold of technology '%s', %s V. Maybe set 'supply' to %s to %s V.".formatted(
              joined.getName(), text(joined.getSupply()), technology.getName(), number(law.thresholdV()), least, most),
          macro, place, IssueCodes.MACRO_THRESHOLD);
    } else if (joined.getModel() != ModelKind.STANDARD) {
      warnOfNominalDelays(macro, joined, place, technology, " in model '%s'".formatted(joined.getModel().getLiteral()));
    } else if (joined.getClock() == null && (volts < law.leastV() || volts > law.mostV(value(technology.getSupply())))) {
      warning(("Macro '%s' runs at %s, but the supply law of technology '%s' is meant for %s to %s V; %s, it is extrapolated. "
          + "Maybe give the 'clock' that was measured.")
              .formatted(joined.getName(), text(joined.getSupply()), technology.getName(), least, most,
                  volts < law.leastV() ? "below" : "above"),
          macro, place, IssueCodes.MACRO_SUPPLY);
    }
  }

  private void warnOfNominalDelays(
      MacroDecl macro, MacroDecl joined, EStructuralFeature place, TechnologyDecl technology, String why) {
    if (joined.getClock() == null) { // otherwise no delay is asked for
      warning("Macro '%s' runs at %s, but the delays of technology '%s' hold at %s%s. Maybe give the 'clock' that was measured."
              .formatted(joined.getName(), text(joined.getSupply()), technology.getName(), text(technology.getSupply()), why),
          macro, place, IssueCodes.MACRO_SUPPLY);
    }
  }

  /**
   * Return where a contradiction between properties is shown: the first that the macro gives itself; its name, when it gives
   * parameters, which may have changed what a base says.
   */
  static Optional<EStructuralFeature> given(EffectiveMacro macro, EStructuralFeature... properties) {
    return Stream.concat(Stream.of(properties).filter(macro::gives),
        Stream.of(NAMED_DECL__NAME).filter(name -> macro.gives(PARAMETRISED_DECL__PARAMETERS))).findFirst();
  }
}
