package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertWarning;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class ClaimChecksTest {

  @Test
  void soundClaimHasNoProblem() {
    Marked.assertNothing(claim("""
        source "a" note "b"
        expect energy of n on chip < 2 uJ / 1000
        expect energy of n layer conv on chip in sram <= 0.5 times energy of n on chip minimising energy
        expect peak density of chip > 0.1 TOPS/mm2
        published latency of n on chip = 3 us
        """));
  }

  @Test
  void claimWithoutExpectationsIsPointedOut() {
    assertWarning(IssueCodes.CLAIM_EMPTY,
        "This claim expects nothing. Maybe add 'expect energy of NETWORK on ARCHITECTURE < 1 uJ'.",
        Designs.complete() + "claim «\"c\"» { note \"n\" }\n");
  }

  @Test
  void figureThatNothingPredictsIsReported() {
    assertError(IssueCodes.CLAIM_UNANSWERED,
        "Nothing in this file evaluates 'n' on 'chip' minimising edp. Maybe add 'evaluate n on chip minimising edp'.",
        claim("expect energy of n on «chip» minimising edp < 1 nJ"));
  }

  @Test
  void peakOfAnArchitectureThatNothingEvaluatesIsReported() {
    assertError(IssueCodes.CLAIM_UNANSWERED,
        "Nothing in this file evaluates a network on 'other'. Maybe add 'evaluate NETWORK on other minimising energy'.",
        Designs.CHIP.replace("architecture chip", "architecture other") + claim("expect peak density of «other» > 1 TOPS/mm2"));
  }

  @Test
  void figureThatSeveralStudiesPredictIsReported() {
    assertError(IssueCodes.CLAIM_AMBIGUOUS,
        "2 studies of this file evaluate 'n' on 'chip'. Maybe add 'minimising energy', or keep one.",
        claim("expect energy of n on «chip» < 1 nJ") + "evaluate n on chip minimising edp\n");
  }

  @Test
  void studiesThatDifferInWhatIsKeptAreToldApart() {
    assertError(IssueCodes.CLAIM_AMBIGUOUS,
        "2 studies of this file evaluate 'n' on 'chip'. Maybe add 'activations placed', or keep one.",
        claim("expect energy of n on «chip» < 1 nJ") + "evaluate n on chip minimising energy activations outermost\n");
    assertError(IssueCodes.CLAIM_AMBIGUOUS,
        "2 studies of this file evaluate 'n' on 'chip' minimising energy. Maybe add 'weights reloaded', or keep one.",
        claim("expect energy of n on «chip» minimising energy < 1 nJ")
            + "evaluate n on chip minimising energy weights resident\n");
    assertError(IssueCodes.CLAIM_UNANSWERED, "Nothing in this file evaluates 'n' on 'chip' activations outermost weights resident. "
            + "Maybe add 'evaluate n on chip minimising energy activations outermost weights resident'.",
        claim("expect energy of n on «chip» activations outermost weights resident < 1 nJ"));
    Marked.assertNothing(claim("expect energy of n on chip weights resident <= energy of n on chip weights reloaded")
        + "evaluate n on chip minimising energy weights resident\n");
    Marked.assertNothing(claim("expect energy of n on chip activations placed <= energy of n on chip activations outermost")
        + "evaluate n on chip minimising energy activations outermost\n");
  }

  @Test
  void peakIsTheSameForAllStudies() {
    Marked.assertNothing(claim("expect peak density of chip > 1 TOPS/mm2") + "evaluate n on chip minimising edp\n");
  }

  @Test
  void figureThatThereIsNotIsReported() {
    assertError(IssueCodes.CLAIM_FIGURE, "A macro at its peak has an efficiency, a throughput and a density, but no latency. "
        + "Maybe ask for it of a network.",
        claim("expect peak «latency» of chip < 1 ns"));
    assertError(IssueCodes.CLAIM_FIGURE, "A layer has no area of its own; the chip has. Maybe remove 'layer'.",
        claim("expect area of n layer «conv» on chip < 1 mm2"));
    assertError(IssueCodes.CLAIM_FIGURE, "A memory has a share of the energy, but no latency of its own. Maybe remove 'in sram'.",
        claim("expect latency of n on chip in «sram» < 1 us"));
  }

  @Test
  void aShareIsThatOfAPartAndOnlyEnergyHasParts() {
    Marked.assertNothing(claim("expect share of n on chip in array > 0.1 published share of n on chip in cells = 0.1"));
    Marked.assertNothing(claim("expect energy of n layer conv on chip in array < energy of n on chip in sram"));
    assertError(IssueCodes.CLAIM_FIGURE, "A part of the macros has a share of the energy, but no latency of its own. "
        + "Maybe remove 'in array'.",
        claim("expect latency of n on chip in «array» < 1 us"));
    assertError(IssueCodes.CLAIM_FIGURE, "A share of the energy is that of a part. Maybe add 'in array', 'in cells' or 'in MEMORY'.",
        claim("expect «share» of n on chip < 0.5"));
  }

  @Test
  void columnsOfPublishedFiguresMeasureTheSameAndHaveAHeadEach() {
    String sound = "published energy of n on chip in array, energy of n on chip = 1 uJ ";
    Marked.assertNothing(claim(sound));
    Marked.assertNothing(claim("columns \"array\", \"all\" " + sound));
    assertError(IssueCodes.CLAIM_FIGURE,
        "This claim names 3 columns, but its published figures have 2 predictions in a line. Maybe name 2.",
        claim("columns «\"array\"», \"all\", \"more\" " + sound));
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "'energy' does not compare with 'latency'. Maybe 'energy' in all columns.",
        claim("published energy of n on chip, «latency of n on chip» = 1 uJ"));
  }

  @Test
  void aMappingThatThereIsNotIsReportedOnce() {
    assertError(IssueCodes.NAME_UNKNOWN, "There is no mapping named 'tund' here.", claim("expect energy of n on chip with «tund» < 1 uJ"));
  }

  @Test
  void layersAndMemoriesAreThoseOfTheFigure() {
    assertError(IssueCodes.NAME_UNKNOWN, "There is no input or layer named 'cnv' here. Maybe 'conv'.",
        claim("expect energy of n layer «cnv» on chip < 1 nJ"));
    assertError(IssueCodes.NAME_UNKNOWN, "There is no memory named 'sramm' here. Maybe 'sram'.",
        claim("expect energy of n on chip in «sramm» < 1 nJ"));
  }

  @Test
  void sidesThatDoNotCompareAreReported() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "'energy' does not compare with 'latency'. Maybe 'energy' on both sides.",
        claim("expect energy of n on chip < «latency of n on chip»"));
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "'energy' is an energy, but this is a time. Maybe in pJ.",
        claim("expect energy of n on chip < «3 ns»"));
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "What stands before 'times' is a number without a unit, but this is an energy.",
        claim("expect energy of n on chip < «3 pJ» times energy of n on chip"));
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "'efficiency' is an energy efficiency, but this is a throughput. Maybe in TOPS/W.",
        claim("published efficiency of n on chip = «4 TOPS»"));
  }

  private static String claim(String body) {
    return Designs.complete() + "claim \"c\" { " + body + " }\n";
  }
}
