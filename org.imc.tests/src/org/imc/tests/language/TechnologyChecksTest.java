package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.imc.tests.language.Marked.assertWarning;

import java.util.List;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

/** Thresholds and supplies, and figures of other nodes. */
class TechnologyChecksTest {

  private static final String WITH_TRANSISTOR =
      Designs.TECHNOLOGY.replace("supply 0.9 V", "supply 0.9 V transistor { threshold 0.34 V }");

  private static String macroAt(String supply) {
    return Designs.DIGITAL.replace("serial 1 bit", "serial 1 bit supply " + supply) + WITH_TRANSISTOR;
  }

  @Test
  void aSupplyWithinTheLawIsFine() {
    assertNothing(macroAt("0.6 V"));
    assertNothing(macroAt("1.2 V"));
  }

  @Test
  void aSupplyNotAboveTheThresholdIsReportedWithTheRange() {
    assertError(IssueCodes.MACRO_THRESHOLD,
        "Macro 'm' runs at 0.3 V, not above the threshold of technology 't', 0.34 V. Maybe set 'supply' to 0.44 to 1.26 V.",
        macroAt("«0.3 V»"));
  }

  @Test
  void aClockThatIsGivenOrAFormWithoutALawIsNoExcuseForASupplyBelowTheThreshold() {
    for (String more : List.of(" clock 10 MHz", " model zigzag")) {
      assertError(IssueCodes.MACRO_THRESHOLD,
          "Macro 'm' runs at 0.3 V, not above the threshold of technology 't', 0.34 V. Maybe set 'supply' to 0.44 to 1.26 V.",
          macroAt("«0.3 V»" + more));
    }
    assertNothing(macroAt("0.4 V clock 10 MHz"));
  }

  @Test
  void aSupplyOutsideTheLawWarnsWithRangeAndDirection() {
    assertWarning(IssueCodes.MACRO_SUPPLY,
        "Macro 'm' runs at 400 mV, but the supply law of technology 't' is meant for 0.44 to 1.26 V; below, it is extrapolated. "
            + "Maybe give the 'clock' that was measured.",
        macroAt("«400 mV»"));
    assertWarning(IssueCodes.MACRO_SUPPLY,
        "Macro 'm' runs at 1.5 V, but the supply law of technology 't' is meant for 0.44 to 1.26 V; above, it is extrapolated. "
            + "Maybe give the 'clock' that was measured.",
        macroAt("«1.5 V»"));
  }

  @Test
  void aPublishedFormOfTheModelHasNoLawOfTheSupply() {
    assertWarning(IssueCodes.MACRO_SUPPLY,
        "Macro 'm' runs at 0.7 V, but the delays of technology 't' hold at 0.9 V in model 'zigzag'. "
            + "Maybe give the 'clock' that was measured.",
        macroAt("«0.7 V» model zigzag"));
  }

  @Test
  void aNominalSupplyThatIsNotAboveTheThresholdIsReported() {
    assertError(IssueCodes.TECHNOLOGY_THRESHOLD,
        "Technology 't' has a supply of 0.9 V, but its transistors have a threshold of 1.1 V. Maybe one of them is mistyped.",
        Designs.TECHNOLOGY.replace("supply 0.9 V", "supply «0.9 V» transistor { threshold 1.1 V }"));
  }

  @Test
  void aTransistorNeedsAThreshold() {
    assertError(IssueCodes.PROPERTY_MISSING,
        "The transistor of 't' has no 'threshold'. Maybe add 'threshold 0.34 V'.",
        Designs.TECHNOLOGY.replace("technology t", "technology «t»").replace("supply 0.9 V", "supply 0.9 V transistor { alpha 1.3 }"));
  }

  @Test
  void anotherNodeWithinTheLawsIsFine() {
    assertNothing(Designs.TECHNOLOGY + "technology t7 extends t { node 7 nm }");
    assertNothing(Designs.TECHNOLOGY + "technology t65 extends t { node 65 nm }");
  }

  @Test
  void gatesScaledBelowTheirLawsWarnWithRangeAndDirection() {
    assertWarning(IssueCodes.TECHNOLOGY_EXTRAPOLATED,
        "Technology 't5' at 5 nm takes gate area, gate delay from another node by laws that hold from 7 to 65 nm; below, they "
            + "come out too good. Maybe give them.",
        Designs.TECHNOLOGY + "technology t5 extends t { node «5 nm» }");
  }

  @Test
  void cellsScaledBelowTheirLawsWarnToo() {
    assertWarning(IssueCodes.TECHNOLOGY_EXTRAPOLATED,
        "Technology 't4' at 4 nm takes gate capacitance, cell wordline, cell bitline, cell area, cell write from another node "
            + "by laws that hold from 5 to 65 nm; below, they come out too good. Maybe give them.",
        Designs.TECHNOLOGY + "technology t4 extends t { node «4 nm» gate { area 0.05 um2 delay 14 ps } }");
  }

  @Test
  void leakageOfAnotherNodeWarns() {
    assertWarning(IssueCodes.TECHNOLOGY_LEAKAGE,
        "Technology 't7' has its gate leakage as it is from another node: no law scales it. Maybe give it.",
        Designs.TECHNOLOGY.replace("delay 47.8 ps", "delay 47.8 ps leakage 1 nW")
            + "technology «t7» extends t { node 7 nm }");
  }
}
