package org.imc.dsl.report;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.imc.dsl.prediction.ChipSet;
import org.imc.dsl.prediction.Constants;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.PartShare;
import org.imc.dsl.prediction.Spread;
import org.imc.dsl.prediction.SupplyStep;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** Write a validation as JSON: ratios as numbers, spreads of each set of chips by style. */
final class ValidationJson {

  private static final String FORMAT = "imc-validation";
  private static final int VERSION = 2;

  private ValidationJson() { }

  static String render(Validation validation) {
    return JsonReport.document(json -> {
      json.field("format", FORMAT);
      json.field("version", VERSION);
      json.object("detailed", () -> set(json, validation.detailed()));
      json.object("macros", () -> set(json, validation.macros()));
      json.object("arrays", () -> set(json, validation.arrays()));
      json.list("supplies", validation.supplies(), step -> supply(json, step));
      json.list("parts", validation.parts(), part -> part(json, part));
    });
  }

  private static void set(JsonFields json, ChipSet set) throws IOException {
    json.list("chips", set.chips(), chip -> chip(json, chip));
    json.list("fits", set.fits(), (ChipSet.StyleFit fit) -> {
      json.field("figure", fit.figure().label());
      json.field("style", ValidationTables.style(fit.analog()));
      json.object("factors", () -> {
        for (var factor : fit.constants().factors().entrySet()) {
          json.field(factor.getKey().label(), factor.getValue());
        }
      });
    });
    json.list("spreads", List.of(Figure.values()), figure -> {
      json.field("figure", figure.label());
      for (boolean analog : new boolean[] {true, false}) {
        json.object(ValidationTables.style(analog), () -> spreads(json, set, figure, analog));
      }
    });
  }

  private static void spreads(JsonFields json, ChipSet set, Figure figure, boolean analog) throws IOException {
    for (Constants constants : Constants.values()) {
      var spread = set.spread(figure, constants, chip -> chip.analog() == analog);
      if (spread.isPresent()) {
        json.object(constants.label(), () -> spread(json, spread.get()));
      }
    }
  }

  private static void chip(JsonFields json, ValidatedChip chip) throws IOException {
    json.field("name", chip.name());
    json.field("style", ValidationTables.style(chip));
    json.field("nodeNm", chip.node());
    json.field("supplyV", chip.supplyV());
    json.field("source", chip.source());
    json.field("note", chip.note().orElse(""));
    json.list("figures", chip.figures(), (ValidatedFigure figure) -> {
      json.field("figure", figure.figure().label());
      json.field("unit", figure.figure().unit());
      json.field("published", figure.published());
      json.field("predicted", figure.predicted());
      json.field("ratio", figure.ratio());
      optional(json, "fittedRatio", figure.ratio(Constants.FITTED));
      optional(json, "heldOutRatio", figure.heldOutRatio());
      json.field("evidence", figure.evidence());
    });
  }

  private static void supply(JsonFields json, SupplyStep step) throws IOException {
    json.field("name", step.chip());
    json.field("fromV", step.fromV());
    json.field("toV", step.toV());
    json.object("energy", () -> change(json, step.energy()));
    if (step.period().isPresent()) {
      json.object("period", () -> change(json, step.period().get()));
    }
  }

  private static void part(JsonFields json, PartShare part) throws IOException {
    json.field("name", part.chip());
    json.field("supplyV", part.supplyV());
    json.field("figure", part.figure().label());
    json.field("part", part.part().getLiteral());
    json.field("published", part.published());
    json.field("predicted", part.predicted());
    json.field("fitted", part.fitted());
  }

  private static void change(JsonFields json, SupplyStep.Change change) throws IOException {
    json.field("published", change.published());
    json.field("predicted", change.predicted());
    json.field("ratio", change.ratio());
  }

  private static void spread(JsonFields json, Spread spread) throws IOException {
    json.field("count", spread.count());
    json.field("meanMismatch", spread.meanMismatch());
    json.field("medianFactor", spread.medianFactor());
    json.field("meanFactor", spread.meanFactor());
    json.field("within125", spread.within125());
    json.field("within2", spread.within2());
    json.field("low68", spread.low68());
    json.field("high68", spread.high68());
  }

  private static void optional(JsonFields json, String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.field(name, value.getAsDouble());
    } else {
      json.nothing(name);
    }
  }
}
