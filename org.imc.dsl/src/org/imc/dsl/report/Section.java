package org.imc.dsl.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table under a heading, for text, Markdown and pages alike.
 *
 * @param title the heading
 * @param notes what to know about the table, a sentence or more each
 * @param table what it says
 */
record Section(String title, List<String> notes, TextTable table) {

  Section {
    notes = List.copyOf(notes);
  }

  /** Return it for people, with a line feed at the end of each line. */
  String text() {
    return title + "\n" + notes.stream().map(note -> note + "\n").collect(Collectors.joining())
        + String.join("\n", table.lines()) + "\n";
  }

  /** Return it as Markdown. */
  String markdown() {
    return "### %s\n\n%s%s".formatted(MarkdownText.plain(title),
        notes.stream().map(note -> MarkdownText.plain(note) + "\n\n").collect(Collectors.joining()), table.markdown());
  }

  /** Return it as part of a page; a table that is too wide can be scrolled. */
  String html() {
    return "<h2>%s</h2>\n%s%s".formatted(SurveyTable.escaped(title),
        notes.stream().map(note -> "<p>%s</p>\n".formatted(SurveyTable.escaped(note))).collect(Collectors.joining()),
        table.html());
  }
}
