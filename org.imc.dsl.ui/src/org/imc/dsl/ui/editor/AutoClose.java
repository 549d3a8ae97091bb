package org.imc.dsl.ui.editor;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/** Close braces and quotation marks as they are opened, at the end of a line, and type over those that are there. */
public final class AutoClose implements IAutoEditStrategy {

  @Override
  public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
    if (command.length != 0 || command.text == null || command.text.length() != 1) {
      return;
    }
    try {
      char typed = command.text.charAt(0);
      char next = command.offset < document.getLength() ? document.getChar(command.offset) : '\n';
      if (typed == '}' && next == '}' && isBehindOpening(document, command.offset) || typed == '"' && next == '"') {
        command.text = "";
        moveTo(command, command.offset + 1);
      } else if (typed == '{' && isRestBlank(document, command.offset)
          || typed == '"' && isRestBlank(document, command.offset) && isEven(document, command.offset)) {
        command.text += typed == '{' ? '}' : '"';
        moveTo(command, command.offset + 1);
      }
    } catch (BadLocationException e) {
      ILog.of(AutoClose.class).warn("Nothing could be closed.", e);
    }
  }

  private static void moveTo(DocumentCommand command, int caret) {
    command.caretOffset = caret;
    command.shiftsCaret = false;
  }

  /** Return whether the brace behind an offset closes one that was opened right before it, as is done here. */
  private static boolean isBehindOpening(IDocument document, int offset) throws BadLocationException {
    return before(document, offset).stripTrailing().endsWith("{");
  }

  private static boolean isRestBlank(IDocument document, int offset) throws BadLocationException {
    IRegion line = document.getLineInformationOfOffset(offset);
    return document.get(offset, line.getOffset() + line.getLength() - offset).isBlank();
  }

  /** Return whether all quotation marks of the line before an offset are closed, and it is no comment. */
  private static boolean isEven(IDocument document, int offset) throws BadLocationException {
    String before = before(document, offset);
    return before.chars().filter(c -> c == '"').count() % 2 == 0 && !before.contains("//");
  }

  private static String before(IDocument document, int offset) throws BadLocationException {
    IRegion line = document.getLineInformationOfOffset(offset);
    return document.get(line.getOffset(), offset - line.getOffset());
  }
}
