package org.imc.tests.language;

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
        "Memory 'register' has an instance per row, which can serve inputs only, but serves outputs.",
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
}
