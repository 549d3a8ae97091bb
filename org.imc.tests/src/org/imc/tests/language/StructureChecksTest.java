package org.imc.tests.language;

import static org.imc.tests.language.Designs.analog;
import static org.imc.tests.language.Designs.digital;
import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.imc.tests.language.Marked.assertWarning;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class StructureChecksTest {

  @Test
  void columnsThatDoNotShareAReadOutEvenlyAreReported() {
    assertError(IssueCodes.MACRO_MUX,
        "3 columns of macro 'm' take turns at a read-out, which does not divide its 8 weights side by side. Maybe let 2.",
        digital("serial 1 bit", "serial 1 bit mux «3»"));
  }

  @Test
  void pingPongCellsWithoutASecondWeightAreReported() {
    assertError(IssueCodes.MACRO_PING_PONG,
        "The multipliers of macro 'm' have one weight each, so that none can be written while it computes."
            + " Maybe give it 'cells 2 per multiplier'.",
        digital("serial 1 bit", "serial 1 bit «ping_pong»"));
    assertNothing(digital("serial 1 bit", "serial 1 bit cells 2 per multiplier ping_pong"));
    assertNothing(digital("serial 1 bit", "serial 1 bit mux 2 ping_pong"));
  }

  @Test
  void moreActiveInputsThanThereAreAreReported() {
    assertError(IssueCodes.MACRO_ACTIVE,
        "Macro 'm' activates 32 inputs at a time, but has 16. Maybe set 'active' to 16.",
        digital("serial 1 bit", "serial 1 bit cells 4 per multiplier active «32»"));
  }

  @Test
  void aDacOfMoreBitsThanACycleAppliesIsReported() {
    assertError(IssueCodes.MACRO_DAC,
        "Macro 'm' has DACs of 4 bit, but applies 2 bit per cycle. Maybe set 'dac' to 2 bit.",
        analog("dac 2 bit", "serial 2 bit dac «4 bit»"));
  }

  @Test
  void aConversionOfMoreBitsThanTheConverterHasIsReported() {
    assertError(IssueCodes.ADC_CONVERSION,
        "A conversion resolves 6 bit, but the ADC has 5 bit. Maybe set 'conversion' to 5 bit.",
        analog("resolution 5 bit", "resolution 5 bit conversion «6 bit»"));
  }

  @Test
  void treesThatDoNotAddTheInputsFirstAreReported() {
    assertError(IssueCodes.MACRO_READ_OUT,
        "The read-out of macro 'm' adds 256 numbers where the 64 inputs are to be summed first. Maybe end a tree there.",
        digital("serial 1 bit", "serial 1 bit readout «{ tree 16 tree 16 }»"));
  }

  @Test
  void treesThatAddMoreThanThereIsAreReported() {
    assertError(IssueCodes.MACRO_READ_OUT,
        "The read-out of macro 'm' adds 256 numbers. Maybe add 64 (weight by weight) or 512 (bit by bit).",
        digital("serial 1 bit", "serial 1 bit readout «{ tree 64 tree 4 }»"));
  }

  @Test
  void aReadOutThatDoesNotFitTheAdcsIsReported() {
    assertError(IssueCodes.MACRO_READ_OUT,
        "The read-out of macro 'm' adds 16 numbers where the ADCs give 8 per output. Maybe add 8.",
        analog("dac 2 bit", "dac 2 bit readout «{ place value 16 }»"));
  }

  @Test
  void aBaseThatIsGivenOtherRowsIsReportedAtThem() {
    String base = digital("serial 1 bit", "serial 1 bit readout { tree 64 accumulator }");
    assertError(IssueCodes.MACRO_READ_OUT,
        "The read-out of macro 'wide' adds 64 numbers. Maybe add 128 (weight by weight) or 1024 (bit by bit).",
        "digital macro wide extends m { rows «128» }\n" + base);
  }

  @Test
  void twoAccumulatorsAreReported() {
    assertError(IssueCodes.MACRO_READ_OUT, "A read-out has two accumulators. Maybe make one of them logic.",
        digital("serial 1 bit", "serial 1 bit readout «{ accumulator 16 bit tree 64 accumulator }»"));
  }

  @Test
  void anActivityAboveOneIsReported() {
    assertError(IssueCodes.NUMBER_OUT_OF_RANGE, "'toggle' is 1.5, but must lie between 0 and 1.",
        digital("serial 1 bit", "serial 1 bit activity { toggle «1.5» }"));
  }

  @Test
  void aPartGivenTwiceInAnActivityIsReported() {
    assertError(IssueCodes.PROPERTY_DUPLICATE, "'tree' is given twice. Maybe remove one.",
        digital("serial 1 bit", "serial 1 bit activity { tree 0.5 «tree» 0.4 }"));
  }

  @Test
  void digitalPropertyOfAnAnalogMacroIsReported() {
    assertError(IssueCodes.PROPERTY_OUT_OF_PLACE,
        "'recoding' belongs to digital macros, but 'm' is analog. Maybe remove it.",
        analog("dac 2 bit", "dac 2 bit recoding «booth»"));
    assertError(IssueCodes.PROPERTY_OUT_OF_PLACE,
        "'trees' belongs to digital macros, but 'm' is analog. Maybe remove it.",
        analog("dac 2 bit", "dac 2 bit trees «carry_save»"));
  }

  @Test
  void whatAnalogColumnsSumIsNotAskedOfADigitalMacro() {
    assertError(IssueCodes.PROPERTY_OUT_OF_PLACE,
        "'summing' belongs to analog macros, but 'm' is digital. Maybe remove it.",
        digital("serial 1 bit", "serial 1 bit summing «current»"));
    assertNothing(analog("dac 2 bit", "dac 2 bit summing current"));
  }

  @Test
  void emptyLogicIsPointedOut() {
    assertWarning(IssueCodes.LOGIC_EMPTY, "Logic \"align\" has nothing in it. Maybe add 'adders 4 x 16 bit'.",
        digital("serial 1 bit", "serial 1 bit logic «\"align\"» { activity 0 }"));
  }

  @Test
  void everyPropertyOfTheStructureIsFineTogether() {
    assertNothing(digital("serial 1 bit", """
        serial 2 bit recoding booth mux 2 active 32 array 0.004 mm2 gating rows
        activity { toggle 0.5 density 0.5 accumulator 1 }
        readout { tree 8 tree 4 x 12 bit activity 0.3 register accumulator 32 bit from 14 bit per 2 outputs }
        logic "alignment" per output { adders 2 x 16 bit adders 1 x 8 bit registers 2 x 16 bit gates 40 activity 0.1 path critical }
        """));
    assertNothing(analog("dac 2 bit", "serial 4 bit dac 2 bit readout { register place value 16 x 5 bit accumulator }"));
  }
}
