package org.imc.dsl.ide.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Write a page as Markdown, as GitHub reads it. */
public final class MarkdownPage {

  private MarkdownPage() { }

  /** Return the text of a page. */
  public static String of(List<Block> blocks) {
    return blocks.stream().map(MarkdownPage::text).collect(Collectors.joining("\n"));
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Heading heading -> "#".repeat(heading.level()) + " " + Markup.plain(heading.text()) + "\n";
      case Block.Paragraph paragraph -> paragraph.text() + "\n";
      case Block.Sample sample -> "```imc\n%s\n```\n".formatted(sample.text().strip());
      case Block.Table table -> row(table.header()) + "|---".repeat(table.header().size()) + "|\n"
          + table.rows().stream().map(MarkdownPage::row).collect(Collectors.joining());
    };
  }

  private static String row(List<String> cells) {
    return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
