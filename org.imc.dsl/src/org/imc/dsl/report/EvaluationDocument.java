package org.imc.dsl.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.TextFile;

/**
 * What an earlier run said, read back from its JSON report.
 *
 * @param studies by what was asked, in the order of the report; a question asked twice has a number behind it
 */
public record EvaluationDocument(Map<String, Answer> studies) {

  private static final long MOST_BYTES = 256L << 20;

  private static final int DEEPEST = 32;

  private static final ObjectMapper READER = new ObjectMapper(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build());

  /**
   * The answer to one study.
   *
   * @param figures of an inference, in the units of the report
   * @param layerEnergyPj energy of each layer that has a mapping
   */
  public record Answer(Map<ComparedFigure, Double> figures, Map<String, Double> layerEnergyPj) { }

  /**
   * Read a report.
   *
   * @throws IOException when it cannot be read, or is not what {@code imc evaluate --format json} writes; the message says why
   */
  public static EvaluationDocument read(Path file) throws IOException {
    return parse(TextFile.read(file, MOST_BYTES, "a report"), file.toString());
  }

  /** Return results as the report of them would be read back. */
  public static EvaluationDocument of(List<StudyResult> results, FileNames names) {
    try {
      return parse(ReportFormat.JSON.render(results, names), "this report");
    } catch (IOException e) {
      throw new IllegalStateException("A report that was just written cannot be read.", e);
    }
  }

  /** Read the text of a report that is called by a name. */
  static EvaluationDocument parse(String text, String name) throws IOException {
    JsonNode document;
    try {
      document = READER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException("'%s' is not JSON: line %d, column %d.".formatted(
          name, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getLocation() == null ? 1 : e.getLocation().getColumnNr()), e);
    }
    if (!document.path("format").asText().equals(JsonReport.FORMAT) || document.path("version").asInt() != JsonReport.VERSION) {
      throw new IOException("'%s' is no report of version %d. Maybe write it with 'imc evaluate --format json'."
          .formatted(name, JsonReport.VERSION));
    }
    var studies = new LinkedHashMap<String, Answer>();
    for (JsonNode study : document.path("studies")) {
      String title = study.path("title").asText();
      int count = 1;
      String key = title;
      while (studies.containsKey(key)) {
        key = "%s (%d)".formatted(title, ++count);
      }
      studies.put(key, answer(study));
    }
    return new EvaluationDocument(studies);
  }

  private static Answer answer(JsonNode study) {
    var figures = new EnumMap<ComparedFigure, Double>(ComparedFigure.class);
    for (ComparedFigure figure : ComparedFigure.values()) {
      figures.put(figure, study.path("totals").path(figure.field()).asDouble(Double.NaN));
    }
    var layers = new LinkedHashMap<String, Double>();
    for (JsonNode layer : study.path("layers")) {
      layers.put(layer.path("name").asText(), layer.path("energy").path("totalPj").asDouble(Double.NaN));
    }
    return new Answer(figures, layers);
  }

  /** Return the questions of this document and of another one, in their order. */
  List<String> titles(EvaluationDocument other) {
    var titles = new ArrayList<>(studies.keySet());
    other.studies.keySet().stream().filter(title -> !studies.containsKey(title)).forEach(titles::add);
    return titles;
  }
}
