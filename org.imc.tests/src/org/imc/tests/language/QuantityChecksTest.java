package org.imc.tests.language;

import static org.imc.tests.language.Designs.chip;
import static org.imc.tests.language.Designs.digital;
import static org.imc.tests.language.Designs.network;
import static org.imc.tests.language.Marked.assertError;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class QuantityChecksTest {

  @Test
  void numberWithoutItsUnitIsReportedOnTheNumber() {
    assertError(IssueCodes.UNIT_MISSING, "'weight' is a number of bits, but 8 has no unit. Maybe '8 bit'.",
        digital("weight 8 bit", "weight «8»"));
  }

  @Test
  void unitOfTheWrongDimensionIsReportedOnTheUnit() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "'supply' is a voltage, but 'nm' is a length. Maybe '0.8 V'.",
        digital("serial 1 bit", "serial 1 bit supply 0.9 «nm»"));
  }

  @Test
  void unitOnACountIsReportedOnTheUnit() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION,
        "'rows' is a number without a unit, but 'bit' is a number of bits. Maybe '64'.",
        digital("rows 64", "rows 64 «bit»"));
  }

  @Test
  void unknownUnitIsReportedWithTheOneThatWasMeant() {
    assertError(IssueCodes.UNIT_UNKNOWN, "'Kib' is not a unit. Maybe 'KiB'.", chip("64 KiB", "64 «Kib»"));
  }

  @Test
  void energyWithoutItsBitIsReported() {
    assertError(IssueCodes.UNIT_WRONG_DIMENSION, "'read' is an energy per bit, but 'pJ' is an energy. Maybe '0.16 pJ/bit'.",
        chip("read 0.16 pJ/bit", "read 0.16 «pJ»"));
  }

  @Test
  void sizesWithoutSpacesAreExplained() {
    assertError(IssueCodes.UNIT_UNKNOWN, "'3x3' is read as one number and a unit. Maybe put spaces around each 'x'.",
        network("kernel 3 x 3", "kernel 3«x3»"));
  }

  @Test
  void zeroRowsAreReportedWithTheRange() {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'rows' is 0, but must lie between 1 and 65536.",
        digital("rows 64", "rows «0»"));
  }

  @Test
  void absurdNumberOfRowsIsReportedWithTheRange() {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'rows' is 4611686018427387904, but must lie between 1 and 65536.",
        digital("rows 64", "rows «4611686018427387904»"));
  }

  @Test
  void fractionOfARowIsReported() {
    assertError(IssueCodes.NUMBER_NOT_WHOLE, "'rows' is 64.5, but must be a whole number.",
        digital("rows 64", "rows «64.5»"));
  }

  @Test
  void fractionOfABitIsReported() {
    assertError(IssueCodes.NUMBER_NOT_WHOLE, "'size' is 0.3 B, but must be a whole number of bit.",
        chip("size 64 KiB", "size «0.3» B"));
  }

  @Test
  void bandwidthOfZeroIsReported() {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'bandwidth' is 0 bit/cycle, but must lie between 0.000001 and 1e9 bit/cycle.",
        chip("128 bit/cycle", "«0» bit/cycle"));
  }

  @Test
  void numberTooLargeToComputeWithIsRefusedWhereItStands() {
    assertError(IssueCodes.SYNTAX,
        "'1e999999999' is out of range. A number has at most 100 digits and an exponent of at most 99.",
        digital("rows 64", "rows «1e999999999»"));
  }
}
