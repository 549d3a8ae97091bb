package org.imc.dsl.ui.navigation;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Ctrl+Shift+G: list all places that name what the caret is on, in the Search view. */
public final class FindReferences extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor
        && editor.getSelectionProvider().getSelection() instanceof ITextSelection caret) {
      IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
      if (document != null && Snapshots.isSource(document)) {
        NewSearchUI.runQueryInBackground(new ReferenceSearch(document, caret.getOffset()));
      }
    }
    return null;
  }
}
