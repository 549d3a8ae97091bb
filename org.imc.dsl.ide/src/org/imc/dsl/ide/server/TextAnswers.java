package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.ReplaceRegion;
import org.eclipse.xtext.util.TextRegion;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.formatting.SpaceEdits;
import org.imc.dsl.ide.formatting.TypedLayout;
import org.imc.dsl.ide.hints.DefaultHints;
import org.imc.dsl.ide.hints.Hint;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.library.Library;
import org.jspecify.annotations.Nullable;

/** What to type, what it means, how to lay it out: the language's services in the protocol's words. Stateless. */
final class TextAnswers {

  private static final Map<String, CompletionItemKind> KINDS = Map.of(
      ContentAssistEntry.KIND_KEYWORD, CompletionItemKind.Keyword,
      ContentAssistEntry.KIND_PROPERTY, CompletionItemKind.Property,
      ContentAssistEntry.KIND_REFERENCE, CompletionItemKind.Reference,
      ContentAssistEntry.KIND_MODULE, CompletionItemKind.Module,
      ContentAssistEntry.KIND_SNIPPET, CompletionItemKind.Snippet,
      ContentAssistEntry.KIND_UNIT, CompletionItemKind.Unit,
      ContentAssistEntry.KIND_VALUE, CompletionItemKind.Value);

  @Inject private Completion completion;
  @Inject private Explanations explanations;
  @Inject private SourceFormatter formatter;
  @Inject private TypedLayout typedLayout;
  @Inject private DefaultHints hints;
  @Inject private Library library;
  @Inject private IssueBoard board;

  /** Return whether a URI is that of a shipped file. */
  boolean isShipped(URI uri) {
    return library.names().stream().anyMatch(name -> library.find(name).filter(uri::equals).isPresent());
  }

  /** Return what can be typed at a position, the most likely first; with places to fill in if the client knows them. */
  CompletionList completion(OpenFile file, Position position, boolean snippets) {
    int offset = file.lines().offset(position);
    var items = new ArrayList<CompletionItem>();
    for (ContentAssistEntry entry : completion.propose(file.resource(), offset, file.cancellation())) {
      items.add(item(entry, items.size(), offset, file.lines(), snippets));
    }
    return new CompletionList(file.cancellation().isCanceled(), items);
  }

  private static CompletionItem item(
      ContentAssistEntry entry, int rank, int offset, TextLines lines, boolean snippets) {
    var item = new CompletionItem(entry.getLabel() == null ? entry.getProposal() : entry.getLabel());
    item.setKind(KINDS.getOrDefault(entry.getKind(), CompletionItemKind.Value));
    item.setDetail(entry.getDescription());
    if (entry.getDocumentation() != null) {
      item.setDocumentation(entry.getDocumentation());
    }
    item.setSortText(String.format(Locale.ROOT, "%05d", rank));
    int typed = entry.getPrefix() == null ? 0 : entry.getPrefix().length();
    boolean fillsIn = snippets && ContentAssistEntry.KIND_SNIPPET.equals(entry.getKind());
    item.setTextEdit(Either.forLeft(new TextEdit(lines.range(offset - typed, typed),
        fillsIn ? withPlaces(entry, offset - typed) : entry.getProposal())));
    item.setFilterText(entry.getProposal());
    if (fillsIn) {
      item.setInsertTextFormat(InsertTextFormat.Snippet);
    }
    if (!entry.getTextReplacements().isEmpty()) {
      var others = new ArrayList<TextEdit>();
      for (ReplaceRegion region : entry.getTextReplacements()) {
        others.add(new TextEdit(lines.range(region.getOffset(), region.getLength()), region.getText()));
      }
      item.setAdditionalTextEdits(others);
    }
    return item;
  }

  /** Write a proposal as the protocol does snippets: {@code rows ${2:64}}. */
  private static String withPlaces(ContentAssistEntry entry, int start) {
    String text = entry.getProposal();
    var snippet = new StringBuilder();
    int done = 0;
    int number = 1;
    for (TextRegion place : entry.getEditPositions()) {
      int from = place.getOffset() - start;
      int to = from + place.getLength();
      snippet.append(escapeSnippet(text.substring(done, from)))
          .append("${").append(number++).append(':').append(escapeSnippet(text.substring(from, to))).append('}');
      done = to;
    }
    return snippet.append(escapeSnippet(text.substring(done))).toString();
  }

  private static String escapeSnippet(String text) {
    return text.replaceAll("([\\\\$}])", "\\\\$1");
  }

  /** Explain the word at a position and what is wrong with it; null when there is nothing to say. */
  @Nullable Hover hover(OpenFile file, Position position) {
    int offset = file.lines().offset(position);
    Optional<Explanation> word = explanations.at(file.resource(), offset);
    var parts = new ArrayList<Explanation>(word.stream().toList());
    explanations.of(board.checks(file.resource().getURI()), offset).forEach(parts::add);
    if (parts.isEmpty()) {
      return null;
    }
    Explanation first = parts.getFirst();
    return new Hover(markdown(parts), file.lines().range(first.offset(), first.length()));
  }

  private static MarkupContent markdown(List<Explanation> explanations) {
    var text = new StringJoiner("\n\n");
    for (Explanation explanation : explanations) {
      text.add("**" + escape(explanation.title()) + "**");
      explanation.paragraphs().forEach(paragraph -> text.add(escape(paragraph)));
    }
    return new MarkupContent(MarkupKind.MARKDOWN, text.toString());
  }

  /** Keep Markdown from reading marks into names such as {@code zigzag_imc}. */
  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
  }

  /** Return the edits that lay out a file; none where that cannot be done without guessing. */
  List<TextEdit> format(OpenFile file) {
    return format(file, new Range(new Position(0, 0), file.lines().position(file.lines().text().length())));
  }

  /** Return the edits that lay out the lines that a range touches. */
  List<TextEdit> format(OpenFile file, Range range) {
    TextLines lines = file.lines();
    int start = lines.offset(new Position(range.getStart().getLine(), 0));
    int end = lines.offset(new Position(range.getEnd().getLine(), Integer.MAX_VALUE));
    return formatter.format(file.resource())
        .map(formatted -> SpaceEdits.between(lines.text(), formatted))
        .orElse(List.of())
        .stream()
        .filter(edit -> edit.offset() >= start - 1 && edit.offset() + edit.length() <= end + 1)
        .map(edit -> new TextEdit(lines.range(edit.offset(), edit.length()), edit.text()))
        .toList();
  }

  /** Return the edits that lay out what a typed character has finished. */
  List<TextEdit> layOutTyped(OpenFile file, Position position, String typed) {
    return typedLayout.after(file.resource(), file.lines().offset(position), typed).stream()
        .map(edit -> new TextEdit(file.lines().range(edit.offset(), edit.length()), edit.text()))
        .toList();
  }

  /** Return what holds without being written, in a range. */
  List<InlayHint> hints(OpenFile file, Range range) {
    int start = file.lines().offset(range.getStart());
    int end = file.lines().offset(range.getEnd());
    var shown = new ArrayList<InlayHint>();
    for (Hint found : hints.of(file.resource())) {
      if (found.offset() >= start && found.offset() <= end) {
        var hint = new InlayHint(file.lines().position(found.offset()), Either.forLeft(found.text()));
        hint.setTooltip(found.explanation());
        hint.setPaddingLeft(true);
        shown.add(hint);
      }
    }
    return shown;
  }
}
