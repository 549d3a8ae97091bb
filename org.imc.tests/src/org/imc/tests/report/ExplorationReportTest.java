package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.imc.dsl.report.DesignAxis;
import org.imc.dsl.report.DesignSample;
import org.imc.dsl.report.Explored;
import org.imc.dsl.report.ExplorationFormat;
import org.imc.dsl.report.ExplorationRows;
import org.imc.engine.ElementId;
import org.imc.engine.Objective;
import org.imc.engine.explore.Comparison;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.DesignSpace;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Limit;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Outcome.Status;
import org.imc.engine.explore.ParetoFront;
import org.imc.engine.explore.Sensitivity;
import org.imc.engine.explore.SweepResult;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

class ExplorationReportTest {

  /** Two designs of which nothing is known but numbers. */
  private static final DesignSpace SPACE = new DesignSpace() {
    @Override
    public List<String> columns() {
      return List.of("architecture", "rows");
    }

    @Override
    public long size() {
      return 2;
    }

    @Override
    public Design design(long index) {
      return new Design(index, List.of("A <&> B", Long.toString(32 << index)), Objective.ENERGY,
          () -> new Design.Made(Optional.empty(), ""));
    }

    @Override
    public OptionalLong neighbour(long index, int column, int steps) {
      return OptionalLong.empty();
    }
  };

  @Test
  void theDocumentKeepsToItsSchema() throws Exception {
    var report = new ObjectMapper().readTree(ExplorationFormat.JSON.render(List.of(explored())));
    var schema = new ObjectMapper().readTree(Studies.text("docs", "schema", "exploration-1.json"));
    assertEquals(List.of(), new SchemaCheck(schema).problems(report));
  }

  @Test
  void aWeightedProductIsShownAsAnyFigure() throws Exception {
    Metric product = new Metric.Product(List.of(
        new Metric.Product.Power(Metric.Single.ENERGY, 0.5), new Metric.Product.Power(Metric.Single.LATENCY, 1)));
    Explored explored = explored(List.of(product, Metric.AREA));
    var report = new ObjectMapper().readTree(ExplorationFormat.JSON.render(List.of(explored)));
    assertEquals(List.of(), SchemaCheck.published("exploration-1.json").problems(report));
    assertEquals("energy ^ 0.5 * latency", report.at("/explorations/0/metrics/0/metric").asText());
    Exploration exploration = explored.result().exploration();
    assertTrue(ExplorationRows.header(exploration).contains(",energy ^ 0.5 * latency [(pJ)^0.5·ns],reason"));
    var cost = new DesignCost(16, 3, 1, 1);
    assertTrue(ExplorationRows.row(exploration, SPACE.design(0), new Outcome(0, Status.PRICED, Optional.of(cost), ""))
        .endsWith(",12.0,\r\n"));
    assertTrue(ExplorationFormat.HTML.render(List.of(explored))
        .contains("<h2>One step from design 0, the best by energy ^ 0.5 * latency</h2>"));
    assertTrue(ExplorationFormat.SVG.render(List.of(explored)).contains("energy ^ 0.5 * latency [(pJ)^0.5·ns]"));
  }

  @Test
  void namesAreNoMarkup() {
    String page = ExplorationFormat.HTML.render(List.of(explored()));
    assertEquals(-1, page.indexOf("A <&> B"));
    assertEquals(-1, ExplorationFormat.SVG.render(List.of(explored())).indexOf("A <&> B"));
  }

  @Test
  void axesHaveUnitsAndLabelsAndCanBeReachedByTheKeyboard() {
    String page = ExplorationFormat.HTML.render(List.of(explored()));
    for (String title : List.of("rows", "energy [pJ]", "density [TOPS/mm²]")) {
      assertTrue(page.contains("<rect class=\"grip\" tabindex=\"0\" role=\"group\" aria-label=\"%s\"".formatted(title)), page);
    }
    assertFalse(page.contains("aria-label=\"architecture\""), "both designs have the same");
    for (String label : List.of(">32</text>", ">64</text>", ">10</text>", ">20</text>")) {
      assertTrue(page.contains(label), label);
    }
    assertTrue(page.contains("<polyline class=\"front\" data-of=\"x0\" data-at=\"380.0 380.0 380.0\""), page);
    assertTrue(page.contains("<polyline class=\"front\" data-of=\"x0\" data-at=\"40.0 40.0 40.0\""), page);
  }

  @Test
  void thePageSaysWhatChangesAroundTheBestDesignAndHowTwoDiffer() {
    String page = ExplorationFormat.HTML.render(List.of(explored()));
    assertTrue(page.contains("<h2>One step from design 0, the best by energy</h2>\n<table>\n"
        + "<tr><td>rows</td><td>64</td><td>energy +100.0%</td><td>density +100.0%</td></tr>\n</table>"), page);
    assertTrue(page.contains("<h2>Design 1 against design 0</h2>\n<table>\n<tr><td>energy</td>"), page);
  }

  @Test
  void theLinesOfAComparisonSumToItsTotal() {
    var energy = new ArrayList<Comparison.Difference>();
    for (int i = 0; i < 9; i++) {
      energy.add(new Comparison.Difference("part " + i, 100, 110 - i));
    }
    energy.add(new Comparison.Difference("rounded", 1000, 1000.0000000001));
    Explored explored = explored(List.of(Metric.ENERGY), new Comparison(SPACE.design(0), SPACE.design(1), energy,
        List.of(new Comparison.Difference("compute", 3, 1)), List.of(new Comparison.Difference("cells", 2, 2))));
    String text = ExplorationFormat.TEXT.render(List.of(explored));
    assertEquals("""
        Design 1 against design 0:
          energy   part 0           100 pJ    110 pJ  +10.0 pJ
          energy   part 1           100 pJ    109 pJ  +9.00 pJ
          energy   part 2           100 pJ    108 pJ  +8.00 pJ
          energy   part 3           100 pJ    107 pJ  +7.00 pJ
          energy   part 4           100 pJ    106 pJ  +6.00 pJ
          energy   part 5           100 pJ    105 pJ  +5.00 pJ
          energy   part 6           100 pJ    104 pJ  +4.00 pJ
          energy   part 7           100 pJ    103 pJ  +3.00 pJ
          energy   2 other parts   1.10 nJ   1.10 nJ  +2.00 pJ
          energy   in all          1.90 nJ   1.95 nJ  +54.0 pJ
          latency  compute         3.00 ns   1.00 ns  -2.00 ns
          latency  in all          3.00 ns   1.00 ns  -2.00 ns
          area     cells          2.00 mm²  2.00 mm²        ±0
          area     in all         2.00 mm²  2.00 mm²        ±0
        """, text.substring(text.indexOf("Design 1 against")));
  }

  @Test
  void aSampleIsSpreadEvenlyAndHasTheWholeFront() {
    var space = new LongSpace();
    var cost = new DesignCost(10, 20, 0.5, 8);
    var few = new DesignSample(space, 4);
    var many = new DesignSample(space, 4);
    LongStream.range(0, 4).forEach(i -> few.add(i, cost));
    LongStream.range(0, 23).forEach(i -> many.add(i, cost));
    assertEquals(List.of(0L, 1L, 2L, 3L), numbers(few.with(List.of())));
    assertEquals(List.of(0L, 8L, 16L), numbers(many.with(List.of())));
    assertEquals(List.of(0L, 3L, 8L, 16L, 22L), numbers(many.with(List.of(
        new ParetoFront.Entry(22, cost), new ParetoFront.Entry(3, cost), new ParetoFront.Entry(8, cost)))));
  }

  private static List<Long> numbers(List<Explored.Priced> designs) {
    return designs.stream().map(each -> each.design().index()).toList();
  }

  /** An axis of 100,000 values, which are their numbers, that counts how often it is asked for a neighbour. */
  private static final class LongSpace implements DesignSpace {

    private static final long SIZE = 100_000;
    private int asked;

    @Override
    public List<String> columns() {
      return List.of("rows");
    }

    @Override
    public long size() {
      return SIZE;
    }

    @Override
    public Design design(long index) {
      return new Design(index, List.of(Long.toString(index)), Objective.ENERGY, () -> new Design.Made(Optional.empty(), ""));
    }

    @Override
    public OptionalLong neighbour(long index, int column, int steps) {
      asked++;
      long found = index + steps;
      return found >= 0 && found < SIZE ? OptionalLong.of(found) : OptionalLong.empty();
    }
  }

  @Test
  void anAxisOfManyValuesIsOrderedInFewSteps() {
    var space = new LongSpace();
    var designs = Stream.of(99_999L, 0L, 77L, 65_536L, 1L, 3L, 8L)
        .map(i -> new Explored.Priced(space.design(i), new DesignCost(1 + i, 1, 1, 1))).toList();
    var exploration = new Exploration("Long", space, List.of(new Network(new ElementId("x"), "N", List.of(
        new ElementwiseLayer(new ElementId("x"), "p", "pool", 4, 1, new Precision(8, 8, 8, 8), List.of())))),
        List.of(Metric.ENERGY), List.of());
    assertEquals(List.of("0", "1", "3", "8", "77", "65536", "99999"),
        DesignAxis.of(exploration, designs).getFirst().ticks().stream().map(DesignAxis.Tick::label).toList());
    assertTrue(space.asked < 2_000, "%d times for 7 values".formatted(space.asked));
  }

  private static Explored explored() {
    return explored(List.of(Metric.ENERGY, Metric.DENSITY));
  }

  private static Explored explored(List<Metric> metrics) {
    var part = List.of(new Comparison.Difference("ADC", 1, 2));
    return explored(metrics, new Comparison(SPACE.design(0), SPACE.design(1), part, part, part));
  }

  private static Explored explored(List<Metric> metrics, Comparison comparison) {
    var id = new ElementId("x");
    var layer = new ElementwiseLayer(id, "p", "pool", 4, 1, new Precision(8, 8, 8, 8), List.of());
    var exploration = new Exploration("Sizes", SPACE, List.of(new Network(id, "N", List.of(layer))),
        metrics, List.of(new Limit(Metric.AREA, 0, 1)));
    var first = new DesignCost(10, 20, 0.5, 8);
    var second = new DesignCost(20, 10, 0.5, 8);
    var result = new SweepResult(exploration, List.of(new ParetoFront.Entry(0, first), new ParetoFront.Entry(1, second)), 2,
        Map.of(Status.PRICED, 2L));
    var sensitivity = new Sensitivity(SPACE.design(0), first,
        List.of(new Sensitivity.Step(1, SPACE.design(1), Optional.of(second))));
    return new Explored(result,
        List.of(new Explored.Priced(SPACE.design(0), first), new Explored.Priced(SPACE.design(1), second)),
        Optional.of(sensitivity), Optional.of(comparison));
  }
}
