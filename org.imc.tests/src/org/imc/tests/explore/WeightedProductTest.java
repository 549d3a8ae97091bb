package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Outcome.Status;
import org.imc.engine.explore.ParetoFront;
import org.junit.jupiter.api.Test;

/** A weighted product of figures is what its formula says, and the best design by it is the best of all. */
class WeightedProductTest {

  private static final String SIZES = "rows in 8 .. 64 step * 2 columns in { 16, 32, 64 } macros in 1 .. 2 mapped for energy, latency ";

  private static Metric only(String product) {
    return Question.of(SIZES + "minimising " + product).metrics().getFirst();
  }

  @Test
  void aProductIsWhatItsFormulaSays() {
    var cost = new DesignCost(16, 81, 4, 1);
    assertEquals(4 * 27, only("energy ^ 0.5 * latency ^ 0.75").of(cost), 1e-12);
    assertEquals(Metric.EDP.of(cost), only("energy * latency").of(cost));
    assertEquals(16.0 * 81 * 81, only("energy * latency ^ 2").of(cost), 1e-6);
    assertEquals(36 * 64, only("edp ^ 0.5 * area ^ 3").of(cost), 1e-9);
  }

  @Test
  void aProductSaysItsFormulaAndUnit() {
    Metric product = only("energy ^ 0.70 * latency * edp ^ 2");
    assertEquals("energy ^ 0.7 * latency * edp ^ 2", product.label());
    assertEquals("(pJ)^0.7·ns·(pJ·ns)^2", product.unit());
  }

  @Test
  void theBestIsThatOfAllDesigns() throws IOException {
    Exploration question = Question.of(SIZES + "minimising energy ^ 0.7 * latency ^ 0.3");
    Outcome best = Found.by(question, 1, true, null).outcomes().stream()
        .filter(outcome -> outcome.status() == Status.PRICED)
        .min(Comparator.comparingDouble(outcome -> 0.7 * Math.log(outcome.cost().orElseThrow().energyPj())
            + 0.3 * Math.log(outcome.cost().orElseThrow().latencyNs())))
        .orElseThrow();
    Found found = Found.by(question);
    assertTrue(found.count(Status.BEATEN) > 0, "no design was left out");
    assertEquals(List.of(new ParetoFront.Entry(best.index(), best.cost().orElseThrow())), found.result().front());
  }

  @Test
  void whatHasNoOrderIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Metric.Product.Power(Metric.Single.DENSITY, 1));
    assertThrows(IllegalArgumentException.class, () -> new Metric.Product.Power(Metric.Single.ENERGY, 0));
    assertThrows(IllegalArgumentException.class, () -> new Metric.Product.Power(Metric.Single.ENERGY, Double.NaN));
    var energy = new Metric.Product.Power(Metric.Single.ENERGY, 1);
    assertThrows(IllegalArgumentException.class, () -> new Metric.Product(List.of(energy, energy)));
  }
}
