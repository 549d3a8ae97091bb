package org.imc.tests.language;

import static org.imc.tests.language.Designs.analog;
import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.imc.tests.language.Marked.assertWarning;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class ConverterChecksTest {

  @Test
  void aConverterOfTheSurveyWithItsDelayIsFine() {
    assertNothing(analog("resolution 5 bit", "resolution 5 bit model survey delay 5 ns"));
    assertNothing(analog("resolution 5 bit", "resolution 5 bit energy 0.4 pJ area 600 um2 delay 5 ns"));
  }

  @Test
  void aConverterOfTheSurveyNeedsADelay() {
    assertError(IssueCodes.PROPERTY_MISSING, "The adc of 'm' has no 'delay'. Maybe add 'delay 5 ns'.",
        analog("resolution 5 bit", "resolution 5 bit model survey").replace("analog macro m", "analog macro «m»"));
  }

  @Test
  void aConverterUnlikeThoseOfTheSurveyWarnsWithRangeAndDirection() {
    assertWarning(IssueCodes.ADC_RANGE,
        "The ADCs of macro 'm' are below the survey, which holds converters of 3.8 to 16.8 bit: at 3 bit they are extrapolated.",
        analog("resolution 5 bit", "resolution «3 bit» model survey delay 5 ns"));
    assertWarning(IssueCodes.ADC_RANGE,
        "The ADCs of macro 'm' are above the survey, which holds converters of 0.01111 to 50000 ns: at 100 us they are extrapolated.",
        analog("resolution 5 bit", "resolution 5 bit model survey delay «100 us»"));
  }

  @Test
  void aConverterUnlikeThoseOfTheFitWarnsWithRangeAndDirection() {
    assertWarning(IssueCodes.ADC_RANGE,
        "The ADC model was fitted on converters of 3 to 8 bit; at 2.5 bit it is extrapolated below them. Maybe give 'area' and 'delay'.",
        analog("resolution 5 bit", "resolution «2.5 bit»"));
    assertWarning(IssueCodes.ADC_RANGE,
        "The ADC model was fitted on converters of 3 to 8 bit; at 9 bit it is extrapolated above them. Maybe give 'area'.",
        analog("resolution 5 bit", "resolution «9 bit» conversion 5 bit").replace("rows 64", "rows 256"));
    assertWarning(IssueCodes.ADC_RANGE,
        "The ADC model was fitted on converters of 3 to 8 bit; at 2 bit it is extrapolated below them. Maybe give 'delay'.",
        analog("resolution 5 bit", "resolution 5 bit conversion «2 bit»"));
    assertNothing(analog("resolution 5 bit", "resolution 5 bit conversion 3 bit"));
    assertNothing(analog("resolution 5 bit", "resolution 1 bit")); // a sense amplifier
    assertNothing(analog("resolution 5 bit", "resolution 2 bit area 600 um2 delay 5 ns"));
  }

  @Test
  void aDacUnlikeThoseOfTheFitWarnsWithRangeAndDirection() {
    assertWarning(IssueCodes.DAC_RANGE,
        "The DAC model was fitted on drivers of 1 to 8 bit; at 12 bit, which is above, the energy is extrapolated.",
        analog("dac 2 bit", "dac «12 bit»").replace("activation 8 bit", "activation 12 bit"));
  }

  @Test
  void aDacWhoseEnergyIsGivenOrThatSwingsItsLineHasNoRange() {
    String wide = "activation 12 bit";
    assertNothing(analog("dac 2 bit", "dac 12 bit { energy 1 pJ }").replace("activation 8 bit", wide));
    assertNothing(analog("dac 2 bit", "dac 12 bit { kind pulse_width step 1 ps }").replace("activation 8 bit", wide));
  }

  @Test
  void aWordLineDriverOfSeveralBitsIsAnError() {
    assertError(IssueCodes.DAC_KIND,
        "The word-line drivers of macro 'm' apply 1 bit, not 2 bit. Maybe set 'dac' to 1 bit, or use 'kind pulse_width'.",
        analog("dac 2 bit", "dac «2 bit» { kind wordline }"));
    assertNothing(analog("dac 2 bit", "serial 2 bit dac 1 bit { kind wordline }"));
  }

  @Test
  void aPulseWidthNeedsAStepOrADelayAndNothingElseHasOne() {
    assertError(IssueCodes.PROPERTY_MISSING, "A pulse-width DAC has no 'step'. Maybe add 'step 0.1 ns'.",
        analog("dac 2 bit", "dac 2 bit { kind «pulse_width» }"));
    assertError(IssueCodes.PROPERTY_OUT_OF_PLACE,
        "'step' belongs to DACs of 'kind pulse_width', but these are of kind 'converter'. Maybe remove it.",
        analog("dac 2 bit", "dac 2 bit { step «0.1 ns» }"));
    assertNothing(analog("dac 2 bit", "dac 2 bit { kind pulse_width delay 1 ns }"));
  }

  @Test
  void aDacFigureThatCannotBeIsAnErrorAtItsPlace() {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'energy' is -1 pJ, but must lie between 0 and 1e9 pJ.",
        analog("dac 2 bit", "dac 2 bit { energy «0 pJ - 1 pJ» }"));
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'delay' is 0 ns, but must lie between 0.001 and 1e9 ns.",
        analog("dac 2 bit", "dac 2 bit { delay «0» ns }"));
    assertError(IssueCodes.PROPERTY_DUPLICATE, "'area' is given twice. Maybe remove one.",
        analog("dac 2 bit", "dac 2 bit { area 1 um2 «area» 2 um2 }"));
  }

  @Test
  void wordLinesThatTheActivityCountsAgainWarn() {
    assertWarning(IssueCodes.DAC_WORDLINE,
        "The DACs of macro 'm' raise its word lines, which 'activity { wordline 0.5 }' counts again. Maybe remove 'wordline'.",
        analog("dac 2 bit", "dac 2 bit «{ kind pulse_width step 1 ps }» activity { wordline 0.5 }"));
    assertNothing(analog("dac 2 bit", "dac 2 bit { kind pulse_width step 1 ps energy 1 pJ } activity { wordline 0.5 }"));
  }

  @Test
  void figuresThatAreGivenNeedNoModel() {
    assertNothing(analog("resolution 5 bit", "resolution 3 bit model survey delay 5 ns energy 1 pJ area 600 um2"));
    assertNothing(analog("resolution 5 bit", "resolution 5 bit area 600 um2 delay 5 ns").replace("28 nm", "65 nm"));
  }

  @Test
  void anInArrayConverterAtAnotherNodeWarns() {
    assertWarning(IssueCodes.ADC_NODE,
        "The ADC model was tried on macros of 7 to 65 nm; macro 'm' at 90 nm is extrapolated.",
        analog("technology t", "technology «t»").replace("node 28 nm", "node 90 nm"));
  }
}
