package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.imc.engine.Activations;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.Weights;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Outcome.Status;
import org.imc.engine.result.Evaluation;
import org.junit.jupiter.api.Test;

/** Weights that may stay in the cells make designs cost what studies say of which the same is asked. */
class ResidentExplorationTest {

  private static Exploration question(String asked) {
    return Question.ofText(Question.CHIPS + """
        explore Sizes {
          networks Small
          architectures Digital, Analog
          rows in { 16, 64 }
          cells in { 1, 4 }
          macros in { 1, 4, 16 }
          %s
        }
        """.formatted(asked));
  }

  @Test
  void aDesignCostsWhatTheEngineSaysOfAResidentStudy() throws IOException {
    Exploration question = question("minimising energy weights resident");
    Found reloaded = Found.by(question("minimising energy"), 1, true, null);
    int cheaper = 0;
    for (Outcome outcome : Found.by(question, 2, true, null).outcomes()) {
      Evaluation evaluation = Engine.withThreads(1).evaluate(new Study(new ElementId("s"), question.networks().getFirst(),
          question.space().design(outcome.index()).architecture().orElseThrow(),
          question.space().design(outcome.index()).mappedFor(), Map.of(), Activations.PLACED, Weights.RESIDENT),
          Progress.NONE, Cancellation.NEVER);
      double energyPj = outcome.cost().orElseThrow().energyPj();
      assertEquals(evaluation.energy().totalPj(), energyPj);
      assertEquals(evaluation.latencyNs(), outcome.cost().orElseThrow().latencyNs());
      cheaper += energyPj < reloaded.outcomes().get((int) outcome.index()).cost().orElseThrow().energyPj() ? 1 : 0;
    }
    assertTrue(cheaper > 5, "weights stay on %d designs only".formatted(cheaper));
  }

  @Test
  void theFrontIsThatOfPricingEverything() throws IOException {
    Exploration question = question("""
        columns in { 16, 32 }
        memory dram read in { 4 pJ/bit, 400 pJ/bit }
        minimising energy mapped for energy, edp
        weights resident
        """);
    Found found = Found.by(question);
    assertTrue(found.count(Status.BEATEN) > 0, "no design was left out");
    assertEquals(Found.by(question, 1, true, null).result().front(), found.result().front());
  }
}
