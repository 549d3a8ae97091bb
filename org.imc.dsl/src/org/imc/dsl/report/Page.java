package org.imc.dsl.report;

/** What all pages have: one file that needs no other, light or dark as the reader prefers. */
final class Page {

  /** What closes a page. */
  static final String FOOT = "</body>\n</html>\n";

  /** The colours, and the text of a page; before a page's own style. */
  private static final String STYLE = """
      :root { --ink: #222222; --faint: #5b6068; --line: #d5d8dc; --ground: #ffffff; --own: #fff7d6; --wrong: #a40000; --link: #0b57d0; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6e6e6; --faint: #a3a9b2; --line: #3a3f46; --ground: #16181c; --own: #3a3420; --wrong: #ff9e9e; --link: #8ab4f8; }
      }
      body { font: 15px/1.5 Helvetica, Arial, "Liberation Sans", sans-serif; color: var(--ink); background: var(--ground);
        margin: 2em auto; max-width: 76em; padding: 0 1em; }
      """;

  private Page() { }

  /** Return what opens a page, up to its body: no character of the title means something to HTML. */
  static String head(String title, String style) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        """.formatted(title) + STYLE + style + "</style>\n</head>\n<body>\n";
  }
}
