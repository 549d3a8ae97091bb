package org.imc.dsl.ui.sources;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.jspecify.annotations.Nullable;

/** A command about the text of the active editor, where its caret is; does nothing in text of other languages. */
public abstract class CaretCommand extends AbstractHandler {

  @Override
  public final @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor
        && editor.getSelectionProvider().getSelection() instanceof ITextSelection caret) {
      IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
      if (document != null && Snapshots.isSource(document)) {
        execute(editor, document, caret.getOffset());
      }
    }
    return null;
  }

  /**
   * Do it.
   *
   * @param offset of the caret, from 0
   */
  protected abstract void execute(ITextEditor editor, IDocument document, int offset);
}
