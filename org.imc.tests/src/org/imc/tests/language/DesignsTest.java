package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.xtext.EcoreUtil2;
import org.imc.dsl.exploration.Designs;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.ObjectiveKind;
import org.junit.jupiter.api.Test;

/** What an exploration spans, value by value. */
class DesignsTest {

  private static final String REST =
      org.imc.tests.language.Designs.TECHNOLOGY + org.imc.tests.language.Designs.DIGITAL
          + org.imc.tests.language.Designs.CHIP + org.imc.tests.language.Designs.NETWORK
          + org.imc.tests.language.Designs.ANALOG.replace("macro m", "macro charge")
          + "architecture analogChip extends chip { macro charge }\n";

  @Test
  void designsComeInTheOrderOfTheTextTheLastAxisFastest() {
    Designs designs = designs("""
        explore S {
          networks n architectures chip
          rows in 32..128 step * 2
          memory sram size in 16 KiB .. 32 KiB step 8 KiB
          minimising energy
        }
        """);
    assertEquals(List.of("architecture", "rows", "memory sram size"), designs.columns());
    assertEquals(List.of("chip 32 16 KiB", "chip 32 24 KiB", "chip 32 32 KiB", "chip 64 16 KiB", "chip 64 24 KiB",
        "chip 64 32 KiB", "chip 128 16 KiB", "chip 128 24 KiB", "chip 128 32 KiB"), all(designs));
  }

  @Test
  void anArchitectureWithoutAPropertyIsTakenOnce() {
    Designs designs = designs("""
        explore S {
          networks n architectures chip, analogChip
          adc resolution in 4 bit..6 bit
          serial in { 1 bit, 2 bit }
          mapped for energy, edp
          minimising energy
        }
        """);
    assertEquals(List.of("architecture", "adc resolution", "serial", "mapped for"), designs.columns());
    assertEquals(List.of("chip  1 bit energy", "chip  1 bit edp", "chip  2 bit energy", "chip  2 bit edp",
        "analogChip 4 bit  energy", "analogChip 4 bit  edp", "analogChip 5 bit  energy", "analogChip 5 bit  edp",
        "analogChip 6 bit  energy", "analogChip 6 bit  edp"), all(designs));
    assertEquals(ObjectiveKind.EDP, designs.mappedFor(9));
  }

  @Test
  void aDesignIsTheArchitectureWithWhatIsVaried() {
    Designs designs = designs("""
        architecture open extends chip { parameter k = 4 memory sram { size k * rows * 1 KiB } }
        explore S {
          networks n architectures open
          rows in { 32, 64 }
          macros in { 3 }
          parameter k in { 1, 2 }
          minimising energy
        }
        """);
    ArchitectureDecl last = Effective.of(designs.variant(3).architecture()).joined();
    assertEquals(64, Quantities.whole(Effective.of(last.getMacro()).joined().getRows()));
    assertEquals(64, Quantities.whole(Effective.of(last.getMacro()).joined().getColumns()), "that was not varied");
    assertEquals(3, Quantities.whole(last.getCount()));
    assertEquals(2 * 64 * 1024 * 8, Quantities.whole(last.getMemories().get(0).getSize()), "it follows rows and parameter");
  }

  @Test
  void macrosAndTechnologiesAreChoices() {
    Designs designs = designs("""
        technology t22 extends t { node 22 nm }
        explore S {
          networks n architectures chip
          macro in { m, charge }
          technology in { t, t22 }
          adc resolution in { 4 bit, 5 bit }
          minimising energy
        }
        """);
    assertEquals(List.of("chip m t ", "chip m t22 ", "chip charge t 4 bit", "chip charge t 5 bit", "chip charge t22 4 bit",
        "chip charge t22 5 bit"), all(designs));
  }

  @Test
  void neighboursDifferInOneColumn() {
    Designs designs = designs("""
        explore S {
          networks n architectures chip
          rows in { 32, 64, 128 }
          macros in 1 .. 2
          mapped for energy, latency
          minimising energy
        }
        """);
    assertEquals(OptionalLong.of(8), designs.neighbour(4, 1, 1));
    assertEquals(OptionalLong.of(0), designs.neighbour(4, 1, -1));
    assertEquals(OptionalLong.of(6), designs.neighbour(4, 2, 1));
    assertEquals(OptionalLong.empty(), designs.neighbour(4, 2, -1), "there are no fewer macros");
    assertEquals(OptionalLong.empty(), designs.neighbour(4, 0, 1), "there is no order among architectures");
    assertEquals(OptionalLong.empty(), designs.neighbour(4, 3, 1), "nor among objectives");
  }

  @Test
  void thereIsNoDesignBeyondTheLast() {
    Designs designs = designs("explore S { networks n architectures chip rows in { 32 } minimising energy }");
    assertEquals("There is no design 1. Maybe ask for one from 0 to 0.",
        assertThrows(IllegalArgumentException.class, () -> designs.variant(1)).getMessage());
  }

  private static Designs designs(String exploration) {
    var resource = Language.parse(REST + exploration);
    assertEquals(List.of(), Language.problems(resource));
    return Designs.of(EcoreUtil2.getAllContentsOfType(Language.file(resource), ExploreDecl.class).get(0));
  }

  private static List<String> all(Designs designs) {
    var all = new ArrayList<String>();
    for (long i = 0; i < designs.size(); i++) {
      all.add(String.join(" ", designs.values(i)));
    }
    return all;
  }
}
