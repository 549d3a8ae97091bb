package org.imc.dsl.ui.builder;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Add the nature to the selected projects, or take it from those that have it. */
public final class ToggleNature extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
      for (Object selected : selection) {
        IProject project = Adapters.adapt(selected, IProject.class);
        if (project != null && project.isAccessible()) {
          toggle(project);
        }
      }
    }
    return null;
  }

  private static void toggle(IProject project) throws ExecutionException {
    try {
      if (ImcNature.isOn(project)) {
        ImcNature.remove(project);
      } else {
        ImcNature.add(project);
      }
    } catch (CoreException e) {
      throw new ExecutionException("The nature of '%s' could not be changed.".formatted(project.getName()), e);
    }
  }
}
