package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imc.dsl.prediction.ChipSet;
import org.imc.dsl.prediction.Constants;
import org.imc.dsl.prediction.PredictionInterval;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** How a validation is written down. */
public enum ValidationFormat {

  /** Tables for people. */
  TEXT(ValidationFormat::text),

  /** Everything there is, for programs. */
  JSON(ValidationJson::render),

  /** One row a figure (RFC 4180), ratios as numbers. */
  CSV(ValidationFormat::csv),

  /** The page docs/validation.md. */
  MARKDOWN(ValidationPage::render),

  /** The plot of that page. */
  SVG(ValidationPlot::render),

  /** The table that {@link PredictionInterval} reads. */
  INTERVALS(validation -> PredictionInterval.table(validation.macros()));

  private final Function<Validation, String> renderer;

  ValidationFormat(Function<Validation, String> renderer) {
    this.renderer = renderer;
  }

  /** Return a validation as one document. */
  public String render(Validation validation) {
    return renderer.apply(validation);
  }

  private static String text(Validation validation) {
    var lines = new ArrayList<String>();
    lines.addAll(table("Chips whose wiring and activity are published", 3,
        ValidationTables.FIGURE_HEADER, ValidationTables.figures(validation.detailed())));
    lines.addAll(table("Their spread", 3, ValidationTables.SUMMARY_HEADER,
        ValidationTables.summary(validation.detailed(), ValidationPage.DETAILED_CONSTANTS)));
    lines.addAll(table("Published macros, predicted over published", 2,
        ValidationTables.MACRO_HEADER, ValidationTables.macros(validation.macros())));
    lines.addAll(table("Their spread", 3, ValidationTables.SUMMARY_HEADER,
        ValidationTables.summary(validation.macros(), List.of(Constants.values()))));
    lines.addAll(table("Constants fitted to them", 3,
        ValidationTables.CONSTANTS_HEADER, ValidationTables.constants(validation.macros())));
    lines.addAll(table("Arrays of processors, predicted over published", 2,
        ValidationTables.MACRO_HEADER, ValidationTables.macros(validation.arrays())));
    lines.addAll(table("Other supplies", 1,
        ValidationTables.SUPPLY_HEADER, ValidationTables.supplies(validation.supplies())));
    lines.addAll(table("Parts", 4, ValidationTables.PART_HEADER, ValidationTables.parts(validation.parts())));
    validation.detailed().chips().forEach(chip -> chip.note().ifPresent(note -> lines.add(chip.name() + ": " + note)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> table(String title, int left, List<String> header, List<List<String>> rows) {
    var table = new TextTable(left);
    table.row(header);
    table.rule();
    rows.forEach(table::row);
    return Stream.of(List.of(title, ""), table.lines(), List.of("")).flatMap(List::stream).toList();
  }

  private static String csv(Validation validation) {
    var csv = new StringBuilder("chips,chip,style,node_nm,supply_v,figure,unit,published,predicted,ratio,fitted_ratio,"
        + "held_out_ratio,evidence,note\r\n");
    append(csv, "detailed", validation.detailed());
    append(csv, "macros", validation.macros());
    append(csv, "arrays", validation.arrays());
    return csv.toString();
  }

  private static void append(StringBuilder csv, String set, ChipSet chips) {
    for (ValidatedChip chip : chips.chips()) {
      for (ValidatedFigure figure : chip.figures()) {
        List<String> cells = List.of(set, chip.name(), ValidationTables.style(chip), Double.toString(chip.node()),
            Double.toString(chip.supplyV()), figure.figure().label(), figure.figure().unit(),
            Double.toString(figure.published()), Double.toString(figure.predicted()), Double.toString(figure.ratio()),
            text(figure.ratio(Constants.FITTED)), text(figure.heldOutRatio()), Boolean.toString(figure.evidence()),
            chip.note().orElse(""));
        csv.append(String.join(",", cells.stream().map(CsvReport::quoted).toList())).append("\r\n");
      }
    }
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
