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
