package org.imc.dsl.ui.startup;

import org.eclipse.ui.IStartup;
import org.imc.dsl.ui.Language;

/** Start the language and, in an empty workspace, bring in the examples; in the background, once the window is there. */
public final class Startup implements IStartup {

  @Override
  public void earlyStartup() {
    Language.whenReady(() -> { });
    new ExampleImport().schedule();
  }
}
