package org.imc.dsl.report;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.Spread;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** Write a validation as JSON: ratios as numbers, spreads over all chips. */
final class ValidationJson {

  private static final String FORMAT = "imc-validation";
  private static final int VERSION = 1;

  private ValidationJson() { }

  static String render(Validation validation) {
    return JsonReport.document(json -> {
      json.field("format", FORMAT);
      json.field("version", VERSION);
      json.list("chips", validation.chips(), chip -> chip(json, chip));
      json.list("spreads", List.of(Figure.values()), figure -> {
        json.field("figure", figure.label());
        for (Validation.Kind kind : Validation.Kind.values()) {
          json.object(kind == Validation.Kind.FITTED ? "fitted" : "heldOut",
              () -> spread(json, validation.spread(figure, kind, chip -> true).orElseThrow()));
        }
      });
    });
  }

  private static void chip(JsonFields json, ValidatedChip chip) throws IOException {
    json.field("name", chip.name());
    json.field("style", ValidationTables.style(chip));
    json.field("nodeNm", chip.node());
    json.field("source", chip.source());
    json.field("note", chip.note().orElse(""));
    json.list("figures", chip.figures(), (ValidatedFigure figure) -> {
      json.field("figure", figure.figure().label());
      json.field("unit", figure.figure().unit());
      json.field("published", figure.published());
      json.field("predicted", figure.predicted());
      json.field("ratio", figure.ratio());
      optional(json, "heldOutRatio", figure.heldOutRatio());
      json.field("evidence", figure.evidence());
    });
  }

  private static void spread(JsonFields json, Spread spread) throws IOException {
    json.field("count", spread.count());
    json.field("meanMismatch", spread.meanMismatch());
    json.field("medianFactor", spread.medianFactor());
    json.field("meanFactor", spread.meanFactor());
    json.field("within125", spread.within125());
    json.field("within2", spread.within2());
  }

  private static void optional(JsonFields json, String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.field(name, value.getAsDouble());
    } else {
      json.nothing(name);
    }
  }
}
