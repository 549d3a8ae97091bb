package org.imc.dsl.ui.navigation;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Ctrl+O: the declarations of the file in a window that goes away again, to be filtered by typing. */
public final class QuickOutline extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor) {
      IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
      if (document != null && Snapshots.isSource(document)) {
        var popup = new QuickOutlinePopup(editor, List.of());
        popup.open();
        var reader = new OutlineReader(document, editor.getSite().getShell().getDisplay(), popup::show);
        reader.start();
        popup.onClose(reader::stop);
      }
    }
    return null;
  }
}
