package org.imc.dsl.ui.startup;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.editor.FormatOnSave;

/** Start the language and, in an empty workspace, bring in the examples; in the background, once the window is there. */
public final class Startup implements IStartup {

  @Override
  public void earlyStartup() {
    Language.whenReady(() -> { });
    PlatformUI.getWorkbench().getService(ICommandService.class).addExecutionListener(new FormatOnSave());
    new ExampleImport().schedule();
  }
}
