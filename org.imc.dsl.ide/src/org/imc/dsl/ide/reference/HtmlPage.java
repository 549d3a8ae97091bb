package org.imc.dsl.ide.reference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Write a page as HTML, for help viewers. */
public final class HtmlPage {

  private static final Pattern MARK =
      Pattern.compile("\\\\(?<plain>.)|`(?<code>[^`]*)`|\\[(?<link>[^\\]]*)\\]\\((?<to>[^)]*)\\)");

  private HtmlPage() { }

  /** Return the text of a page. */
  public static String of(String title, List<Block> blocks) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <title>%s</title>
        <style>
        body { font-family: sans-serif; max-width: 60em; margin: 1em auto; padding: 0 1em }
        table { border-collapse: collapse }
        th, td { border: 1px solid #bbb; padding: .2em .5em; text-align: left; vertical-align: top }
        pre { background: #f3f3f3; padding: .5em }
        </style>
        </head>
        <body>
        %s</body>
        </html>
        """.formatted(escape(title), blocks.stream().map(HtmlPage::text).collect(Collectors.joining()));
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Heading heading -> "<h%1$d id=\"%2$s\">%3$s</h%1$d>\n"
          .formatted(heading.level(), heading.anchor(), escape(heading.text()));
      case Block.Paragraph paragraph -> "<p>%s</p>\n".formatted(inline(paragraph.text()));
      case Block.Sample sample -> "<pre>%s</pre>\n".formatted(escape(sample.text().strip()));
      case Block.Table table -> "<table>\n%s%s</table>\n".formatted(row("th", table.header()),
          table.rows().stream().map(cells -> row("td", cells)).collect(Collectors.joining()));
    };
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream().map(cell -> "<%1$s>%2$s</%1$s>".formatted(tag, inline(cell)))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String inline(String markup) {
    var html = new StringBuilder();
    int end = 0;
    for (Matcher mark = MARK.matcher(markup); mark.find(); end = mark.end()) {
      html.append(escape(markup.substring(end, mark.start())));
      if (mark.group("plain") != null) {
        html.append(escape(mark.group("plain")));
      } else if (mark.group("code") != null) {
        html.append("<code>").append(escape(mark.group("code"))).append("</code>");
      } else {
        html.append("<a href=\"%s\">%s</a>".formatted(escape(mark.group("to")), escape(mark.group("link"))));
      }
    }
    return html.append(escape(markup.substring(end))).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
