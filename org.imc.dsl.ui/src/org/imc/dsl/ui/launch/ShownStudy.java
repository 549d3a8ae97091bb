package org.imc.dsl.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.results.ResultsView;

/** Brings the answer of a launched study before the user. */
final class ShownStudy {

  private ShownStudy() { }

  /** Open a file and show one of its studies in Results, as soon as the UI thread has time. */
  static void show(IFile file, String title) {
    PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
      IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
      if (window != null && window.getActivePage() != null && file.exists()) {
        show(window.getActivePage(), file, title);
      }
    });
  }

  private static void show(IWorkbenchPage page, IFile file, String title) {
    try {
      page.showView(ResultsView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
      IDE.openEditor(page, file);
      StudySession.of(page.getWorkbenchWindow()).select(title);
    } catch (PartInitException e) {
      ILog.of(ShownStudy.class).error("The results cannot be shown.", e);
    }
  }
}
