package org.imc.dsl.ui.evaluation;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.jspecify.annotations.Nullable;

/** Makes the one session of each window, when it is asked for; the window ends it. */
public final class StudySessionFactory extends AbstractServiceFactory {

  @Override
  public @Nullable Object create(@SuppressWarnings("rawtypes") Class service, IServiceLocator parent, IServiceLocator locator) {
    IWorkbenchWindow window = locator.getService(IWorkbenchWindow.class);
    return window == null ? null : new StudySession(window);
  }
}
