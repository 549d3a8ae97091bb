package org.imc.dsl.report;

/** What all pages look like: light or dark as the reader prefers. */
final class PageStyle {

  /** The colours, and the text of a page; to stand before a page's own style. */
  static final String COMMON = """
      :root { --ink: #222222; --faint: #5b6068; --line: #d5d8dc; --ground: #ffffff; --own: #fff7d6; --wrong: #a40000; --link: #0b57d0; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6e6e6; --faint: #a3a9b2; --line: #3a3f46; --ground: #16181c; --own: #3a3420; --wrong: #ff9e9e; --link: #8ab4f8; }
      }
      body { font: 15px/1.5 Helvetica, Arial, "Liberation Sans", sans-serif; color: var(--ink); background: var(--ground);
        margin: 2em auto; max-width: 76em; padding: 0 1em; }
      """;

  private PageStyle() { }
}
