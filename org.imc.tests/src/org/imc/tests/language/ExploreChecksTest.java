package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;

import java.util.List;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExploreChecksTest {

  private static final String REST = Designs.TECHNOLOGY + Designs.DIGITAL + Designs.CHIP + Designs.NETWORK;

  @Test
  void anExplorationOfEverythingHasNoProblem() {
    Marked.assertNothing(REST + """
        digital macro wide extends m { columns 128 }
        technology t22 extends t { node 22 nm }
        architecture open extends chip { parameter k = 4 memory sram { size k * 16 KiB } }
        explore Sizes {
          networks n
          architectures chip, open
          rows in 32..128 step * 2
          columns in { 64, 128 }
          serial in 1 bit .. 2 bit
          macros in 1 .. 4
          memory sram read in 0.1 pJ/bit .. 0.2 pJ/bit step 0.05 pJ/bit
          parameter k in { 1, 2 }
          macro in { m, wide }
          technology in { t, t22 }
          where rows * columns <= 8192
          where energy <= 1 mJ
          where density >= 1 GOPS/mm2
          mapped for energy, edp
          minimising energy, latency, area
          maximising efficiency
          budget 10000
        }
        """);
  }

  @Test
  void anExplorationThatAsksForNothingIsReported() {
    assertError(IssueCodes.EXPLORE_OBJECTIVES, "Explore 'S' has no 'minimising'. Maybe add 'minimising energy, area'.",
        explore("rows in { 32 }").replace("explore S", "explore «S»").replace("minimising energy ", ""));
  }

  @Test
  void fiveFiguresAreTooMany() {
    assertError(IssueCodes.EXPLORE_OBJECTIVES,
        "Explore 'S' asks for 5 figures; a front has at most 4. Maybe make conditions of some: 'where area <= 2 mm2'.",
        explore("rows in { 32 } maximising density").replace("explore S", "explore «S»")
            .replace("minimising energy ", "minimising energy, latency, edp, area "));
  }

  @Test
  void aWeightedProductKeepsToItsRules() {
    assertError(IssueCodes.EXPLORE_PRODUCT,
        "The exponent of 'latency' is 0, but must be above 0 and at most 4. Maybe leave the figure out.",
        explore("rows in { 32 }").replace("minimising energy", "minimising energy * latency ^ «0»"));
    assertError(IssueCodes.EXPLORE_PRODUCT,
        "The exponent of 'energy' is 4.5, but must be above 0 and at most 4. Maybe make the others smaller instead.",
        explore("rows in { 32 }").replace("minimising energy", "minimising area, energy ^ «4.5» * latency"));
    assertError(IssueCodes.EXPLORE_PRODUCT, "'energy' stands twice in a product. Maybe add up its exponents.",
        explore("rows in { 32 }").replace("minimising energy", "minimising energy * «energy» ^ 2"));
  }

  @Test
  void aProductThatStandsTwiceIsReportedHoweverItIsWritten() {
    assertError(IssueCodes.EXPLORE_VALUE_TWICE, "'energy ^ 0.7 * area' stands twice in 'minimising'. Maybe remove one.",
        explore("rows in { 32 }").replace("minimising energy", "minimising energy^0.7 * area, «energy ^ 0.70 * area ^ 1»"));
  }

  @ParameterizedTest
  @CsvSource({"«0.7» energy + 0.3 latency, 0.7", "energy «+» latency, +"})
  void aWeightedSumIsLedToTheProduct(String text, String found) {
    assertError(IssueCodes.SYNTAX, "'%s' stands in a sum, but energy, latency and area have different units."
        .formatted(found) + " Maybe weigh them as a product: 'energy ^ 0.7 * latency ^ 0.3'.",
        explore("rows in { 32 } minimising " + text).replaceFirst("minimising energy ", ""));
  }

  @Test
  void aWeightedProductCountsAsAFigure() {
    assertError(IssueCodes.EXPLORE_OBJECTIVES,
        "Explore 'S' asks for 5 figures; a front has at most 4. Maybe make conditions of some: 'where area <= 2 mm2'.",
        explore("rows in { 32 }").replace("explore S", "explore «S»")
            .replace("minimising energy ", "minimising energy, latency, edp, area, energy ^ 2 * area "));
  }

  @Test
  void weightsCannotStayWhileOtherNetworksRun() {
    assertError(IssueCodes.EXPLORE_WEIGHTS,
        "Weights cannot stay in the cells while other networks run, but explore 'S' has 2. Maybe explore each by itself.",
        "network other { weight 8 bit activation 8 bit input x 4 dense f from x { units 2 } }\n"
            + explore("rows in { 32 } weights «resident»").replace("networks n", "networks n, other"));
  }

  @Test
  void whatNoArchitectureHasCannotBeVaried() {
    assertError(IssueCodes.EXPLORE_AXIS, "No architecture of explore 'S' has 'adc resolution' to vary. Maybe remove this line.",
        explore("«adc resolution in { 4 bit }»"));
  }

  @Test
  void anExplorationThatVariesNothingIsReported() {
    assertError(IssueCodes.PROPERTY_MISSING, "Explore 'S' varies nothing. Maybe add 'rows in 32 .. 1024 step * 2'.",
        explore("").replace("explore S", "explore «S»"));
  }

  @Test
  void aChoiceHasEachMacroAndTechnologyOnce() {
    assertError(IssueCodes.EXPLORE_VALUE_TWICE, "'m' stands twice in 'macro'. Maybe remove one.", explore("macro in { m, «m» }"));
    assertError(IssueCodes.EXPLORE_VALUE_TWICE, "'t' stands twice in 'technology'. Maybe remove one.",
        explore("technology in { t, «t» }"));
  }

  @Test
  void aConditionThatIsStrictIsLedToOneThatIsNot() {
    assertError(IssueCodes.SYNTAX, "'<' stands where it has no meaning. Maybe '<='.", explore("rows in { 32 } where rows «<» 64"));
  }

  @Test
  void anAxisThatIsHalfTypedIsReportedOnceByItsSyntax() {
    assertError(IssueCodes.SYNTAX, "'sise' stands where it has no meaning.", explore("memory sram «sise» in { 1 KiB }"));
  }

  @Test
  void aFigureBehindTheOppositeWordIsLedToItsOwn() {
    assertError(IssueCodes.SYNTAX, "'efficiency' stands where it has no meaning. Maybe 'maximising efficiency'.",
        explore("rows in { 32 }").replace("minimising energy", "minimising «efficiency»"));
    assertError(IssueCodes.SYNTAX, "'area' stands where it has no meaning. Maybe 'minimising area'.",
        explore("rows in { 32 } maximising «area»"));
  }

  @Test
  void aPropertyThatIsVariedTwiceIsReported() {
    assertError(IssueCodes.EXPLORE_AXIS_TWICE, "'rows' is varied twice. Maybe write all values in one place.",
        explore("rows in { 32 } «rows in { 64 }»"));
  }

  @Test
  void rangesThatLeadNowhereAreReported() {
    assertError(IssueCodes.EXPLORE_RANGE, "The range ends at 32, before its begin 64. Maybe exchange them.",
        explore("rows in «64 .. 32»"));
    assertError(IssueCodes.EXPLORE_RANGE, "The step is 1, which leads nowhere. Maybe use a larger one.",
        explore("rows in 32 .. 64 step * «1»"));
    assertError(IssueCodes.EXPLORE_RANGE, "The step is 0, which leads nowhere. Maybe use a larger one.",
        explore("rows in 32 .. 64 step «0»"));
    assertError(IssueCodes.EXPLORE_RANGE, "The range from 0.6 V to 0.9 V has no step. Maybe add 'step 0.075 V'.",
        explore("supply in «0.6 V .. 0.9 V»"));
    assertError(IssueCodes.EXPLORE_RANGE,
        "The step is 1 bit, but the range begins at 32. Maybe a unit is missing or one too many.",
        explore("rows in 32 .. 64 step «1 bit»"));
  }

  @Test
  void aRangeOfTooManyValuesIsReportedWithoutListingThem() {
    for (String range : List.of("0.1 V .. 1 V step 1e-90 V", "0.1 V .. 1 V step * 1.0000000001", "0.1 V .. 1 V step 0.000001 V")) {
      assertError(IssueCodes.EXPLORE_RANGE, "The range has more than 100000 values. Maybe use a larger step.",
          explore("supply in «%s»".formatted(range)));
    }
  }

  @Test
  void aRangeMustKeepToTheRuleOfItsProperty() {
    assertError(IssueCodes.EXPLORE_RANGE, "The range of 'rows' comes to 1.5, which it cannot be. Maybe use another step.",
        explore("rows in «1 .. 4 step * 1.5»"));
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'rows' is 0, but must lie between 1 and 65536.",
        explore("rows in { «0» }"));
    assertError(IssueCodes.UNIT_MISSING, "'serial' is a number of bits, but 2 has no unit. Maybe '2 bit'.",
        explore("serial in { 1 bit, «2» }"));
  }

  @Test
  void aValueThatComesTwiceIsReportedHoweverItIsWritten() {
    assertError(IssueCodes.EXPLORE_VALUE_TWICE, "'1024 KiB' comes twice in 'memory sram size'. Maybe remove one.",
        explore("memory sram size in { 1 MiB, «1024 KiB» }"));
    assertError(IssueCodes.EXPLORE_VALUE_TWICE, "'n' stands twice in 'networks'. Maybe remove one.",
        explore("rows in { 32 }").replace("networks n", "networks n, «n»"));
  }

  @Test
  void valuesOfAParameterMeasureWhatItMeasures() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION,
        "Parameter 'k' is a number without a unit, but 1 bit is a number of bits. Maybe a unit is missing or one too many.",
        REST + """
        architecture open extends chip { parameter k = 4 memory sram { size k * 16 KiB } }
        explore S { networks n architectures open parameter «k» in { 1 bit } minimising energy }
        """);
  }

  @Test
  void conditionsThatContradictEachOtherAreReported() {
    assertError(IssueCodes.EXPLORE_LIMITS, "'area' cannot be at least 2 mm2 and at most 1 mm2. Maybe exchange the bounds.",
        explore("rows in { 32 } where area >= «2 mm2» where area <= 1 mm2"));
    assertError(IssueCodes.EXPLORE_LIMITS, "'area' cannot be both 2 mm2 and 1 mm2. Maybe remove one.",
        explore("rows in { 32 } where area == 1 mm2 where area == «2 mm2»"));
    assertError(IssueCodes.EXPLORE_EMPTY,
        "None of the 2 designs of explore 'S' meets its conditions on properties. Maybe relax one.",
        explore("rows in { 32, 64 } where rows >= 65").replace("explore S", "explore «S»"));
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "'energy' is an energy, but 'nm' is a length. Maybe '1 pJ'.",
        explore("rows in { 32 } where energy <= 3 «nm»"));
  }

  @Test
  void moreDesignsThanTheBudgetAreReported() {
    assertError(IssueCodes.EXPLORE_BUDGET,
        "Explore 'S' has 100 designs, but its budget is 99. Maybe vary less, or set 'budget 100'.",
        explore("rows in 1 .. 100 budget «99»"));
    assertError(IssueCodes.EXPLORE_BUDGET,
        "Explore 'S' has 4294967296 designs, but its budget is 1000000. Maybe vary less, or set 'budget 4294967296'.",
        explore("rows in 1 .. 65536 columns in 1 .. 65536").replace("explore S", "explore «S»"));
  }

  private static String explore(String lines) {
    return REST + "explore S { networks n architectures chip minimising energy %s }\n".formatted(lines);
  }
}
