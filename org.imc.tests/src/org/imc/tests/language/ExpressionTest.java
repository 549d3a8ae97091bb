package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.imc.tests.language.Marked.assertWarning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.Quantity;
import org.imc.dsl.validation.IssueCodes;
import org.imc.model.imc.ParameterDecl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities that are computed. */
class ExpressionTest {

  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, 7", "(1 + 2) * 3, 9", "7 - 2 - 1, 4", "8 / 2 / 2, 2", "2 * 3 bit, 6 bit", "64 KiB / 2, 262144 bit",
    "64 KiB / 3 * 3, 524288 bit", "1 nm * 2 um, 0.002 um2", "3 fF * 2 V * 2 V, 0.012 pJ", "1 / 5 ns, 200 MHz",
    "64 bit / 2 ns, 32 Gbit/s", "10 pJ / 4 bit, 2.5 pJ/bit", "8 TOPS / 4 W, 2 TOPS/W", "900 mV - 0.1 V, 0.8 V"
  })
  void sumsAndProductsAreComputedWithTheirUnits(String expression, String value) {
    assertEquals(parameter(value), parameter(expression));
  }

  private static Quantity parameter(String value) {
    var file = Language.file(Language.parse("parameter p = " + value + "\n"));
    Quantity quantity = Quantities.evaluate(((ParameterDecl) file.getElements().get(0)).getValue(), problem -> {
      throw new AssertionError(problem.message());
    }).orElseThrow();
    return new Quantity(new BigDecimal(quantity.inBase().stripTrailingZeros().toPlainString())
        .round(new java.math.MathContext(40)).stripTrailingZeros(), quantity.measure());
  }

  @Test
  void aMemoryIsSizedByItsMacro() {
    var lowered = LoweringTest.lower(Designs.complete().replace("size 64 KiB", "size 2 * rows * 8 bit"));
    assertEquals(2 * 64 * 8, lowered.study().architecture().memories().levels().get(0).capacityBits());
  }

  @Test
  void parametersOfTheDeclarationComeBeforeThoseOfTheFile() {
    String text = "parameter banks = 2\n" + Designs.complete()
        .replace("rows 64", "parameter banks = 3\n  rows 16 * banks")
        .replace("size 64 KiB", "size banks * 32 KiB");
    var architecture = LoweringTest.lower(text).study().architecture();
    assertEquals(48, architecture.macro().geometry().rows());
    assertEquals(64 * 8192, architecture.memories().levels().get(0).capacityBits());
  }

  @Test
  void parametersOfOtherFilesAreImported() {
    assertNothing("import shared.banks\n" + Designs.digital("rows 64", "rows 16 * banks"),
        "package shared\nparameter banks = 4\n");
  }

  @Test
  void whatExtendsAMacroChangesItsParameters() {
    String text = Designs.complete()
        .replace("rows 64", "parameter banks = 4\n  rows 16 * banks")
        .replace("macro m x 4", "macro wide x 4")
        + "digital macro wide extends m { parameter banks = 8 }\n";
    assertEquals(128, LoweringTest.lower(text).study().architecture().macro().geometry().rows());
  }

  @Test
  void anInheritedQuantityOutOfRangeIsReportedAtWhatExtends() {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE,
        "With the parameters of macro 'none', 'rows' is 0, but must be whole and between 1 and 65536.",
        "digital macro «none» extends m { parameter banks = 0 }\n"
            + Designs.digital("rows 64", "parameter banks = 4\n  rows 16 * banks"));
  }

  @Test
  void aSumOfTwoDimensionsIsReported() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION,
        "A number without a unit cannot be added to a number of bits. Maybe a unit is missing.",
        Designs.chip("size 64 KiB", "size 64 KiB + «8»"));
  }

  @Test
  void aProductOfTheWrongDimensionIsReportedAsAWhole() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION,
        "'size' is a number of bits, but this is a number without a unit. Maybe a unit is missing or one too many.",
        Designs.chip("size 64 KiB", "size «2 * rows»"));
    assertError(IssueCodes.UNIT_WRONG_DIMENSION,
        "'size' is a number of bits, but this is a quantity in bit^2. Maybe a unit is missing or one too many.",
        Designs.chip("size 64 KiB", "size «8 bit * 8 bit»"));
  }

  @Test
  void aComputedNumberIsHeldToItsRange() {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'rows' is 0, but must lie between 1 and 65536.",
        Designs.digital("rows 64", "rows «64 - 64»"));
    assertError(IssueCodes.NUMBER_NOT_WHOLE, "'rows' is 21.3333, but must be a whole number.",
        Designs.digital("rows 64", "rows «64 / 3»"));
  }

  @Test
  void divisionByZeroIsReported() {
    assertError(IssueCodes.NUMBER_DIVISION_BY_ZERO, "This divides by zero. Maybe another value is meant.",
        Designs.digital("rows 64", "rows 64 / («2 - 2»)"));
  }

  @Test
  void aParameterThatIsMadeOfItselfIsReported() {
    assertError(IssueCodes.PARAMETER_CIRCLE, "'rows' is made of itself. Maybe write its value here.",
        Designs.digital("rows 64", "rows 2 * «rows»"));
  }

  @Test
  void aPropertyThatNobodyGivesIsReported() {
    assertError(IssueCodes.PROPERTY_NOT_GIVEN, "There is no macro here that gives 'dac'. Maybe use a parameter.",
        Designs.chip("size 64 KiB", "size 512 * «dac»"));
  }

  @Test
  void anUnknownParameterIsReportedWithTheOneThatWasMeant() {
    assertError(IssueCodes.NAME_UNKNOWN, "There is no parameter named 'bank' here. Maybe 'banks'.",
        Designs.digital("rows 64", "parameter banks = 4\n  rows 16 * banks\n  cells 1 * «bank» per multiplier"));
  }

  @Test
  void aUnitWrittenTogetherWithADivisorIsReported() {
    assertError(IssueCodes.UNIT_UNKNOWN, "'KiB/banks' is not a unit. Maybe divide, with spaces: 'KiB / banks'.",
        "parameter banks = 2\n" + Designs.chip("size 64 KiB", "size 64 «KiB/banks»"));
    assertNothing("parameter banks = 2\n" + Designs.chip("size 64 KiB", "size 64 KiB / banks"));
  }

  @Test
  void aParameterThatNothingUsesIsPointedOut() {
    assertWarning(IssueCodes.PARAMETER_UNUSED, "Nothing in macro 'm' uses parameter 'banks'. Maybe remove it.",
        Designs.digital("rows 64", "parameter «banks» = 4\n  rows 64"));
  }

  @Test
  void parametersOfOneNameAreReported() {
    assertError(IssueCodes.NAME_DUPLICATE,
        "Parameter 'a' has the name of another declaration in macro 'm'. Maybe rename one.",
        Designs.digital("rows 64", "parameter a = 4\n  parameter «a» = 5\n  rows 16 * a"));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 100_000})
  void parenthesesInParenthesesEndSomewhere(int depth) {
    String text = "parameter p = " + "(".repeat(depth) + "1" + ")".repeat(depth) + "\n";
    var problems = Language.problems(Language.parse(text));
    assertEquals("Parentheses stand in more than 100 others here. Maybe give a part its own 'parameter'.",
        problems.get(0).message());
    assertEquals(IssueCodes.SYNTAX, problems.get(0).code());
    assertEquals("parameter p = ".length() + 100, problems.get(0).offset());
  }

  @Test
  void aLongChainOfParametersIsBounded() {
    var text = new StringBuilder("parameter p0 = 1\n");
    for (int i = 1; i <= 1000; i++) {
      text.append("parameter p%d = p%d + p%d\n".formatted(i, i - 1, i - 1)); // 2^1000 if each were computed anew
    }
    var problems = Language.problems(Language.parse(text.toString()));
    assertEquals(1000 - 200, problems.size());
    assertEquals("This is made of more than 200 names in a row. Maybe write the value of one.",
        problems.get(0).message());
  }
}
