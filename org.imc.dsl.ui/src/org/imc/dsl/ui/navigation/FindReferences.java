package org.imc.dsl.ui.navigation;

import org.eclipse.jface.text.IDocument;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.sources.CaretCommand;

/** Ctrl+Shift+G: list all places that name what the caret is on, in the Search view. */
public final class FindReferences extends CaretCommand {

  @Override
  protected void execute(ITextEditor editor, IDocument document, int offset) {
    NewSearchUI.runQueryInBackground(new ReferenceSearch(document, offset));
  }
}
