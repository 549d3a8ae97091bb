package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.exact;
import static org.imc.dsl.quantity.Quantities.text;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.Optional;
import java.util.stream.Stream;
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
    var effective = EffectiveMacro.of(macro);
    if (!valid(effective.columns(), effective.weight())) {
      return; // missing or wrong values are reported by their own checks
    }
    long columns = whole(effective.columns());
    long weight = whole(effective.weight());
    if (columns % weight != 0) {
      long enough = Math.ceilDiv(columns, weight) * weight;
      given(effective, MACRO_DECL__COLUMNS, MACRO_DECL__WEIGHT).ifPresent(place -> error(
          "Macro '%s' has %d columns, which do not hold whole weights of %d bits. Maybe set 'columns' to %d."
              .formatted(macro.getName(), columns, weight, enough),
          macro, place, IssueCodes.MACRO_COLUMNS, Long.toString(enough)));
    }
  }

  /** Report rows that do not divide into groups of cells per multiplier. */
  @Check
  public void checkRowsDivideIntoGroups(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    if (!valid(effective.rows(), effective.cellsPerMultiplier())) {
      return;
    }
    long rows = whole(effective.rows());
    long group = whole(effective.cellsPerMultiplier());
    if (rows % group != 0) {
      long enough = Math.ceilDiv(rows, group) * group;
      given(effective, MACRO_DECL__ROWS, MACRO_DECL__CELLS_PER_MULTIPLIER).ifPresent(place -> error(
          "Macro '%s' has %d rows, which do not divide into groups of %d cells per multiplier. Maybe set 'rows' to %d."
              .formatted(macro.getName(), rows, group, enough),
          macro, place, IssueCodes.MACRO_ROWS, Long.toString(enough)));
    }
  }

  /** Report more bits per cycle than an activation has, and warn about a last cycle that is partly empty. */
  @Check
  public void checkBitsPerCycle(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    if (!valid(effective.bitsPerCycle(), effective.activation())) {
      return;
    }
    EStructuralFeature property = effective.bitsPerCycleProperty();
    long perCycle = whole(effective.bitsPerCycle());
    long activation = whole(effective.activation());
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
    AdcDecl adc = effective.adc();
    if (effective.style() != ComputeStyle.ANALOG || adc == null
        || adc.getPlace() == ConverterPlace.OUTPUT // a weighted sum of columns has more bits
        || !valid(adc.getResolution(), effective.rows(), effective.dac())
        || !validOrLeftOut(effective.cellsPerMultiplier())) {
      return;
    }
    long inputs = whole(effective.rows()) / whole(effective.cellsPerMultiplier(), 1);
    long dac = whole(effective.dac());
    int useful = columnSumBits(inputs, dac);
    if (inputs > 0 && value(adc.getResolution()) > useful) {
      String message =
          "Macro '%s' reads %s bits, but %d inputs of %d bits on 1-bit cells sum to at most %d bits. Maybe set 'resolution' to %d bit."
              .formatted(macro.getName(), exact(adc.getResolution()).stripTrailingZeros().toPlainString(), inputs, dac, useful, useful);
      if (effective.gives(MACRO_DECL__ADC)) {
        warning(message, adc, ADC_DECL__RESOLUTION, IssueCodes.ADC_BITS_UNUSED, Integer.toString(useful));
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
    AdcDecl adc = effective.adc();
    if (adc == null || !valid(adc.getColumns(), effective.columns())
        || whole(effective.columns()) % whole(adc.getColumns()) == 0) {
      return;
    }
    String message = "%d columns of macro '%s' share a converter, which does not divide its %d columns."
        .formatted(whole(adc.getColumns()), macro.getName(), whole(effective.columns()));
    if (effective.gives(MACRO_DECL__ADC)) {
      error(message, adc, ADC_DECL__COLUMNS, IssueCodes.ADC_SHARED);
    } else {
      given(effective, MACRO_DECL__COLUMNS)
          .ifPresent(place -> error(message, macro, place, IssueCodes.ADC_SHARED));
    }
  }

  /** Report a supply below the threshold, and warn at one for which the technology's law was not made or where it has none. */
  @Check
  public void checkSupplyIsThatOfTheTechnology(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    if (effective.technology() == null || effective.clock() != null) {
      return;
    }
    var derived = DerivedTechnology.of(effective.technology());
    TechnologyDecl technology = derived.joined();
    if (!valid(effective.supply(), technology.getSupply()) || value(effective.supply()) == value(technology.getSupply())) {
      return;
    }
    given(effective, MACRO_DECL__SUPPLY, MACRO_DECL__TECHNOLOGY).ifPresent(place -> {
      TransistorDecl transistor = technology.getTransistor();
      if (transistor == null || effective.model() != ModelKind.STANDARD) {
        warning("Macro '%s' runs at %s, but the delays of technology '%s' hold at %s%s. Maybe give the 'clock' that was measured."
                .formatted(macro.getName(), text(effective.supply()), technology.getName(), text(technology.getSupply()),
                    transistor == null ? "" : " in model '%s'".formatted(effective.model().getLiteral())),
            macro, place, IssueCodes.MACRO_SUPPLY);
      } else if (valid(transistor.getThreshold()) && validOrLeftOut(transistor.getAlpha())
          && validOrLeftOut(transistor.getSlope()) && validOrLeftOut(transistor.getAnalogExponent())) {
        checkSupply(macro, place, effective.supply(), technology, derived.supplyLaw().orElseThrow());
      }
    });
  }

  private void checkSupply(
      MacroDecl macro, EStructuralFeature place, QuantityDecl supply, TechnologyDecl technology, SupplyLaw law) {
    double volts = value(supply);
    String least = number(law.leastV());
    String most = number(law.mostV(value(technology.getSupply())));
    if (volts <= law.thresholdV()) {
      error("Macro '%s' runs at %s, not above the threshold of technology '%s', %s V. Maybe set 'supply' to %s to %s V."
              .formatted(macro.getName(), text(supply), technology.getName(), number(law.thresholdV()), least, most),
          macro, place, IssueCodes.MACRO_THRESHOLD);
    } else if (volts < law.leastV() || volts > law.mostV(value(technology.getSupply()))) {
      warning("Macro '%s' runs at %s, but the supply law of technology '%s' is meant for %s to %s V; %s, it is extrapolated. Maybe give the 'clock' that was measured."
              .formatted(macro.getName(), text(supply), technology.getName(), least, most,
                  volts < law.leastV() ? "below" : "above"),
          macro, place, IssueCodes.MACRO_SUPPLY);
    }
  }

  /** Return the first of some properties that the macro gives itself: where a contradiction between them is shown. */
  static Optional<EStructuralFeature> given(EffectiveMacro macro, EStructuralFeature... properties) {
    return Stream.of(properties).filter(macro::gives).findFirst();
  }
}
