package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.imc.dsl.validation.IssueCodes;
import org.imc.engine.arch.Leakage;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.NodeScaling;
import org.imc.engine.arch.SupplyLaw;
import org.imc.engine.arch.Technology;
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
    assertEquals(0.02, technology.gateDelayNs(), "given, so it holds at the technology's own supply");
    assertEquals(0.7, technology.gateCapacitanceFf());
    assertEquals(0.8, technology.supplyV());
    assertEquals(28, technology.nodeNm());
  }

  @Test
  void whatATechnologyTakesFromAnotherNodeIsScaledToItsOwn() {
    String text = Designs.complete().replace("technology t\n", "technology small\n") + """
        technology small extends t {
          node 7 nm
          supply 0.75 V
          gate { area 0.1 um2 }
        }
        """;
    var technology = LoweringTest.lower(text).study().architecture().macro().technology();
    var scaling = new NodeScaling(28, 7);
    assertEquals(0.1, technology.gateAreaUm2(), "given, so not scaled");
    assertEquals(0.7 * scaling.capacitance(), technology.gateCapacitanceFf(), 1e-15);
    assertEquals(0.0478 * scaling.gateDelay(), technology.gateDelayNs(), 1e-15);
    assertEquals(0.35 * scaling.capacitance(), technology.bitlineCapacitanceFf(), 1e-15);
    assertEquals(0.5 * scaling.cellArea(), technology.cellAreaUm2(), 1e-15);
    assertEquals(0.012 * scaling.capacitance() * 0.75 * 0.75 / 0.81, technology.cellWritePjPerBit(), 1e-15);
  }

  @Test
  void scalingInTwoStepsIsScalingAtOnce() {
    String base = Designs.complete() + "technology middle extends t { node 16 nm }\n";
    var once = lowered(base + "technology last extends t { node 7 nm }\n");
    var twice = lowered(base + "technology last extends middle { node 7 nm }\n");
    assertEquals(once.gateDelayNs(), twice.gateDelayNs(), 1e-15);
    assertEquals(once.gateAreaUm2(), twice.gateAreaUm2(), 1e-15);
    assertEquals(once.cellWritePjPerBit(), twice.cellWritePjPerBit(), 1e-15);
  }

  @Test
  void atAnotherNominalSupplyTheDelayFollowsTheLaw() {
    String base = Designs.complete().replace("supply 0.9 V", "supply 0.9 V transistor { threshold 0.34 V }");
    var slow = lowered(base + "technology last extends t { supply 0.6 V }\n");
    assertEquals(0.0478 * SupplyLaw.ofThreshold(0.34).delayFactor(0.6, 0.9), slow.gateDelayNs(), 1e-15);
    assertEquals(Optional.of(SupplyLaw.ofThreshold(0.34)), slow.supplyLaw());
  }

  @Test
  void transistorsAndLeakageReachTheEngine() {
    var technology = lowered(Designs.complete() + """
        technology last extends t {
          gate { leakage 2 nW }
          cell { leakage 0.01 nW }
          transistor { threshold 0.3 V alpha 1.4 slope 1.2 analog exponent 1.6 }
        }
        """);
    assertEquals(new Leakage(2, 0.01), technology.leakage());
    assertEquals(Optional.of(new SupplyLaw(0.3, 1.4, 1.2, 1.6)), technology.supplyLaw());
  }

  @Test
  void whatADeclarationNamesItselfIsNotWhatItsBaseNames() {
    String text = Designs.complete().replace("evaluate n on chip", "evaluate n on other")
        + FAST + """
        digital macro fastM extends m { technology fast }
        architecture other extends chip { macro fastM }
        """;
    var architecture = LoweringTest.lower(text).study().architecture();
    assertEquals("fastM", architecture.macro().name());
    assertEquals("fast", architecture.macro().technology().name());
  }

  private static Technology lowered(String text) {
    return LoweringTest.lower(text.replace("technology t\n", "technology last\n"))
        .study().architecture().macro().technology();
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
