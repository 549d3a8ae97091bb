package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** How a validation is written down. */
public enum ValidationFormat {

  /** Tables for people. */
  TEXT {
    @Override
    public String render(Validation validation) {
      var lines = new ArrayList<String>();
      lines.addAll(table(3, ValidationTables.FIGURE_HEADER, ValidationTables.figures(validation)));
      lines.add("");
      lines.addAll(table(3, ValidationTables.SUMMARY_HEADER, ValidationTables.summary(validation)));
      validation.chips().forEach(chip -> chip.note().ifPresent(note -> {
        lines.add("");
        lines.add(chip.name() + ": " + note);
      }));
      return String.join("\n", lines) + "\n";
    }
  },

  /** Everything there is, for programs. */
  JSON {
    @Override
    public String render(Validation validation) {
      return ValidationJson.render(validation);
    }
  },

  /** One row a figure (RFC 4180), ratios as numbers. */
  CSV {
    @Override
    public String render(Validation validation) {
      var csv = new StringBuilder("chip,style,node_nm,figure,unit,published,predicted,ratio,held_out_ratio,evidence,note\r\n");
      for (ValidatedChip chip : validation.chips()) {
        for (ValidatedFigure figure : chip.figures()) {
          List<String> cells = List.of(chip.name(), ValidationTables.style(chip), Double.toString(chip.node()),
              figure.figure().label(), figure.figure().unit(), Double.toString(figure.published()),
              Double.toString(figure.predicted()), Double.toString(figure.ratio()), text(figure.heldOutRatio()),
              Boolean.toString(figure.evidence()), chip.note().orElse(""));
          csv.append(String.join(",", cells.stream().map(CsvReport::quoted).toList())).append("\r\n");
        }
      }
      return csv.toString();
    }
  },

  /** The page docs/validation.md. */
  MARKDOWN {
    @Override
    public String render(Validation validation) {
      return ValidationPage.render(validation);
    }
  },

  /** The plot of that page. */
  SVG {
    @Override
    public String render(Validation validation) {
      return ValidationPlot.render(validation);
    }
  };

  /** Return a validation as one document. */
  public abstract String render(Validation validation);

  private static List<String> table(int left, List<String> header, List<List<String>> rows) {
    var table = new TextTable(left);
    table.row(header);
    table.rule();
    rows.forEach(table::row);
    return table.lines();
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
