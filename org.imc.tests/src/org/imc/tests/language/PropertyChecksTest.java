package org.imc.tests.language;

import static org.imc.tests.language.Designs.analog;
import static org.imc.tests.language.Designs.chip;
import static org.imc.tests.language.Designs.digital;
import static org.imc.tests.language.Designs.network;
import static org.imc.tests.language.Marked.assertError;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class PropertyChecksTest {

  @Test
  void missingPropertyIsReportedOnTheNameWithAnExample() {
    assertError(IssueCodes.PROPERTY_MISSING, "Macro 'm' has no 'rows'. Maybe add 'rows 64'.",
        digital("digital macro m", "digital macro «m»").replace("rows 64", ""));
  }

  @Test
  void missingPropertyOfANamelessBlockIsReportedOnItsOwner() {
    assertError(IssueCodes.PROPERTY_MISSING, "The adc of 'm' has no 'resolution'. Maybe add 'resolution 5 bit'.",
        analog("analog macro m", "analog macro «m»").replace("resolution 5 bit", ""));
  }

  @Test
  void digitalMacroWithoutSerialBitsIsReported() {
    assertError(IssueCodes.PROPERTY_MISSING, "Macro 'm' has no 'serial'. Maybe add 'serial 1 bit'.",
        digital("digital macro m", "digital macro «m»").replace("serial 1 bit", ""));
  }

  @Test
  void propertyGivenTwiceIsReportedAtItsSecondPlace() {
    assertError(IssueCodes.PROPERTY_DUPLICATE, "'rows' is given twice. Maybe remove one.",
        digital("columns 64", "columns 64\n  «rows» 128"));
  }

  @Test
  void propertyOfAFragmentGivenTwiceIsReported() {
    assertError(IssueCodes.PROPERTY_DUPLICATE, "'kernel' is given twice. Maybe remove one.",
        network("padding 1", "padding 1 «kernel» 3 x 3"));
  }

  @Test
  void portsAndMemoriesMayBeRepeated() {
    Marked.assertNothing(chip("port readwrite 128 bit/cycle", "port read 64 bit/cycle port write 64 bit/cycle"));
  }

  @Test
  void poolWithoutAKernelIsReported() {
    assertError(IssueCodes.PROPERTY_MISSING,
        "Pool 'p' has no 'kernel'. Maybe add 'kernel 2 x 2', or 'global' to pool each channel to one value.",
        network("dense classes from conv", "pool «p» from conv { average }\n  dense classes from p"));
  }

  @Test
  void globalPoolNeedsNoKernel() {
    Marked.assertNothing(network("dense classes from conv", "pool p from conv { average global }\n  dense classes from p"));
  }
}
