package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.engine.arch.NodeScaling;
import org.junit.jupiter.api.Test;

class NodeScalingTest {

  /** Delay at the nominal supply: cubic in the supply; Stillmaker and Baas 2017, table of coefficients. */
  private record Fitted(double nodeNm, double supplyV, double a3, double a2, double a1, double a0) {

    double delay() {
      return ((a3 * supplyV + a2) * supplyV + a1) * supplyV + a0;
    }
  }

  private static final List<Fitted> DELAYS = List.of(
      new Fitted(65, 1.1, -53.3, 230.4, -333.9, 178.6),
      new Fitted(45, 1.0, -501.6, 1567, -1619, 566.1),
      new Fitted(32, 0.9, -1047, 2982, -2797, 873.5),
      new Fitted(20, 0.9, 0, 34.63, -66.37, 41.15),
      new Fitted(16, 0.85, 0, 24.8, -47.52, 28.87),
      new Fitted(14, 0.8, -40.66, 109.2, -100.6, 35.92),
      new Fitted(10, 0.75, -34.95, 93.65, -85.99, 30.4),
      new Fitted(7, 0.7, -28.58, 76.6, -70.26, 24.69));

  @Test
  void aNodeScaledToItselfKeepsItsFiguresExactly() {
    for (double node : new double[] {4, 7, 22, 28, 40, 65, 90}) {
      var same = new NodeScaling(node, node);
      assertEquals(1.0, same.capacitance());
      assertEquals(1.0, same.gateArea());
      assertEquals(1.0, same.gateDelay());
      assertEquals(1.0, same.cellArea());
    }
  }

  @Test
  void capacitanceFollowsTheLineOfPublishedChips() {
    assertEquals((0.019 * 22 + 0.168) / (0.019 * 28 + 0.168), new NodeScaling(28, 22).capacitance(), 1e-15);
    assertEquals(0.301, 0.7 * new NodeScaling(28, 7).capacitance(), 1e-12);
  }

  @Test
  void areasAreThoseOfTheTablesAtTheirNodes() {
    assertEquals(0.039, new NodeScaling(65, 7).gateArea(), 1e-12);
    assertEquals(0.31 / 0.13, new NodeScaling(16, 32).gateArea(), 1e-12);
    assertEquals(0.021 / 0.57, new NodeScaling(65, 5).cellArea(), 1e-12);
    assertEquals(0.092 / 0.171, new NodeScaling(32, 22).cellArea(), 1e-12);
  }

  @Test
  void theDelaysExponentIsThatOfTheFitAndItsSpreadIsAsStated() {
    double[] x = DELAYS.stream().mapToDouble(f -> Math.log(f.nodeNm())).toArray();
    double[] y = DELAYS.stream().mapToDouble(f -> Math.log(f.delay())).toArray();
    double[] line = Regression.fit(x, y);
    assertEquals(line[1], Math.log(new NodeScaling(28, 28 * Math.E).gateDelay()), 1e-3);
    for (int i = 0; i < x.length; i++) {
      double ratio = Math.exp(y[i] - line[0] - line[1] * x[i]);
      assertTrue(ratio > 0.82 && ratio < 1.35, "%s at %s nm".formatted(ratio, DELAYS.get(i).nodeNm()));
    }
  }

  @Test
  void everythingShrinksWithTheNodeAndScalingThereAndBackChangesNothing() {
    for (double node = 4; node < 65; node++) {
      var down = new NodeScaling(node + 1, node);
      var up = new NodeScaling(node, node + 1);
      assertTrue(down.capacitance() < 1 && down.gateArea() < 1 && down.gateDelay() < 1 && down.cellArea() < 1);
      assertEquals(1, down.gateArea() * up.gateArea(), 1e-12);
      assertEquals(1, down.cellArea() * up.cellArea(), 1e-12);
      assertEquals(1, down.gateDelay() * up.gateDelay(), 1e-12);
    }
  }

  @Test
  void aNodeThatIsNoLengthIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new NodeScaling(28, 0));
  }
}
