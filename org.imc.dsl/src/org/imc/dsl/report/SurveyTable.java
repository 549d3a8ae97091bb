package org.imc.dsl.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyRow;
import org.jspecify.annotations.Nullable;

/** Write the survey for people: what most want to know of each row. */
final class SurveyTable {

  private static final List<String> HEADER = List.of("chip", "venue", "year", "style", "cell", "scope", "node nm", "bits",
      "supply V", "TOPS", "TOPS/W", "TOPS/mm²", "1b-TOPS", "1b-TOPS/W", "1b-TOPS/mm²");

  /** Columns of words; the others hold numbers. */
  private static final int LEFT = 6;

  private SurveyTable() { }

  static String text(List<SurveyRow> rows) {
    var table = new TextTable(LEFT);
    table.row(HEADER);
    table.rule();
    rows.forEach(row -> table.row(cells(row)));
    return String.join("\n", table.lines()) + "\n\n" + summary(rows) + "\n";
  }

  static String markdown(List<SurveyRow> rows) {
    String alignment = "|" + "---|".repeat(LEFT) + "--:|".repeat(HEADER.size() - LEFT);
    return line(HEADER) + alignment + "\n"
        + rows.stream().map(row -> line(cells(row))).collect(Collectors.joining()) + "\n" + summary(rows) + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  static String html(List<SurveyRow> rows) {
    var html = new StringBuilder("<table>\n<thead>" + html(HEADER, "th") + "</thead>\n<tbody>\n");
    for (SurveyRow row : rows) {
      String line = html(cells(row), "td");
      String note = row.figures().note();
      html.append(line.replaceFirst("<tr>", "<tr%s title=\"%s\">".formatted(row.chip().own() ? " class=\"own\"" : "",
          escaped(row.chip().citation() + (note == null ? "" : ". " + note)).replace("\\", "\\\\").replace("$", "\\$"))));
    }
    return html.append("</tbody>\n</table>\n<p>").append(summary(rows)).append("</p>\n").toString();
  }

  private static String html(List<String> cells, String element) {
    return cells.stream().map(cell -> "<%1$s>%2$s</%1$s>".formatted(element, escaped(cell)))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private static List<String> cells(SurveyRow row) {
    var chip = row.chip();
    var figures = row.figures();
    var cells = new ArrayList<String>();
    cells.add((chip.own() ? "* " : "") + chip.name());
    cells.add(words(chip.venue()));
    cells.add(Double.isNaN(chip.year()) ? Figures.NOTHING : Long.toString((long) chip.year()));
    cells.add(words(chip.style()));
    cells.add(words(chip.cellName() == null ? words(chip.cell()) : chip.cellName()));
    cells.add(words(figures.scope()));
    cells.add(exact(chip.nodeNm()));
    cells.add(Double.isNaN(figures.precision())
        ? Figures.NOTHING
        : exact(figures.activationBits()) + " x " + exact(figures.weightBits()));
    cells.add(exact(figures.supplyV()));
    for (Normalisation normalisation : Normalisation.values()) {
      cells.add(Figures.plain(row.tops(normalisation)));
      cells.add(Figures.plain(row.topsPerWatt(normalisation)));
      cells.add(Figures.plain(row.topsPerMm2(normalisation)));
    }
    return cells;
  }

  private static String exact(double value) {
    return Double.isNaN(value)
        ? Figures.NOTHING
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String words(@Nullable Object value) {
    return switch (value) {
      case null -> Figures.NOTHING;
      case Enum<?> constant -> Words.of(constant);
      default -> value.toString();
    };
  }

  private static String summary(List<SurveyRow> rows) {
    long chips = rows.stream().map(SurveyRow::chip).distinct().count();
    return "%d chips, %d rows. Bits are activation x weight; figures in 1b- are equivalents at 1 bit; %s is not known."
        .formatted(chips, rows.size(), Figures.NOTHING);
  }
}
