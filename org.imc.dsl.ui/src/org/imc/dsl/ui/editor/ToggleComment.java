package org.imc.dsl.ui.editor;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.text.edits.DeleteEdit;
import org.eclipse.text.edits.InsertEdit;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.ui.texteditor.ITextEditor;

/** Put the selected lines behind {@code //}, or out of it when all of them are. */
public final class ToggleComment extends EditorCommand {

  private static final String COMMENT = "//";

  @Override
  void execute(ITextEditor editor) throws ExecutionException {
    if (editor.getSelectionProvider().getSelection() instanceof ITextSelection selection
        && selection.getStartLine() >= 0) {
      IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
      try {
        int first = selection.getStartLine();
        int last = selection.getEndLine();
        toggle(document, first, last);
        IRegion end = document.getLineInformation(last);
        int start = document.getLineOffset(first);
        if (last > first) { // the same lines again, should the command be repeated
          editor.selectAndReveal(start, end.getOffset() + end.getLength() - start);
        }
      } catch (BadLocationException e) {
        throw new ExecutionException("The lines could not be changed.", e);
      }
    }
  }

  private static void toggle(IDocument document, int first, int last) throws BadLocationException {
    boolean all = true;
    for (int line = first; line <= last; line++) {
      String text = text(document, line);
      all &= text.isBlank() || text.stripLeading().startsWith(COMMENT);
    }
    var edit = new MultiTextEdit();
    for (int line = first; line <= last; line++) {
      String text = text(document, line);
      int indent = document.getLineOffset(line) + text.length() - text.stripLeading().length();
      if (!text.isBlank() && all) {
        boolean space = text.stripLeading().startsWith(COMMENT + " ");
        edit.addChild(new DeleteEdit(indent, COMMENT.length() + (space ? 1 : 0)));
      } else if (!text.isBlank()) {
        edit.addChild(new InsertEdit(indent, COMMENT + " "));
      }
    }
    edit.apply(document);
  }

  private static String text(IDocument document, int line) throws BadLocationException {
    IRegion region = document.getLineInformation(line);
    return document.get(region.getOffset(), region.getLength());
  }
}
