package org.imc.tests.language;

import static org.imc.tests.language.Designs.analog;
import static org.imc.tests.language.Designs.digital;
import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertWarning;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A macro that gives nothing but a parameter of its base, by which what the base says no longer fits together. */
class ChangedByParameterTest {

  static Stream<Arguments> contradictions() {
    return Stream.of(
        arguments("columns 64", "columns p", "64", "60", IssueCodes.MACRO_COLUMNS,
            "Macro 'w' has 60 columns, which do not hold whole weights of 8 bits. Maybe set 'columns' to 64."),
        arguments("rows 64", "rows 64 cells p per multiplier", "4", "5", IssueCodes.MACRO_ROWS,
            "Macro 'w' has 64 rows, which do not divide into groups of 5 cells per multiplier. Maybe set 'rows' to 65."),
        arguments("serial 1 bit", "serial p", "1 bit", "9 bit", IssueCodes.MACRO_BITS_PER_CYCLE,
            "Macro 'w' applies 9 bits per cycle, but an activation has 8 bits. Maybe set 'serial' to 8 bit."),
        arguments("rows 64", "rows 64 active p", "8", "65", IssueCodes.MACRO_ACTIVE,
            "Macro 'w' activates 65 inputs at a time, but has 64. Maybe set 'active' to 64."),
        arguments("rows 64", "rows 64 cells p per multiplier ping_pong", "2", "1", IssueCodes.MACRO_PING_PONG,
            "The multipliers of macro 'w' have one weight each, so that none can be written while it computes. Maybe give it "
                + "'cells 2 per multiplier'."));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void isReportedAtItsName(String line, String instead, String fits, String contradicts, String code, String message) {
    String base = digital(line, instead).replaceFirst("macro m \\{", "macro m { parameter p = " + fits);
    assertError(code, message, base + "digital macro «w» extends m { parameter p = " + contradicts + " }");
    Marked.assertNothing(base + "digital macro w extends m { parameter p = " + fits + " }");
  }

  @Test
  void aConversionIsReportedAtTheNameOrAtTheConverter() {
    String base = analog("resolution 5 bit", "resolution p conversion 5 bit").replaceFirst("macro m \\{", "macro m { parameter p = 5 bit");
    assertError(IssueCodes.ADC_CONVERSION, "A conversion resolves 5 bit, but the ADC has 4 bit. Maybe set 'conversion' to 4 bit.",
        base + "analog macro «w» extends m { parameter p = 4 bit }");
    assertError(IssueCodes.ADC_CONVERSION, "A conversion resolves 5 bit, but the ADC has 4 bit. Maybe set 'conversion' to 4 bit.",
        base + "analog macro w extends m { adc { resolution «4 bit» } }");
  }

  @Test
  void unusedBitsOfAConverterAreReportedAtTheName() {
    String base = analog("resolution 5 bit", "resolution p").replaceFirst("macro m \\{", "macro m { parameter p = 5 bit");
    assertWarning(IssueCodes.ADC_BITS_UNUSED,
        "Macro 'w' reads 10 bits, but 64 inputs of 2 bits on 1-bit cells sum to at most 8 bits. Maybe set 'resolution' to 8 bit.",
        base.replace("resolution p", "resolution p area 600 um2 delay 5 ns") + "analog macro «w» extends m { parameter p = 10 bit }");
  }
}
