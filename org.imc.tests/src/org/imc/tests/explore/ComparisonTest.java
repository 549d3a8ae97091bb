package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Comparison;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Pricing;
import org.junit.jupiter.api.Test;

/** The parts of the difference of two designs sum to it. */
class ComparisonTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void thePartsOfADifferenceSumToIt() throws IOException {
    Exploration question = Question.of("""
        rows in { 16, 32 }
        adc resolution in { 4 bit, 5 bit }
        macros in 1 .. 2
        memory buffer read in { 0.1 pJ/bit, 0.4 pJ/bit }
        mapped for energy, latency
        minimising energy, area
        """);
    List<Outcome> priced = Found.by(question, 2, true, null).outcomes().stream().filter(each -> each.cost().isPresent()).toList();
    assertTrue(priced.size() > 30, "only %d designs".formatted(priced.size()));
    var pricing = new Pricing(question);
    for (int i = 0; i < priced.size(); i++) {
      Outcome one = priced.get(i);
      Outcome other = priced.get((7 * i + 11) % priced.size());
      Comparison comparison = Comparison.of(question, one.index(), other.index(), pricing, Cancellation.NEVER);
      DesignCost a = one.cost().orElseThrow();
      DesignCost b = other.cost().orElseThrow();
      assertSums(a.energyPj(), b.energyPj(), comparison.energyPj());
      assertSums(a.latencyNs(), b.latencyNs(), comparison.latencyNs());
      assertSums(a.areaMm2(), b.areaMm2(), comparison.areaMm2());
    }
  }

  private static void assertSums(double one, double other, List<Comparison.Difference> parts) {
    double rounding = ROUNDING * Math.max(one, other);
    assertEquals(one, parts.stream().mapToDouble(Comparison.Difference::one).sum(), rounding);
    assertEquals(other, parts.stream().mapToDouble(Comparison.Difference::other).sum(), rounding);
    assertEquals(other - one, parts.stream().mapToDouble(Comparison.Difference::more).sum(), rounding);
    for (int i = 1; i < parts.size(); i++) {
      assertTrue(Math.abs(parts.get(i - 1).more()) >= Math.abs(parts.get(i).more()), "the largest comes first");
    }
  }

  @Test
  void anImpossibleDesignIsComparedWithNothing() {
    Exploration question = Question.of("columns in { 20, 32 } memory dram size in { 1 bit, 1 MiB } minimising energy");
    assertEquals("Design 0 is impossible: 20 columns do not hold whole weights of 8 bits. Maybe use 24 columns.",
        assertThrows(IllegalArgumentException.class,
            () -> Comparison.of(question, 0, 3, new Pricing(question), Cancellation.NEVER)).getMessage());
    assertEquals("Design 2 is impossible: a layer of 'Small' does not fit.",
        assertThrows(IllegalArgumentException.class,
            () -> Comparison.of(question, 3, 2, new Pricing(question), Cancellation.NEVER)).getMessage());
  }
}
