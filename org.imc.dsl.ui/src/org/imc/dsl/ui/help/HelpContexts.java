package org.imc.dsl.ui.help;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** Says what F1 tells about controls; the texts are in contexts.xml. */
public final class HelpContexts {

  private static final String PLUGIN = "org.imc.dsl.ui.";

  private HelpContexts() { }

  /** Let F1 on a control, or on what it contains, show a context of this plug-in, by its full id. */
  public static void set(Control control, String id) {
    PlatformUI.getWorkbench().getHelpSystem().setHelp(control, id);
  }

  /** Let F1 in the text of an editor speak of the language, once the editor has set what it says of itself. */
  public static void setForText(Control text) {
    text.getDisplay().asyncExec(() -> {
      if (!text.isDisposed()) {
        set(text, PLUGIN + "editor");
      }
    });
  }
}
