package org.imc.dsl.ui.wizards;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** A wizard that writes a file and opens it. */
abstract class FileWizard extends Wizard implements IWorkbenchWizard {

  private IStructuredSelection selection = StructuredSelection.EMPTY;

  @Override
  public final void init(IWorkbench workbench, IStructuredSelection selected) {
    selection = selected;
  }

  /** Return what was selected when the wizard was called. */
  final IStructuredSelection selection() {
    return selection;
  }

  /** Open the file that was written. */
  static void open(IFile file) {
    try {
      IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), file);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(
          Status.error("'%s' could not be opened.".formatted(file.getName()), e), StatusManager.SHOW);
    }
  }
}
