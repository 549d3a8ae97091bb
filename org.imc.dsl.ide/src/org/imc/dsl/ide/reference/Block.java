package org.imc.dsl.ide.reference;

import java.util.List;

/** A part of a page. Texts are in the {@link Markup} of one line. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 for the page itself
   * @param text what it says, plain
   */
  record Heading(int level, String text) implements Block {

    /** Return what links to this heading end in; as Markdown viewers make it. */
    public String anchor() {
      return Markup.anchor(text);
    }
  }

  /**
   * A paragraph.
   *
   * @param text one line of markup
   */
  record Paragraph(String text) implements Block { }

  /**
   * A table.
   *
   * @param header the titles of the columns
   * @param rows cells, as many as the header has
   */
  record Table(List<String> header, List<List<String>> rows) implements Block { }

  /**
   * A text of the language, or a pattern for one.
   *
   * @param text plain, one or more lines
   */
  record Sample(String text) implements Block { }
}
