package org.imc.tests.language;

import static org.imc.tests.language.Designs.analog;
import static org.imc.tests.language.Designs.chip;
import static org.imc.tests.language.Designs.digital;
import static org.imc.tests.language.Marked.assertError;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that no circuit has are refused where they stand, with the range. */
class BadParametersTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      rows 64 | rows 64 cells «0» per multiplier | 'cells per multiplier' is 0, but must lie between 1 and 65536.
      columns 64 | columns «0» | 'columns' is 0, but must lie between 1 and 65536.
      weight 8 bit | weight «0» bit | 'weight' is 0 bit, but must lie between 1 and 32 bit.
      weight 8 bit | weight «1000» bit | 'weight' is 1000 bit, but must lie between 1 and 32 bit.
      serial 1 bit | serial «0» bit | 'serial' is 0 bit, but must lie between 1 and 32 bit.
      serial 1 bit | serial 1 bit clock «0» MHz | 'clock' is 0 MHz, but must lie between 0.001 and 100000 MHz.
      serial 1 bit | serial 1 bit supply «0» V | 'supply' is 0 V, but must lie between 0.1 and 5 V.
      serial 1 bit | serial 1 bit supply «900» V | 'supply' is 900 V, but must lie between 0.1 and 5 V.
      serial 1 bit | serial 1 bit activity { toggle «1.5» } | 'toggle' is 1.5, but must lie between 0 and 1.
      """)
  void ofADigitalMacro(String line, String instead, String message) {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, message, digital(line, instead));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      resolution 5 bit | resolution «30» bit | 'resolution' is 30 bit, but must lie between 1 and 16 bit.
      resolution 5 bit | resolution «0» bit | 'resolution' is 0 bit, but must lie between 1 and 16 bit.
      resolution 5 bit | resolution 5 bit columns «0» | 'columns' is 0, but must lie between 1 and 65536.
      resolution 5 bit | resolution 5 bit delay «0» ns | 'delay' is 0 ns, but must lie between 0.001 and 1e9 ns.
      dac 2 bit | dac «0» bit | 'dac' is 0 bit, but must lie between 1 and 32 bit.
      """)
  void ofAnAnalogMacro(String line, String instead, String message) {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, message, analog(line, instead));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      node 28 nm | node «0» nm | 'node' is 0 nm, but must lie between 1 and 1000 nm.
      """)
  void ofATechnology(String line, String instead, String message) {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, message, Designs.TECHNOLOGY.replace(line, instead));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      size 64 KiB | size «0» KiB | 'size' is 0 KiB, but must lie between 1 and 1125899906842624 bit.
      macro m x 4 | macro m x «0» | 'number of macros' is 0, but must lie between 1 and 65536.
      """)
  void ofAnArchitecture(String line, String instead, String message) {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, message, chip(line, instead));
  }

  @ParameterizedTest
  @CsvSource({"rows 64, rows «-»64, 64", "weight 8 bit, weight «-»8 bit, 8", "serial 1 bit, serial 1 bit supply «-»0.9 V, 0.9",
      "serial 1 bit, serial 1 bit clock «-»200 MHz, 200", "serial 1 bit, serial 1 bit activity { toggle «-»0.1 }, 0.1"})
  void noQuantityIsNegative(String line, String instead, String number) {
    assertError(IssueCodes.SYNTAX, "'-%s' is negative, which no quantity is. Maybe remove the '-'.".formatted(number),
        digital(line, instead));
  }

  @ParameterizedTest
  @CsvSource({"0 - 64, -64", "64 / 0.0001 * (1 - 2), -640000"})
  void aComputedQuantityIsHeldToTheRangeToo(String text, String value) {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'rows' is %s, but must lie between 1 and 65536.".formatted(value),
        digital("rows 64", "rows «%s»".formatted(text)));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "infinity"})
  void whatIsNoNumberIsTakenForAParameterThatIsNotThere(String word) {
    assertError(IssueCodes.NAME_UNKNOWN, "There is no parameter named '%s' here.".formatted(word),
        digital("rows 64", "rows «%s»".formatted(word)));
  }
}
