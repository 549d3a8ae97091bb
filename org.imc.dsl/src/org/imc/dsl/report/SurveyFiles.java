package org.imc.dsl.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.imc.dsl.survey.SurveyRow;
import org.jspecify.annotations.Nullable;

/** Write the survey for programs: CSV as RFC 4180 says, and JSON as {@code docs/schema/survey-1.json} does. */
final class SurveyFiles {

  /** What the JSON document says it is. */
  static final String FORMAT = "imc-survey";

  /** Goes up when a field is removed or changes its meaning; new fields may come without. */
  static final int VERSION = 1;

  private SurveyFiles() { }

  static String csv(List<SurveyRow> rows) {
    var csv = new StringBuilder(line(SurveyColumn.ALL.stream().map(SurveyColumn::csv).toList()));
    for (SurveyRow row : rows) {
      csv.append(line(SurveyColumn.ALL.stream().map(column -> text(column.value().apply(row))).toList()));
    }
    return csv.toString();
  }

  private static String line(List<String> fields) {
    return fields.stream().map(CsvReport::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Double number) {
      return number.isNaN() ? "" : number(number).toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  static String json(List<SurveyRow> rows) {
    var text = new StringWriter();
    try (JsonGenerator generator = JsonReport.generator(text)) {
      var json = new JsonFields(generator);
      json.object(() -> {
        json.field("format", FORMAT);
        json.field("version", VERSION);
        json.list("rows", rows, row -> {
          for (SurveyColumn column : SurveyColumn.ALL) {
            field(generator, column.json(), column.value().apply(row));
          }
        });
      });
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot be written.", e);
    }
    return text.append('\n').toString();
  }

  private static void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    switch (value) {
      case Double number when !number.isNaN() -> json.writeNumberField(name, number(number));
      case Boolean truth -> json.writeBooleanField(name, truth);
      case String words -> json.writeStringField(name, words);
      case null, default -> json.writeNullField(name);
    }
  }

  /** Return a number without the noise of conversions: no publication has nine digits. */
  private static BigDecimal number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(9)).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
