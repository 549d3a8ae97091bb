package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.AreaModel;
import org.imc.engine.cost.ChipExplanation;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.engine.result.Transfer.Direction;
import org.imc.engine.workload.Operand;
import org.junit.jupiter.api.Test;

/** The explanation of a chip is its cost. */
class ChipExplanationTest {

  private static final Macro MACRO = MacroPlan.digital(4, 64, 1).cellsMm2(0.001).macro();
  private static final MemoryLevel REGISTERS = memory("registers", Sharing.PER_ROW, 0.00001);
  private static final MemoryLevel SRAM = memory("sram", Sharing.GLOBAL, 0.2);
  private static final Architecture CHIP = new Architecture(new ElementId("chip"), "chip", MACRO, 3,
      new MemoryHierarchy(List.of(REGISTERS, SRAM)));

  @Test
  void areaIsThatOfTheChipPartByPart() {
    var area = AreaModel.of(CHIP, Engine.macroCost(MACRO));
    List<Part> parts = ChipExplanation.area(CHIP);
    assertEquals(area.parts().size(), parts.size());
    for (Part part : parts) {
      assertEquals(area.mm2(part.name()), part.value(), part.name());
    }
    assertEquals(3 * 64, ChipExplanation.area(CHIP, REGISTERS).count(), 1e-9); // one for each row of each macro
  }

  @Test
  void energyIsThatOfAllMacrosAndTimeThatOfOne() {
    var cost = Engine.macroCost(MACRO);
    assertEquals(3 * cost.energyPerCycle().totalPj(), total(Quantity.ENERGY), 1e-9);
    assertEquals(cost.criticalPath().totalNs(), total(Quantity.CLOCK), 1e-12);
  }

  @Test
  void aBitCostsWhatTheMemorySays() {
    assertEquals(0.1, ChipExplanation.bit(SRAM, Direction.READ).value());
    assertEquals(0.2, ChipExplanation.bit(SRAM, Direction.WRITE).value());
  }

  private static double total(Quantity quantity) {
    return ChipExplanation.ofMacros(CHIP, quantity).stream().mapToDouble(Part::value).sum();
  }

  private static MemoryLevel memory(String name, Sharing sharing, double areaMm2) {
    return new MemoryLevel(new ElementId(name), name, 1 << 20, name.equals("sram")
        ? Set.of(Operand.values()) : Set.of(Operand.INPUT), sharing, List.of(new MemoryPort(PortDirection.READ_WRITE, 64)), 0.1, 0.2,
        areaMm2, 0, false);
  }
}
