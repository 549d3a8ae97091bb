package org.imc.dsl.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.imc.dsl.ui.evaluation.StudySession;
import org.jspecify.annotations.Nullable;

/** Stop the evaluation that is under way. */
public final class Cancel extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    StudySession.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).cancel();
    return null;
  }
}
