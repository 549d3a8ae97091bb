package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertWarning;
import static org.imc.tests.language.Designs.chip;
import static org.imc.tests.language.Marked.assertError;

import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class MemoryChecksTest {

  @Test
  void operandThatNoMemoryServesIsReportedOnTheArchitecture() {
    assertError(IssueCodes.MEMORY_OPERAND_UNSERVED,
        "No memory of architecture 'chip' serves weights. Maybe add 'weights' to 'serves' of 'sram'.",
        chip("architecture chip", "architecture «chip»").replace("weights, inputs", "inputs"));
  }

  @Test
  void operandServedTwiceIsReportedAtItsSecondPlace() {
    assertError(IssueCodes.MEMORY_OPERAND_TWICE, "Memory 'sram' serves inputs twice. Maybe remove one.",
        chip("serves weights, inputs, outputs", "serves weights, inputs, outputs, «inputs»"));
  }

  @Test
  void memoryWithoutAPortToWriteIsReported() {
    assertError(IssueCodes.MEMORY_PORTS, "Memory 'sram' has no port to write. Maybe add 'port write 128 bit/cycle'.",
        chip("memory sram", "memory «sram»").replace("port readwrite", "port read"));
  }

  @Test
  void registerOnARowServesInputsOnly() {
    assertError(IssueCodes.MEMORY_SHARING,
        "Memory 'register' has an instance per row, which can serve inputs only, but serves outputs. Maybe have one per macro.",
        chip("  memory sram", """
              memory register {
                size 8 bit serves inputs, «outputs» instances per row port readwrite 8 bit/cycle
                read 0 pJ/bit write 0 pJ/bit
              }
              memory sram"""));
  }

  @Test
  void levelWrittenInsideOutIsReported() {
    assertError(IssueCodes.MEMORY_SHARING,
        "Memory 'register' (per row) stands outside 'sram' (per chip). Memories are written from the array outwards: maybe exchange them.",
        chip("write 0.11 pJ/bit\n  }", """
            write 0.11 pJ/bit
              }
              memory «register» {
                size 8 bit serves inputs instances per row port readwrite 8 bit/cycle read 0 pJ/bit write 0 pJ/bit
              }"""));
  }

  @Test
  void registerSmallerThanAnActivationIsReportedWithTheSizeThatIsEnough() {
    assertError(IssueCodes.MEMORY_TOO_SMALL,
        "Memory 'register' holds 4 bits, but an activation of macro 'm' has 8. Maybe set 'size' to at least 8 bit.",
        chip("  memory sram", """
              memory register {
                size «4 bit» serves inputs instances per row port readwrite 4 bit/cycle
                read 0 pJ/bit write 0 pJ/bit
              }
              memory sram"""));
  }

  @Test
  void levelSmallerThanTheOneInsideItIsPointedOut() {
    assertWarning(IssueCodes.MEMORY_SMALLER_OUTSIDE,
        "Memory 'dram' (1 KiB) holds less than 'sram' (64 KiB), which stands inside it. Maybe exchange their sizes.",
        chip("write 0.11 pJ/bit\n  }", """
            write 0.11 pJ/bit
              }
              memory dram {
                size «1 KiB» serves weights port readwrite 64 bit/cycle read 3.7 pJ/bit write 3.7 pJ/bit
              }"""));
  }

  @Test
  void portWiderThanItsMemoryIsPointedOut() {
    assertWarning(IssueCodes.MEMORY_PORT_WIDER,
        "A port of memory 'sram' moves 128 KiB/cycle, but the memory holds only 64 KiB. Maybe one of them is mistyped.",
        chip("128 bit/cycle", "«128 KiB/cycle»"));
  }
}
