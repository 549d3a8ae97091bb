package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.imc.tests.language.Marked.assertWarning;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

/** Published chips. */
class ChipChecksTest {

  private static String published(String reported) {
    return """
        chip paper2023 {
          source "A. Author, A digital macro, ISSCC 2023"
          year 2023
          style digital
          macro m x 2
          reported %s
        }
        """.formatted(reported) + Designs.DIGITAL + Designs.TECHNOLOGY;
  }

  @Test
  void aFigureThatTheModelMissesIsReportedWithTheRatio() {
    assertWarning(IssueCodes.CHIP_PREDICTION,
        "The model predicts 0.7387 times the published 'efficiency' of chip 'paper2023', which tolerates a miss of 0.25."
            + " Maybe say why in 'note'.",
        published("{ quality measured efficiency «10 TOPS/W» tolerance 0.25 }"));
  }

  @Test
  void aFigureWithinTheToleranceIsNotReported() {
    assertNothing(published("{ quality measured efficiency 10 TOPS/W tolerance 0.3 }"));
  }

  @Test
  void withoutAToleranceOrAtAnotherSupplyNothingIsPromised() {
    assertNothing(published("{ efficiency 1000 TOPS/W }"));
    assertNothing(published("{ supply 0.6 V efficiency 1000 TOPS/W tolerance 0.1 }"));
  }

  /** 7.387 TOPS/W at 8 x 8 bit are 472.8 1b-TOPS/W; ternary weights fill two cells and are no such weights. */
  @Test
  void equivalentsArePredictedByTheWidthsOfTheMacro() {
    assertNothing(published("{ normalised 1 bit efficiency 472.8 TOPS/W tolerance 0.001 }"));
    assertNothing(published("{ normalised 8 bit weight 8 bit activation 8 bit efficiency 7.387 TOPS/W tolerance 0.001 }"));
    assertNothing(published("{ normalised 1 bit weight 1.5 bit efficiency 1 TOPS/W tolerance 0.001 }"));
  }

  @Test
  void atAnotherSupplyTheLawOfTheTechnologyPredicts() {
    String law = published("{ supply 0.7 V efficiency «10 TOPS/W» tolerance 0.1 }")
        .replace("node 28 nm", "node 28 nm transistor { threshold 0.34 V }");
    assertWarning(IssueCodes.CHIP_PREDICTION, // 7.387 TOPS/W x (0.9 / 0.7)²
        "The model predicts 1.221 times the published 'efficiency' of chip 'paper2023', which tolerates a miss of 0.1."
            + " Maybe say why in 'note'.", law);
    assertNothing(law.replace("supply 0.7 V", "supply 0.4 V").replace("«10 TOPS/W»", "10 TOPS/W")); // the law does not lead there
  }

  @Test
  void partsOfMoreThanAllArePointedOut() {
    assertWarning(IssueCodes.CHIP_PARTS,
        "The parts have 1.300 times the 'area' of the chip, with that of 'array'. Maybe one is given twice, or holds others.",
        published("{ area 1 mm2 part adc { energy 0.5 area 0.7 } part array { energy 0.5 area «0.6» } }"));
  }

  @Test
  void aBlockWithoutFiguresIsPointedOut() {
    assertWarning(IssueCodes.CHIP_UNREPORTED, "This block reports no figure. Maybe add 'efficiency 15 TOPS/W'.",
        published("«{ supply 0.9 V }»"));
  }

  @Test
  void aFigureInAnotherUnitIsReported() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION,
        "'efficiency' is an energy efficiency, but 'TOPS' is a throughput. Maybe '15 TOPS/W'.",
        published("{ efficiency 10 «TOPS» }"));
  }
}
