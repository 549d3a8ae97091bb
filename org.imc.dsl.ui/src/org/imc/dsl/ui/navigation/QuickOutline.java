package org.imc.dsl.ui.navigation;

import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.sources.CaretCommand;

/** Ctrl+O: the declarations of the file in a window that goes away again, to be filtered by typing. */
public final class QuickOutline extends CaretCommand {

  @Override
  protected void execute(ITextEditor editor, IDocument document, int offset) {
    var popup = new QuickOutlinePopup(editor, List.of());
    popup.open();
    var reader = new OutlineReader(document, editor.getSite().getShell().getDisplay(), popup::show);
    reader.start();
    popup.onClose(reader::stop);
  }
}
