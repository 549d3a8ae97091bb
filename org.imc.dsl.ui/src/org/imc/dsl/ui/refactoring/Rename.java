package org.imc.dsl.ui.refactoring;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Alt+Shift+R: give what the caret is on another name, everywhere in its project, with a preview. */
public final class Rename extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor
        && editor.getSelectionProvider().getSelection() instanceof ITextSelection caret) {
      IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
      if (document != null && Snapshots.isSource(document)) {
        var wizard = new RenameWizard(new RenameRefactoring(document, caret.getOffset()));
        try {
          new RefactoringWizardOpenOperation(wizard).run(editor.getSite().getShell(), "Rename");
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt(); // whoever cancelled waits for nothing
        }
      }
    }
    return null;
  }
}
