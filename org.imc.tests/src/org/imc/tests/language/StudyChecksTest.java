package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertWarning;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class StudyChecksTest {

  @Test
  void completeDesignHasNoProblem() {
    Marked.assertNothing(Designs.complete());
  }

  @Test
  void networkWiderThanTheMacroIsReported() {
    assertError(IssueCodes.STUDY_PRECISION,
        "Network 'n' has weights of 16 bits, but macro 'm' computes 8. Maybe set 'weight 8 bit' in one of them.",
        study("activation 8 bit\n  input", "activation 8 bit\n  input").replace("  weight 8 bit\n  activation 8 bit\n  input",
            "  weight 16 bit\n  activation 8 bit\n  input"));
  }

  @Test
  void layerNarrowerThanTheMacroIsPointedOut() {
    assertWarning(IssueCodes.STUDY_WIDTH_UNUSED,
        "Dense 'classes' has weights of 4 bits; macro 'm' computes, and is priced at, 8.",
        study("units 10", "units 10 weight 4 bit"));
  }

  @Test
  void questionAskedTwiceIsPointedOut() {
    assertWarning(IssueCodes.STUDY_DUPLICATE, "This question is asked twice. Maybe remove one.",
        Designs.complete() + "evaluate n on «chip» minimising energy\n");
  }

  @Test
  void questionWithAnotherObjectiveIsAnother() {
    Marked.assertNothing(Designs.complete() + "evaluate n on chip minimising edp\n");
  }

  private static String study(String line, String instead) {
    return Designs.TECHNOLOGY + Designs.DIGITAL + Designs.CHIP + Designs.network(line, instead)
        + Designs.STUDY.replace("evaluate n", "evaluate «n»");
  }
}
