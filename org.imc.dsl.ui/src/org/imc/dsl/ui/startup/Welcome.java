package org.imc.dsl.ui.startup;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.part.IntroPart;
import org.jspecify.annotations.Nullable;

/** The welcome page as the platform shows it: in a new workspace, and from the Help menu. */
public final class Welcome extends IntroPart {

  private @Nullable WelcomePage page;

  @Override
  public void createPartControl(Composite parent) {
    IWorkbench workbench = getIntroSite().getWorkbenchWindow().getWorkbench();
    page = new WelcomePage(parent, () -> workbench.getIntroManager().closeIntro(this));
  }

  @Override
  public void standbyStateChanged(boolean standby) { }

  @Override
  public void setFocus() {
    if (page != null) {
      page.setFocus();
    }
  }
}
