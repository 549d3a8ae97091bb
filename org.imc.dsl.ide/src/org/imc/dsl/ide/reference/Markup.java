package org.imc.dsl.ide.reference;

import java.util.Locale;

/** The little Markdown that texts of the reference are in: words of the language, links, and plain text. */
final class Markup {

  private Markup() { }

  /** Return plain text so that nothing in it is taken for a mark. */
  static String plain(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
  }

  /** Return text that is shown as written in the language. */
  static String code(String text) {
    return "`" + text + "`";
  }

  /** Return a link to a heading of the same page. */
  static String link(String heading) {
    return "[%s](#%s)".formatted(heading, anchor(heading));
  }

  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
