package org.imc.dsl.ui.editor;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/**
 * Keep the indentation of blocks while typing: a line end behind an opening brace indents and closes the block when it is
 * open, a closing brace on an empty line goes back.
 */
public final class BlockIndent implements IAutoEditStrategy {

  private static final String INDENT = "  ";

  @Override
  public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
    try {
      if (command.length == 0 && command.text != null
          && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) != -1) {
        breakLine(document, command);
      } else if ("}".equals(command.text)) {
        closeBlock(document, command);
      }
    } catch (BadLocationException e) {
      ILog.of(BlockIndent.class).warn("The line could not be indented.", e);
    }
  }

  private static void breakLine(IDocument document, DocumentCommand command) throws BadLocationException {
    IRegion line = document.getLineInformationOfOffset(command.offset);
    String before = document.get(line.getOffset(), command.offset - line.getOffset());
    String after = document.get(command.offset, line.getOffset() + line.getLength() - command.offset);
    String indent = before.substring(0, before.length() - before.stripLeading().length());
    String newLine = command.text;
    if (!before.stripTrailing().endsWith("{")) {
      command.text = newLine + indent;
      return;
    }
    command.text = newLine + indent + INDENT;
    boolean close = after.isBlank() ? isOpen(document) : after.strip().equals("}");
    if (close) {
      command.caretOffset = command.offset + command.text.length();
      command.shiftsCaret = false;
      command.text += newLine + indent + (after.isBlank() ? "}" : "");
    }
  }

  private static void closeBlock(IDocument document, DocumentCommand command) throws BadLocationException {
    IRegion line = document.getLineInformationOfOffset(command.offset);
    String before = document.get(line.getOffset(), command.offset - line.getOffset());
    if (before.isBlank() && before.endsWith(INDENT)) {
      command.offset -= INDENT.length();
      command.length += INDENT.length();
    }
  }

  /** Return whether the document has more opening braces than closing ones. */
  private static boolean isOpen(IDocument document) {
    String text = document.get();
    return text.chars().filter(c -> c == '{').count() > text.chars().filter(c -> c == '}').count();
  }
}
