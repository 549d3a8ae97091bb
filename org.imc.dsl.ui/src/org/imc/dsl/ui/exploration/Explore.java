package org.imc.dsl.ui.exploration;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Ctrl+F9: price the designs of the active editor's exploration, and show them. */
public final class Explore extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    try {
      if (window.getActivePage().showView(ExplorationView.ID, null, IWorkbenchPage.VIEW_VISIBLE) instanceof ExplorationView view) {
        view.explore();
      }
    } catch (PartInitException e) {
      throw new ExecutionException("The exploration cannot be shown.", e);
    }
    return null;
  }
}
