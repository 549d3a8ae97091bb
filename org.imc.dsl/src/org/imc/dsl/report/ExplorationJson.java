package org.imc.dsl.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.imc.engine.explore.Comparison;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Sensitivity;

/** Write answered explorations as JSON; {@code docs/schema/exploration-1.json} describes it. */
final class ExplorationJson {

  private static final String FORMAT = "imc-exploration";
  private static final int VERSION = 1;

  private ExplorationJson() { }

  static String render(List<Explored> explored) {
    return JsonReport.document(json -> {
      json.field("format", FORMAT);
      json.field("version", VERSION);
      json.list("explorations", explored, (Explored each) -> exploration(json, each));
    });
  }

  private static void exploration(JsonFields json, Explored explored) throws IOException {
    Exploration exploration = explored.result().exploration();
    json.field("name", exploration.name());
    json.words("networks", exploration.networks().stream().map(network -> network.name()).toList());
    json.words("columns", exploration.space().columns());
    json.list("metrics", exploration.metrics(), (Metric metric) -> {
      json.field("metric", metric.label());
      json.field("unit", metric.unit());
      json.field("moreIsBetter", metric.moreIsBetter());
    });
    json.field("designs", exploration.space().size());
    json.field("looked", explored.result().looked());
    json.object("counts", () -> {
      for (Outcome.Status status : Outcome.Status.values()) {
        json.field(status.name().toLowerCase(Locale.ROOT), explored.result().count(status));
      }
    });
    json.list("front", explored.front(), (Explored.Priced priced) -> design(json, priced.design(), priced.cost()));
    if (explored.sensitivity().isPresent()) {
      Sensitivity sensitivity = explored.sensitivity().get();
      json.object("sensitivity", () -> {
        json.field("design", sensitivity.design().index());
        json.list("steps", sensitivity.steps().stream().filter(step -> step.cost().isPresent()).toList(),
            (Sensitivity.Step step) -> {
              json.field("column", exploration.space().columns().get(step.column()));
              design(json, step.neighbour(), step.cost().orElseThrow());
            });
      });
    }
    if (explored.comparison().isPresent()) {
      Comparison comparison = explored.comparison().get();
      json.object("comparison", () -> {
        json.field("one", comparison.one().index());
        json.field("other", comparison.other().index());
        differences(json, "energyPj", comparison.energyPj());
        differences(json, "latencyNs", comparison.latencyNs());
        differences(json, "areaMm2", comparison.areaMm2());
      });
    }
  }

  private static void differences(JsonFields json, String name, List<Comparison.Difference> parts) throws IOException {
    json.list(name, parts, (Comparison.Difference part) -> {
      json.field("part", part.part());
      json.field("one", part.one());
      json.field("other", part.other());
    });
  }

  private static void design(JsonFields json, Design design, DesignCost cost) throws IOException {
    json.field("design", design.index());
    json.words("values", design.values());
    json.field("energyPj", cost.energyPj());
    json.field("latencyNs", cost.latencyNs());
    json.field("areaMm2", cost.areaMm2());
    json.field("topsPerWatt", Metric.EFFICIENCY.of(cost));
    json.field("tops", Metric.THROUGHPUT.of(cost));
    json.field("topsPerMm2", Metric.DENSITY.of(cost));
  }
}
