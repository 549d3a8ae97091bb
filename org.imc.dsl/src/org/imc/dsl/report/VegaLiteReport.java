package org.imc.dsl.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.chart.Palette;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;

/**
 * The charts of an evaluation as one Vega-Lite specification with its data, for those who want to change them: efficiency over
 * density, efficiency as a heat map, energy and time by place, and the roofline of a study that is chosen.
 *
 * <p>Source: the JSON schema of Vega-Lite 5, https://vega.github.io/schema/vega-lite/v5.json.
 */
final class VegaLiteReport {

  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
  private static final int WIDTH = 640;

  private final List<StudyResult> results;

  /** Show the studies that are complete; bars of a question that is asked twice would be added up. */
  VegaLiteReport(List<StudyResult> results) {
    var byTitle = new LinkedHashMap<String, StudyResult>();
    results.stream().filter(result -> result.evaluation().isComplete())
        .forEach(result -> byTitle.putIfAbsent(result.lowered().title(), result));
    this.results = List.copyOf(byTitle.values());
  }

  /** Return the specification. */
  String render() {
    return JsonReport.document(json -> {
      json.field("$schema", SCHEMA);
      json.field("title", "IMC report");
      json.object("config", () -> json.object("range", () -> json.words("category", Palette.colors())));
      chosen(json);
      json.object("datasets", () -> datasets(json));
      json.array("vconcat", () -> views(json));
      json.object("resolve", () -> json.object("scale", () -> {
        json.field("color", "independent");
        json.field("shape", "independent");
      }));
    });
  }

  /** Write the list in which the study of the roofline is chosen. */
  private void chosen(JsonFields json) throws IOException {
    List<String> titles = results.stream().map(result -> result.lowered().title()).toList();
    json.array("params", () -> json.object(() -> {
      json.field("name", "chosen");
      json.field("value", titles.isEmpty() ? "" : titles.getFirst());
      json.object("bind", () -> {
        json.field("input", "select");
        json.field("name", "Roofline of ");
        json.words("options", titles);
      });
    }));
  }

  private void datasets(JsonFields json) throws IOException {
    json.list("figures", results, result -> figures(json, result, "effective"));
    List<StudyResult> architectures = new ArrayList<>();
    PeakTable.byArchitecture(results).values().forEach(studies -> results.stream()
        .filter(result -> result.evaluation() == studies.getFirst()).findFirst().ifPresent(architectures::add));
    json.list("peaks", architectures, result -> figures(json, result, "peak"));
    json.array("energy", () -> parts(json, true));
    json.array("time", () -> parts(json, false));
    json.array("layers", () -> layers(json));
    json.array("roofs", () -> roofs(json));
  }

  private static void figures(JsonFields json, StudyResult result, String kind) throws IOException {
    Evaluation evaluation = result.evaluation();
    boolean peak = kind.equals("peak");
    json.field("study", result.lowered().title());
    json.field("network", peak ? "peak" : evaluation.study().network().name());
    json.field("architecture", evaluation.study().architecture().name());
    json.field("style", Words.style(evaluation.study().architecture()));
    json.field("topsPerWatt", peak ? evaluation.macro().topsPerWatt() : evaluation.topsPerWatt());
    json.field("topsPerMm2", peak ? evaluation.macro().topsPerMm2() : evaluation.topsPerMm2());
  }

  private void parts(JsonFields json, boolean energy) throws IOException {
    Map<StudyResult, String> labels = ReportCharts.labels(results);
    for (StudyResult result : results) {
      Evaluation evaluation = result.evaluation();
      Map<String, Double> places = energy ? Places.energyPj(evaluation.energy())
          : Places.timeNs(evaluation.layers().stream().map(LayerEvaluation::latency).toList());
      for (Map.Entry<String, Double> place : places.entrySet()) {
        json.object(() -> {
          json.field("study", result.lowered().title());
          json.field("network", evaluation.study().network().name());
          json.field("bar", labels.get(result));
          json.field("place", place.getKey());
          json.field(energy ? "energyPj" : "timeNs", place.getValue());
        });
      }
    }
  }

  private void layers(JsonFields json) throws IOException {
    for (StudyResult result : results) {
      for (Roofline.Point point : Roofline.of(result.evaluation()).points()) {
        json.object(() -> {
          json.field("study", result.lowered().title());
          json.field("layer", point.layer());
          json.field("memory", point.memory().name());
          json.field("operationsPerBit", point.operationsPerBit());
          json.field("tops", point.tops());
        });
      }
    }
  }

  /** Write the corners of each memory's roof: where it begins, where it meets the peak, and where that ends. */
  private void roofs(JsonFields json) throws IOException {
    for (StudyResult result : results) {
      Roofline roofline = Roofline.of(result.evaluation());
      double least = roofline.points().stream().mapToDouble(Roofline.Point::operationsPerBit).min().orElse(1);
      double most = roofline.points().stream().mapToDouble(Roofline.Point::operationsPerBit).max().orElse(1);
      for (Roofline.Memory memory : roofline.memories()) {
        double ridge = Math.clamp(roofline.peakTops() / memory.tops(1), least, most);
        for (double intensity : new double[] {least, ridge, most}) {
          json.object(() -> {
            json.field("study", result.lowered().title());
            json.field("memory", memory.name());
            json.field("operationsPerBit", intensity);
            json.field("tops", Math.min(memory.tops(intensity), roofline.peakTops()));
          });
        }
      }
    }
  }

  private static void views(JsonFields json) throws IOException {
    view(json, "Efficiency and density", null, () -> json.array("layer", () -> {
      json.object(() -> points(json, "figures", 60));
      json.object(() -> points(json, "peaks", 160));
    }));
    view(json, "Effective TOPS/W", "figures", () -> {
      json.field("mark", "rect");
      json.object("encoding", () -> {
        channel(json, "x", "network", "nominal", "network", false);
        channel(json, "y", "architecture", "nominal", "architecture", false);
        json.object("color", () -> {
          json.field("field", "topsPerWatt");
          json.field("aggregate", "max");
          json.field("type", "quantitative");
          json.field("title", "TOPS/W");
          json.object("scale", () -> json.field("type", "log"));
        });
      });
    });
    bars(json, "energy", "energyPj", "pJ per inference");
    bars(json, "time", "timeNs", "ns per inference");
    view(json, "Roofline", null, () -> json.array("layer", () -> {
      json.object(() -> roofline(json, "roofs", "line"));
      json.object(() -> roofline(json, "layers", "point"));
    }));
  }

  private static void view(JsonFields json, String title, String data, JsonFields.Fields content) throws IOException {
    json.object(() -> {
      json.field("title", title);
      json.field("width", (long) WIDTH);
      if (data != null) {
        data(json, data);
      }
      content.write();
    });
  }

  private static void data(JsonFields json, String name) throws IOException {
    json.object("data", () -> json.field("name", name));
  }

  private static void points(JsonFields json, String data, long size) throws IOException {
    data(json, data);
    json.object("mark", () -> {
      json.field("type", "point");
      json.field("filled", data.equals("figures"));
      json.field("size", size);
      json.field("tooltip", true);
    });
    json.object("encoding", () -> {
      channel(json, "x", "topsPerMm2", "quantitative", "TOPS/mm²", true);
      channel(json, "y", "topsPerWatt", "quantitative", "TOPS/W", true);
      channel(json, "color", "network", "nominal", "network", false);
      channel(json, "shape", "style", "nominal", "style", false);
      channel(json, "detail", "architecture", "nominal", "architecture", false);
    });
  }

  private static void bars(JsonFields json, String data, String field, String unit) throws IOException {
    json.object(() -> {
      json.field("title", unit);
      data(json, data);
      json.object("facet", () -> json.object("row", () -> {
        json.field("field", "network");
        json.field("type", "nominal");
      }));
      json.object("spec", () -> {
        json.field("width", (long) WIDTH);
        json.object("mark", () -> {
          json.field("type", "bar");
          json.field("tooltip", true);
        });
        json.object("encoding", () -> {
          channel(json, "x", field, "quantitative", unit, false);
          channel(json, "y", "bar", "nominal", "architecture", false);
          channel(json, "color", "place", "nominal", "place", false);
        });
      });
      json.object("resolve", () -> json.object("scale", () -> json.field("x", "independent")));
    });
  }

  private static void roofline(JsonFields json, String data, String mark) throws IOException {
    data(json, data);
    json.array("transform", () -> json.object(() -> json.field("filter", "datum.study == chosen")));
    json.object("mark", () -> {
      json.field("type", mark);
      json.field("tooltip", true);
    });
    json.object("encoding", () -> {
      channel(json, "x", "operationsPerBit", "quantitative", "operations per bit that moves through the memory", true);
      channel(json, "y", "tops", "quantitative", "TOPS", true);
      channel(json, "color", "memory", "nominal", "memory", false);
      if (data.equals("layers")) {
        channel(json, "detail", "layer", "nominal", "layer", false);
      }
    });
  }

  private static void channel(JsonFields json, String channel, String field, String type, String title, boolean logarithmic)
      throws IOException {
    json.object(channel, () -> {
      json.field("field", field);
      json.field("type", type);
      json.field("title", title);
      if (logarithmic) {
        json.object("scale", () -> json.field("type", "log"));
      }
      if ((channel.equals("x") || channel.equals("y")) && type.equals("nominal")) {
        json.nothing("sort"); // in the order of the studies
      }
    });
  }
}
