package org.imc.dsl.report;

import java.io.IOException;
import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LayerFront;
import org.jspecify.annotations.Nullable;

/**
 * Write the energy-latency fronts of the layers of studies, as text, CSV or JSON. In JSON a point is a layer as
 * {@code docs/schema/evaluation-1.json} describes it.
 */
public final class FrontReport {

  /** What a JSON document says it is. */
  public static final String FORMAT = "imc-fronts";

  private static final int VERSION = 1;
  private static final List<String> HEADER = List.of("study", "network", "architecture", "layer", "point", "energy_pj",
      "latency_cycles", "latency_ns", "tops_per_watt", "columns", "rows", "macros", "temporal_loops");

  /**
   * The fronts of one study.
   *
   * @param result of the study
   * @param fronts of its layers that have a mapping
   */
  public record StudyFronts(StudyResult result, List<LayerFront> fronts) {

    public StudyFronts {
      fronts = List.copyOf(fronts);
    }
  }

  private FrontReport() { }

  /** Return tables for people: a table a layer, a row a mapping, the fastest first. */
  public static String text(List<StudyFronts> studies) {
    var text = new StringBuilder();
    for (StudyFronts study : studies) {
      text.append(text.isEmpty() ? "" : "\n").append(study.result().lowered().title()).append('\n');
      for (LayerFront front : study.fronts()) {
        text.append("\n%s: %s\n".formatted(front.layer().name(), count(front.points().size())));
        table(front).lines().forEach(line -> text.append("  ").append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private static TextTable table(LayerFront front) {
    var table = new TextTable(0);
    table.row(List.of("time", "energy", "times the least time", "times the least energy", "TOPS/W"));
    double leastNs = front.points().getFirst().latency().totalNs();
    double leastPj = front.points().getLast().energy().totalPj();
    for (LayerEvaluation point : front.points()) {
      table.row(List.of(Figures.time(point.latency().totalNs()), Figures.energy(point.energy().totalPj()),
          Figures.ratio(point.latency().totalNs() / leastNs), Figures.ratio(point.energy().totalPj() / leastPj),
          Figures.plain(point.topsPerWatt())));
    }
    return table;
  }

  private static String count(int points) {
    return points == 1 ? "one mapping is best in both" : points + " mappings, of which none is worse in both than another";
  }

  /** Return a row a mapping (RFC 4180). */
  public static String csv(List<StudyFronts> studies) {
    var csv = new StringBuilder();
    CsvReport.append(csv, HEADER);
    for (StudyFronts study : studies) {
      var asked = study.result().evaluation().study();
      for (LayerFront front : study.fronts()) {
        for (int i = 0; i < front.points().size(); i++) {
          LayerEvaluation point = front.points().get(i);
          CsvReport.append(csv, List.of(study.result().lowered().title(), asked.network().name(),
              asked.architecture().name(), front.layer().name(), Integer.toString(i + 1),
              CsvReport.number(point.energy().totalPj()), CsvReport.number(point.latency().totalCycles()),
              CsvReport.number(point.latency().totalNs()), CsvReport.number(point.topsPerWatt()),
              loops(point.mapping(), ArrayAxis.COLUMNS), loops(point.mapping(), ArrayAxis.ROWS),
              loops(point.mapping(), ArrayAxis.MACROS),
              point.mapping() == null ? "" : CsvReport.loops(point.mapping().temporal().loops())));
        }
      }
    }
    return csv.toString();
  }

  private static String loops(@Nullable Mapping mapping, ArrayAxis axis) {
    return mapping == null ? "" : CsvReport.loops(mapping.spatial().on(axis));
  }

  /** Return everything there is, for programs. */
  public static String json(List<StudyFronts> studies) {
    return JsonReport.document(json -> {
      json.field("format", FORMAT);
      json.field("version", VERSION);
      json.list("studies", studies, study -> study(json, study));
    });
  }

  private static void study(JsonFields json, StudyFronts study) throws IOException {
    var asked = study.result().evaluation().study();
    json.field("title", study.result().lowered().title());
    json.field("network", asked.network().name());
    json.field("architecture", asked.architecture().name());
    json.field("complete", study.result().evaluation().isComplete());
    var points = new JsonLayer(json);
    json.list("layers", study.fronts(), front -> {
      json.field("name", front.layer().name());
      json.list("points", front.points(), points::fields);
    });
  }
}
