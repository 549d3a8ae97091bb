package org.imc.dsl.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.results.ResultsView;
import org.jspecify.annotations.Nullable;

/** F9: evaluate the chosen study of the active editor, unless its answer is there, and show it. */
public final class Evaluate extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    try {
      window.getActivePage().showView(ResultsView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
    } catch (PartInitException e) {
      ILog.of(Evaluate.class).error("The results cannot be shown.", e);
    }
    StudySession.of(window).evaluate();
    return null;
  }
}
