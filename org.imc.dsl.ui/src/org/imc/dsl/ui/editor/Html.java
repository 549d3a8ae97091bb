package org.imc.dsl.ui.editor;

import java.util.List;

/** The little HTML that the platform's hovers understand. */
final class Html {

  private Html() { }

  static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>";
  }

  static String titled(String title, List<String> paragraphs) {
    var html = new StringBuilder("<b>").append(escape(title)).append("</b>");
    paragraphs.forEach(text -> html.append(paragraph(text)));
    return html.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
