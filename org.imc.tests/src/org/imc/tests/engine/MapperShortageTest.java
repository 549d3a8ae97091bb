package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;
import org.junit.jupiter.api.Test;

/** The least sizes that findings advise, on random small problems whose memories are too small. */
class MapperShortageTest {

  private static final int PROBLEMS = 300;

  private static Evaluation evaluate(MapperProblem problem) {
    return Engine.withThreads(1).evaluate(problem.study(Objective.ENERGY), Progress.NONE, Cancellation.NEVER);
  }

  /** Return a problem with other capacities. */
  private static MapperProblem resized(MapperProblem problem, Map<ElementId, Long> bits) {
    List<MemoryLevel> levels = problem.architecture().memories().levels().stream().map(level -> new MemoryLevel(
        level.id(), level.name(), bits.getOrDefault(level.id(), level.capacityBits()), level.serves(), level.sharing(),
        level.ports(), level.readPjPerBit(), level.writePjPerBit(), level.areaMm2(), level.leakageMw())).toList();
    return new MapperProblem(MapperProblem.architecture(problem.architecture().macro(), problem.architecture().macros(),
        levels.toArray(MemoryLevel[]::new)), problem.layer());
  }

  private static MapperProblem shrunk(long seed) {
    MapperProblem problem = MapperProblem.random(seed);
    var random = new Random(seed);
    Map<ElementId, Long> bits = new HashMap<>();
    for (MemoryLevel level : problem.architecture().memories().levels()) {
      bits.put(level.id(), 1 + level.capacityBits() / (1 + random.nextInt(8)));
    }
    return resized(problem, bits);
  }

  @Test
  void withTheSizesThatAreAdvisedALayerFitsAndWithOneBitLessItDoesNot() {
    int problems = 0;
    int several = 0;
    for (long seed = 0; problems < PROBLEMS; seed++) {
      MapperProblem problem = shrunk(seed);
      List<Finding> findings = evaluate(problem).findings();
      if (findings.isEmpty()) {
        continue;
      }
      problems++;
      several += findings.size() > 1 ? 1 : 0;
      Map<ElementId, Long> advised = new HashMap<>();
      for (Finding finding : findings) {
        assertEquals("memory.too-small", finding.code());
        Finding.Remedy remedy = finding.remedy().orElseThrow();
        assertEquals("size", remedy.property());
        long bits = Long.parseLong(remedy.value().replace(" bit", ""));
        assertTrue(finding.message().endsWith("Maybe set its size to at least %d bits.".formatted(bits)));
        advised.put(finding.element(), bits);
      }
      assertEquals(1, evaluate(resized(problem, advised)).layers().size(), "problem " + seed);
      advised.forEach((memory, bits) -> {
        var less = new HashMap<>(advised);
        less.put(memory, bits - 1);
        assertTrue(evaluate(resized(problem, less)).layers().isEmpty(), memory + " may hold less");
      });
    }
    assertTrue(several > 30, several + " problems with several memories");
  }
}
