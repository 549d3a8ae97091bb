package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;

/** Align cells of text: the first columns to the left, numbers to the right. */
final class TextTable {

  private static final String GAP = "  ";

  private final int left;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> rules = new ArrayList<>();
  private boolean lastToTheLeft;

  /** Create a table whose first {@code left} columns are aligned to the left. */
  TextTable(int left) {
    this.left = left;
  }

  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Return the table with a head. */
  TextTable under(List<String> head) {
    var table = new TextTable(left);
    table.row(head);
    table.rule();
    rows.forEach(table::row);
    return table;
  }

  /** Align the last column to the left too: it has words. */
  void lastColumnToTheLeft() {
    lastToTheLeft = true;
  }

  private boolean isLeft(int column, int columns) {
    return column < left || lastToTheLeft && column == columns - 1;
  }

  /** Draw a line under the rows so far. */
  void rule() {
    rules.add(rows.size());
  }

  /** Return the table, line by line. */
  List<String> lines() {
    int[] widths = widths();
    String rule = "─".repeat(rule(widths));
    var lines = new ArrayList<String>();
    for (int i = 0; i <= rows.size(); i++) {
      if (rules.contains(i)) {
        lines.add(rule);
      }
      if (i < rows.size()) {
        lines.add(line(rows.get(i), widths));
      }
    }
    return lines;
  }

  /** Return the table in Markdown; the first row is its head. */
  String markdown() {
    return MarkdownText.table(rows.getFirst(), rows.subList(1, rows.size()), left);
  }

  /** Return the table in HTML, in a box that can be scrolled; what stands above the first rule is its head. */
  String html() {
    int head = rules.isEmpty() ? 0 : rules.getFirst();
    var html = new StringBuilder("<div class=\"wide\"><table>\n<thead>\n");
    for (int i = 0; i < rows.size(); i++) {
      html.append(i == head ? "</thead>\n<tbody>\n" : "").append(row(rows.get(i), i < head ? "th" : "td"));
    }
    return html.append("</tbody>\n</table></div>\n").toString();
  }

  private String row(List<String> cells, String element) {
    var row = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      row.append("<%1$s%2$s>%3$s</%1$s>".formatted(element, isLeft(i, cells.size()) ? " class=\"left\"" : "",
          SurveyTable.escaped(cells.get(i))));
    }
    return row.append("</tr>\n").toString();
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths[i] - width(cells.get(i)));
      line.append(i == 0 ? "" : GAP).append(isLeft(i, cells.size()) ? cells.get(i) + padding : padding + cells.get(i));
    }
    return line.toString().stripTrailing();
  }

  private int[] widths() {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  private static int rule(int[] widths) {
    int sum = GAP.length() * Math.max(0, widths.length - 1);
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
