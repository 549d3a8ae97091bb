package org.imc.dsl.ide.formatting;

import com.google.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.formatting.IIndentationInformation;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.formatting.SpaceEdits.SpaceEdit;

/**
 * Lay out what a line end or a closing brace has just finished: the line before, or the block. A text that does not parse
 * is indented by its braces and left alone otherwise. Nothing behind the cursor changes. Stateless.
 */
public class TypedLayout {

  /** What asks for it. */
  public static final String LINE_END = "\n";
  public static final String BRACE = "}";

  @Inject private SourceFormatter formatter;
  @Inject private IIndentationInformation indentation;

  /**
   * Return the edits for what was typed; none inside a comment or a text.
   *
   * @param offset behind the typed character
   */
  public List<SpaceEdit> after(XtextResource file, int offset, String typed) {
    String text = file.getParseResult().getRootNode().getText();
    int line = text.lastIndexOf('\n', offset - 1) + 1;
    if (isInsideOther(file, offset, typed)) {
      return List.of();
    }
    var open = new ArrayDeque<Integer>();
    int blockStart = braces(file, typed.equals(BRACE) ? offset : line, open);
    if (typed.equals(LINE_END)) {
      int before = text.lastIndexOf('\n', Math.max(0, line - 2)) + 1;
      var edits = new ArrayList<>(laidOut(file, text, before, line - 1, false));
      edits.addAll(indent(text, line, open.size()));
      return edits;
    }
    List<SpaceEdit> block = laidOut(file, text, text.lastIndexOf('\n', blockStart) + 1, offset, true);
    boolean alone = text.substring(line, offset).isBlank() || text.substring(line, offset - 1).isBlank();
    return block.isEmpty() && alone ? indent(text, line, open.size() + 1) : block;
  }

  /** Return whether what was typed is a part of a comment or a text; a line end that ends a comment is not. */
  private static boolean isInsideOther(XtextResource file, int offset, String typed) {
    ILeafNode around = NodeModelUtils.findLeafNodeAtOffset(file.getParseResult().getRootNode(), Math.max(0, offset - 1));
    if (around == null || typed.equals(BRACE)) {
      return around == null || !around.getText().equals(BRACE);
    }
    return !around.getText().isBlank() && around.getEndOffset() > offset;
  }

  /** Follow the braces up to an offset; return where the block begins that was closed last, 0 if none was. */
  private static int braces(XtextResource file, int end, ArrayDeque<Integer> open) {
    int closed = 0;
    for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
      if (leaf.getOffset() >= end) {
        break;
      }
      if (!leaf.isHidden() && leaf.getText().equals("{")) {
        open.push(leaf.getOffset());
      } else if (!leaf.isHidden() && leaf.getText().equals(BRACE) && !open.isEmpty()) {
        closed = open.pop();
      }
    }
    return closed;
  }

  private List<SpaceEdit> laidOut(XtextResource file, String text, int start, int end, boolean acrossLines) {
    return formatter.format(file).map(formatted -> SpaceEdits.between(text, formatted)).orElse(List.of()).stream()
        .filter(edit -> edit.offset() >= start && edit.offset() + edit.length() <= end)
        .filter(edit -> edit.text().indexOf('\n') < 0 || acrossLines && edit.offset() > start)
        .toList();
  }

  /** Indent a line, one step less when it begins with a closing brace. */
  private List<SpaceEdit> indent(String text, int line, int depth) {
    int word = line;
    while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
      word++;
    }
    boolean closes = text.startsWith(BRACE, word);
    String space = indentation.getIndentString().repeat(Math.max(0, closes ? depth - 1 : depth));
    return space.equals(text.substring(line, word)) ? List.of() : List.of(new SpaceEdit(line, word - line, space));
  }
}
