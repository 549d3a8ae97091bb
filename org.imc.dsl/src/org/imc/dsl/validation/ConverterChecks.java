package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.text;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.engine.cost.AdcModel;
import org.imc.engine.cost.DacModel;
import org.imc.engine.cost.StandAloneAdc;
import org.imc.model.imc.ActivityDecl;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.AdcModelKind;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.DacDecl;
import org.imc.model.imc.DacKind;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.QuantityDecl;
import org.jspecify.annotations.Nullable;

/** Converters: against the range of the model that prices them. A design that gives all figures itself needs none. */
public class ConverterChecks extends ImcChecks {

  /** Nodes of the published analog macros that the in-array ADC is tried on; docs/validation.md. */
  private static final int TRIED_FROM_NM = 7;

  private static final int TRIED_TO_NM = 65;

  private static final double NS_PER_S = 1e9;

  /** Warn about an analog macro at a node at which the in-array model was not tried on any chip. */
  @Check
  public void checkNodeIsInTheRangeOfTheConverterModel(MacroDecl macro) {
    QuantityDecl node = node(macro);
    AdcDecl adc = EffectiveMacro.of(macro).joined().getAdc();
    boolean placed = macro.getTechnology() != null || macro.getAdc() != null;
    if (macro.getStyle() == ComputeStyle.ANALOG && placed && valid(node)
        && (adc == null || adc.getModel() == AdcModelKind.IN_ARRAY && (adc.getArea() == null || adc.getDelay() == null))
        && (value(node) < TRIED_FROM_NM || value(node) > TRIED_TO_NM)) {
      warning("The ADC model was tried on macros of %s to %s nm; macro '%s' at %s is extrapolated."
              .formatted(TRIED_FROM_NM, TRIED_TO_NM, macro.getName(), text(node)),
          macro, macro.getTechnology() == null ? MACRO_DECL__ADC : MACRO_DECL__TECHNOLOGY, IssueCodes.ADC_NODE);
    }
  }

  /** Warn about a converter in an array unlike those that the area and the delay of the model were fitted on. */
  @Check
  public void checkConverterIsLikeThoseOfTheFit(AdcDecl written) {
    AdcDecl adc = effective(written);
    if (adc.getModel() == AdcModelKind.IN_ARRAY) {
      QuantityDecl resolution = adc.getResolution();
      QuantityDecl conversion = adc.getConversion() == null ? resolution : adc.getConversion();
      var ofResolution = Stream.of(ADC_DECL__AREA, ADC_DECL__DELAY).filter(figure -> !adc.eIsSet(figure)
          && (figure == ADC_DECL__AREA || conversion == resolution)).toList();
      checkFit(written, resolution, ofResolution);
      if (conversion != resolution && adc.getDelay() == null) {
        checkFit(written, conversion, List.of(ADC_DECL__DELAY));
      }
    }
  }

  private void checkFit(AdcDecl written, @Nullable QuantityDecl bits, List<EReference> figures) {
    if (!figures.isEmpty() && bits != null && bits.eContainer() == written && valid(bits)
        && value(bits) != AdcModel.SENSE_AMPLIFIER_BITS
        && (value(bits) < AdcModel.LEAST_BITS || value(bits) > AdcModel.MOST_BITS)) {
      warning("The ADC model was fitted on converters of %s to %s bit; at %s it is extrapolated %s them. Maybe give %s.".formatted(
              number(AdcModel.LEAST_BITS), number(AdcModel.MOST_BITS), text(bits),
              value(bits) < AdcModel.LEAST_BITS ? "below" : "above",
              figures.stream().map(figure -> "'%s'".formatted(figure.getName())).collect(Collectors.joining(" and "))),
          written, bits.eContainingFeature(), IssueCodes.ADC_RANGE);
    }
  }

  /** Warn about DACs unlike those that the model was fitted on. */
  @Check
  public void checkDriverIsLikeThoseOfTheFit(MacroDecl macro) {
    DacDecl driver = EffectiveMacro.of(macro).joined().getDriver();
    boolean modelled = driver == null || driver.getKind() == DacKind.CONVERTER && driver.getEnergy() == null;
    if (modelled && valid(macro.getDac()) && value(macro.getDac()) > DacModel.MOST_BITS) {
      warning("The DAC model was fitted on drivers of 1 to %d bit; at %s, which is above, the energy is extrapolated."
              .formatted(DacModel.MOST_BITS, text(macro.getDac())), macro, MACRO_DECL__DAC, IssueCodes.DAC_RANGE);
    }
  }

  /** Report a word-line driver that is to apply several bits at once. */
  @Check
  public void checkWordLineDriverAppliesOneBit(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    if (kind(joined) == DacKind.WORDLINE && valid(joined.getDac()) && value(joined.getDac()) > 1) {
      MacroChecks.given(effective, MACRO_DECL__DAC, MACRO_DECL__DRIVER).ifPresent(place -> error(
          "The word-line drivers of macro '%s' apply 1 bit, not %s. Maybe set 'dac' to 1 bit, or use 'kind pulse_width'."
              .formatted(macro.getName(), text(joined.getDac())),
          macro, place, IssueCodes.DAC_KIND));
    }
  }

  /** Report pulses without a time, and steps of what makes no pulses. */
  @Check
  public void checkPulsesHaveAStep(DacDecl written) {
    DacDecl dac = effective(written);
    boolean pulses = dac.getKind() == DacKind.PULSE_WIDTH;
    if (pulses && dac.getStep() == null && dac.getDelay() == null) {
      error("A pulse-width DAC has no 'step'. Maybe add '%s'.".formatted(Examples.of(DAC_DECL__STEP)),
          written, written.isSetKind() ? DAC_DECL__KIND : null, IssueCodes.PROPERTY_MISSING, "step");
    } else if (!pulses && written.getStep() != null) {
      error("'step' belongs to DACs of 'kind pulse_width', but these are of kind '%s'. Maybe remove it."
          .formatted(dac.getKind().getLiteral()), written, DAC_DECL__STEP, IssueCodes.PROPERTY_OUT_OF_PLACE);
    }
  }

  /** Warn about word lines that the kind of DAC and the activity both price. */
  @Check
  public void checkWordLinesArePricedOnce(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    ActivityDecl activity = joined.getActivity();
    if (kind(joined) != DacKind.CONVERTER && joined.getDriver().getEnergy() == null && activity != null
        && valid(activity.getWordline()) && value(activity.getWordline()) > 0) {
      MacroChecks.given(effective, MACRO_DECL__DRIVER, MACRO_DECL__ACTIVITY).ifPresent(place -> warning(
          "The DACs of macro '%s' raise its word lines, which 'activity { wordline %s }' counts again. Maybe remove 'wordline'."
              .formatted(macro.getName(), text(activity.getWordline())),
          macro, place, IssueCodes.DAC_WORDLINE));
    }
  }

  private static DacKind kind(MacroDecl joined) {
    return joined.getDriver() == null ? DacKind.CONVERTER : joined.getDriver().getKind();
  }

  /** Warn about a stand-alone converter unlike those of the survey. */
  @Check
  public void checkConverterIsLikeThoseOfTheSurvey(MacroDecl macro) {
    AdcDecl adc = EffectiveMacro.of(macro).joined().getAdc();
    if (macro.getAdc() == null || adc == null || adc.getModel() != AdcModelKind.SURVEY
        || adc.getEnergy() != null && adc.getArea() != null) {
      return;
    }
    if (valid(adc.getResolution())) {
      checkRange(macro, ADC_DECL__RESOLUTION, text(adc.getResolution()), value(adc.getResolution()),
          StandAloneAdc.LEAST_BITS, StandAloneAdc.MOST_BITS, "bit");
    }
    if (valid(adc.getDelay())) {
      checkRange(macro, ADC_DECL__DELAY, text(adc.getDelay()), value(adc.getDelay()),
          NS_PER_S / StandAloneAdc.MOST_RATE_HZ, NS_PER_S / StandAloneAdc.LEAST_RATE_HZ, "ns");
    }
    QuantityDecl node = node(macro);
    if (valid(node)) {
      checkRange(macro, ADC_DECL__MODEL, text(node), value(node),
          StandAloneAdc.LEAST_NODE_NM, StandAloneAdc.MOST_NODE_NM, "nm");
    }
  }

  private void checkRange(MacroDecl macro, EStructuralFeature feature, String text, double value, double least, double most,
      String unit) {
    if (value < least || value > most) {
      boolean own = macro.getAdc().eIsSet(feature);
      EObject place = own ? macro.getAdc() : macro;
      warning("The ADCs of macro '%s' are %s the survey, which holds converters of %s to %s %s: at %s they are extrapolated."
              .formatted(macro.getName(), value < least ? "below" : "above", number(least), number(most), unit, text),
          place, own ? feature : MACRO_DECL__ADC, IssueCodes.ADC_RANGE);
    }
  }

  private static @Nullable QuantityDecl node(MacroDecl macro) {
    var technology = EffectiveMacro.of(macro).technology();
    return technology == null ? null : Effective.of(technology).joined().getNode();
  }
}
