package org.imc.dsl.report;

import java.util.List;
import java.util.StringJoiner;

/** Tables of Markdown, in which no name is markup. */
final class MarkdownText {

  private MarkdownText() { }

  /** Return a table whose first columns are aligned to the left and the others to the right. */
  static String table(List<String> head, List<List<String>> rows, int left) {
    var text = new StringBuilder(row(head)).append('\n');
    var rule = new StringJoiner("|", "|", "|\n");
    for (int i = 0; i < head.size(); i++) {
      rule.add(i < left ? "---" : "--:");
    }
    text.append(rule);
    rows.forEach(cells -> text.append(row(cells)).append('\n'));
    return text.toString();
  }

  private static String row(List<String> cells) {
    var row = new StringJoiner(" | ", "| ", " |");
    cells.forEach(cell -> row.add(plain(cell)));
    return row.toString();
  }

  /** Return text without what Markdown or HTML would read as markup. */
  static String plain(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1").replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ");
  }
}
