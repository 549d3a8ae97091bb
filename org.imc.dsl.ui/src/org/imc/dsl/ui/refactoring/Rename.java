package org.imc.dsl.ui.refactoring;

import org.eclipse.jface.text.IDocument;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.sources.CaretCommand;

/** Alt+Shift+R: give what the caret is on another name, everywhere in its project, with a preview. */
public final class Rename extends CaretCommand {

  @Override
  protected void execute(ITextEditor editor, IDocument document, int offset) {
    var wizard = new RenameWizard(new RenameRefactoring(document, offset));
    try {
      new RefactoringWizardOpenOperation(wizard).run(editor.getSite().getShell(), "Rename");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever cancelled waits for nothing
    }
  }
}
