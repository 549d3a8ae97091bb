package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.Activations;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Transfer;
import org.imc.engine.workload.Operand;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;

/** A residual network on a chip whose buffer holds what its layers exchange, before a DRAM that serves everything. */
class ResidualNetworkTest {

  private static final double DRAM_PJ_PER_BIT = 3.7;

  private static Evaluation evaluate(Activations activations) {
    Architecture chip = LibraryStudies.architecture("GuoISSCC2023");
    List<MemoryLevel> levels = chip.memories().levels().stream().map(ResidualNetworkTest::servingAllFromOutside).toList();
    return Engine.withThreads(2).evaluate(
        new Study(new ElementId("s"), LibraryStudies.network("ResNet8"),
            new Architecture(chip.id(), chip.name(), chip.macro(), chip.macros(), new MemoryHierarchy(levels)),
            Objective.ENERGY, Map.of(), activations),
        Progress.NONE, Cancellation.NEVER);
  }

  private static MemoryLevel servingAllFromOutside(MemoryLevel level) {
    return !level.name().equals("dram") ? level
        : new MemoryLevel(level.id(), level.name(), level.capacityBits(), Set.of(Operand.values()), level.sharing(),
            level.ports(), level.readPjPerBit(), level.writePjPerBit(), level.areaMm2());
  }

  private static double dramPj(Evaluation evaluation, Operand operand) {
    return evaluation.energy().sumPj(part -> {
      Transfer transfer = part.transfer();
      return transfer != null && transfer.level().equals("dram") && transfer.operand() == operand;
    });
  }

  @Test
  void onlyTheImageAndTheClassesCrossTheDramWhenAllElseFitsTheBuffer() {
    Evaluation placed = evaluate(Activations.PLACED);
    assertTrue(placed.placement().tensors().stream().allMatch(home -> home.memory().equals(Optional.of("buffer"))));
    assertEquals("stage1", placed.placement().tensors().getFirst().lastReader(), "the branch waits for the addition");
    assertEquals(3 * 32 * 32 * 8 * DRAM_PJ_PER_BIT, dramPj(placed, Operand.INPUT), 1e-6);
    assertEquals(10 * 8 * DRAM_PJ_PER_BIT, dramPj(placed, Operand.OUTPUT), 1e-6);

    Evaluation outermost = evaluate(Activations.OUTERMOST);
    long exchanged = placed.placement().tensors().stream().mapToLong(home -> home.bits()).sum();
    assertTrue(dramPj(outermost, Operand.OUTPUT) >= exchanged * DRAM_PJ_PER_BIT);
    assertTrue(outermost.energy().totalPj() - placed.energy().totalPj() >= 2 * exchanged * DRAM_PJ_PER_BIT,
        "every exchanged bit is written once and read once at least");
    assertTrue(placed.latencyCycles() <= outermost.latencyCycles());
  }

  @Test
  void aStudySaysWhereActivationsMayLive() {
    List<LoweredStudy> studies = Language.get(StudyRunner.class).lower(LibraryStudies.parse("""
        import imc.network.ResNet8
        import imc.chip.GuoISSCC2023
        evaluate ResNet8 on GuoISSCC2023 minimising energy
        evaluate ResNet8 on GuoISSCC2023 minimising energy activations placed
        evaluate ResNet8 on GuoISSCC2023 minimising energy activations outermost
        """));
    assertEquals(List.of(Activations.PLACED, Activations.PLACED, Activations.OUTERMOST),
        studies.stream().map(study -> study.study().activations()).toList());
    assertEquals("ResNet8 on GuoISSCC2023, minimising energy, activations outermost", studies.getLast().title());
  }
}
