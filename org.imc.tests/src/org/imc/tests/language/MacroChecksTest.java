package org.imc.tests.language;

import static org.imc.tests.language.Designs.analog;
import static org.imc.tests.language.Designs.digital;
import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertWarning;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class MacroChecksTest {

  @Test
  void columnsThatDoNotHoldWholeWeightsAreReported() {
    assertError(IssueCodes.MACRO_COLUMNS,
        "Macro 'm' has 60 columns, which do not hold whole weights of 8 bits. Maybe set 'columns' to 64.",
        digital("columns 64", "columns «60»"));
  }

  @Test
  void rowsThatDoNotDivideIntoGroupsAreReported() {
    assertError(IssueCodes.MACRO_ROWS,
        "Macro 'm' has 64 rows, which do not divide into groups of 5 cells per multiplier. Maybe set 'rows' to 65.",
        digital("rows 64", "rows «64» cells 5 per multiplier"));
  }

  @Test
  void moreBitsPerCycleThanAnActivationHasAreReported() {
    assertError(IssueCodes.MACRO_BITS_PER_CYCLE,
        "Macro 'm' applies 9 bits per cycle, but an activation has 8 bits. Maybe set 'serial' to 8 bit.",
        digital("serial 1 bit", "serial «9 bit»"));
  }

  @Test
  void adcWiderThanTheColumnSumIsReportedOnItsBits() {
    assertWarning(IssueCodes.ADC_BITS_UNUSED,
        "Macro 'm' reads 10 bits, but 64 inputs of 2 bits on 1-bit cells sum to at most 8 bits. Maybe set 'resolution' to 8 bit.",
        analog("resolution 5 bit", "resolution «10 bit» area 600 um2 delay 5 ns"));
  }

  @Test
  void adcOfADerivedMacroWiderThanTheColumnSumIsReportedWhereTheMacroSaysSo() {
    String message =
        "Macro 'w' reads %d bits, but %d inputs of 2 bits on 1-bit cells sum to at most %d bits. Maybe set 'resolution' to %d bit.";
    assertWarning(IssueCodes.ADC_BITS_UNUSED, message.formatted(10, 64, 8, 8),
        analog("", "") + "analog macro w extends m { adc { resolution «10 bit» area 600 um2 delay 5 ns } }");
    assertWarning(IssueCodes.ADC_BITS_UNUSED, message.formatted(5, 8, 5, 5).replace("5 bits, but", "6 bits, but"),
        analog("resolution 5 bit", "resolution 6 bit") + "analog macro w extends m { rows «8» adc { columns 1 } }");
  }

  @Test
  void adcAsWideAsTheColumnSumIsFine() {
    Marked.assertNothing(analog("resolution 5 bit", "resolution 8 bit"));
  }

  @Test
  void convertersThatDoNotDivideTheColumnsAreReported() {
    assertError(IssueCodes.ADC_SHARED, "5 columns of macro 'm' share a converter, which does not divide its 64 columns. "
        + "Maybe let 4 share one.",
        analog("resolution 5 bit", "resolution 5 bit columns «5»"));
  }

  @Test
  void convertersThatDoNotDivideInheritedColumnsAreReportedWhereTheyAreShared() {
    assertError(IssueCodes.ADC_SHARED, "5 columns of macro 'w' share a converter, which does not divide its 64 columns. "
        + "Maybe let 4 share one.",
        analog("", "") + "analog macro w extends m { adc { columns «5» } }");
  }

  @Test
  void supplyForWhichTheDelaysDoNotHoldIsReported() {
    assertWarning(IssueCodes.MACRO_SUPPLY,
        "Macro 'm' runs at 0.7 V, but the delays of technology 't' hold at 0.9 V. Maybe give the 'clock' that was measured.",
        digital("serial 1 bit", "serial 1 bit supply «0.7 V»"));
  }

  @Test
  void supplyBesideAGivenClockIsFine() {
    Marked.assertNothing(digital("serial 1 bit", "serial 1 bit supply 0.7 V clock 100 MHz"));
  }

  @Test
  void analogPropertyOfADigitalMacroIsReported() {
    assertError(IssueCodes.PROPERTY_OUT_OF_PLACE, "'dac' belongs to analog macros, but 'm' is digital. Maybe use 'serial'.",
        digital("serial 1 bit", "serial 1 bit dac «2 bit»"));
  }

  @Test
  void activationThatDoesNotDivideIntoSlicesIsPointedOut() {
    assertWarning(IssueCodes.MACRO_UNEVEN_SLICES,
        "Macro 'm' applies 3 of the 8 bits of an activation per cycle; the last cycle, priced in full, applies 2.",
        digital("serial 1 bit", "serial «3 bit»"));
  }

  @Test
  void analogMacroOutsideTheNodesOfTheConverterModelIsPointedOut() {
    assertWarning(IssueCodes.ADC_NODE,
        "The ADC model was tried on macros of 7 to 65 nm; macro 'm' at 90 nm is extrapolated.",
        analog("technology t\n", "technology «t»\n").replace("node 28 nm", "node 90 nm"));
  }

  @Test
  void digitalMacroAtAnotherNodeHasNoConverterModel() {
    Marked.assertNothing(digital("serial 1 bit", "serial 1 bit").replace("node 28 nm", "node 65 nm"));
  }

  @Test
  void macroHasThePropertiesOfItsBase() {
    Marked.assertNothing(digital("rows 64", "rows 64") + "digital macro wide extends m { rows 128 }\n");
  }

  @Test
  void contradictionToABaseIsReportedWhereItIsGiven() {
    assertError(IssueCodes.MACRO_COLUMNS,
        "Macro 'odd' has 60 columns, which do not hold whole weights of 8 bits. Maybe set 'columns' to 64.",
        digital("rows 64", "rows 64") + "digital macro odd extends m { columns «60» }\n");
  }

  @Test
  void faultOfABaseIsReportedThereAlone() {
    assertError(IssueCodes.MACRO_COLUMNS,
        "Macro 'm' has 60 columns, which do not hold whole weights of 8 bits. Maybe set 'columns' to 64.",
        digital("columns 64", "columns «60»") + "digital macro tall extends m { rows 128 }\n");
  }

  @Test
  void whatABaseLeavesOutIsMissing() {
    assertError(IssueCodes.PROPERTY_MISSING, "Macro 'b' has no 'rows'. Maybe add 'rows 64'.",
        "digital macro a { technology t rows 8 columns 8 weight 8 bit activation 8 bit serial 1 bit }\n"
            + "digital macro «b» { technology t columns 8 weight 8 bit activation 8 bit serial 1 bit }\n"
            + Designs.TECHNOLOGY);
  }

  @Test
  void macroThatExtendsItselfIsReported() {
    assertError(IssueCodes.EXTENDS_CIRCLE, "Macro 'm' extends itself. Maybe another base is meant.",
        digital("macro m", "macro m extends «m»"));
  }

  @Test
  void baseOfTheOtherStyleIsReported() {
    assertError(IssueCodes.MACRO_BASE,
        "Macro 'other' is analog, but extends 'm', which is digital. Maybe write 'digital macro other'.",
        digital("rows 64", "rows 64") + "analog macro other extends «m» { dac 2 bit adc { resolution 5 bit } }\n");
  }
}
