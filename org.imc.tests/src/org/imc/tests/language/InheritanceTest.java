package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.imc.dsl.validation.IssueCodes;
import org.imc.engine.arch.MemoryLevel;
import org.junit.jupiter.api.Test;

/** Technologies and architectures that extend others; for macros see {@link MacroChecksTest}. */
class InheritanceTest {

  private static final String FAST = """
      technology fast extends t {
        supply 0.8 V
        gate { delay 20 ps }
      }
      """;

  @Test
  void aTechnologyHasTheRestFromItsBaseDownToTheGate() {
    String text = Designs.complete().replace("technology t\n", "technology fast\n") + FAST;
    var technology = LoweringTest.lower(text).study().architecture().macro().technology();
    assertEquals("fast", technology.name());
    assertEquals(0.02, technology.gateDelayNs());
    assertEquals(0.7, technology.gateCapacitanceFf());
    assertEquals(0.8, technology.supplyV());
    assertEquals(28, technology.nodeNm());
  }

  @Test
  void anArchitectureChangesAMemoryAndPutsAnotherOutside() {
    String text = Designs.complete().replace("evaluate n on chip", "evaluate n on big") + """
        architecture big extends chip {
          memory dram {
            size 8 MiB
            serves weights
            port readwrite 64 bit/cycle
            read 3.7 pJ/bit
            write 3.7 pJ/bit
          }
          memory sram { size 128 KiB }
        }
        """;
    var architecture = LoweringTest.lower(text).study().architecture();
    assertEquals(java.util.List.of("sram", "dram"),
        architecture.memories().levels().stream().map(MemoryLevel::name).toList());
    assertEquals(128 * 8192, architecture.memories().levels().get(0).capacityBits());
    assertEquals(0.16, architecture.memories().levels().get(0).readPjPerBit());
    assertEquals(4, architecture.macros());
    assertNothing(text);
  }

  @Test
  void whatExtendsItselfIsReported() {
    assertError(IssueCodes.EXTENDS_CIRCLE, "Technology 't' extends itself. Maybe another base is meant.",
        Designs.TECHNOLOGY.replace("technology t ", "technology t extends «t» "));
  }

  @Test
  void aSmallerMemoryOutsideAnInheritedOneIsPointedOutWhereItIsWritten() {
    Marked.assertWarning(IssueCodes.MEMORY_SMALLER_OUTSIDE,
        "Memory 'dram' (1 KiB) holds less than 'sram' (64 KiB), which stands inside it. Maybe exchange their sizes.",
        """
        architecture big extends chip {
          memory dram {
            size «1 KiB»
            serves weights
            port readwrite 64 bit/cycle
            read 3.7 pJ/bit
            write 3.7 pJ/bit
          }
        }
        """ + Designs.CHIP + Designs.DIGITAL + Designs.TECHNOLOGY);
  }

  @Test
  void aBaseWithoutASharedPropertyLeavesItMissing() {
    assertError(IssueCodes.PROPERTY_MISSING, "Memory 'dram' has no 'size'. Maybe add 'size 64 KiB'.",
        """
        architecture big extends chip {
          memory «dram» {
            serves weights
            port readwrite 64 bit/cycle
            read 3.7 pJ/bit
            write 3.7 pJ/bit
          }
        }
        """ + Designs.CHIP + Designs.DIGITAL + Designs.TECHNOLOGY);
  }
}
