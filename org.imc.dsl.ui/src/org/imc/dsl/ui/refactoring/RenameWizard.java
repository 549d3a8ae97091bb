package org.imc.dsl.ui.refactoring;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.ui.refactoring.RefactoringWizard;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the new name; the preview is the platform's. */
public final class RenameWizard extends RefactoringWizard {

  private final RenameRefactoring refactoring;

  /** Ask for a refactoring whose initial conditions were checked. */
  public RenameWizard(RenameRefactoring refactoring) {
    super(refactoring, DIALOG_BASED_USER_INTERFACE | PREVIEW_EXPAND_FIRST_NODE);
    this.refactoring = refactoring;
    setDefaultPageTitle("Rename");
  }

  @Override
  protected void addUserInputPages() {
    addPage(new NamePage());
  }

  /** A field for the name. */
  private final class NamePage extends UserInputWizardPage {

    NamePage() {
      super("name");
    }

    @Override
    public void createControl(Composite parent) {
      var area = new Composite(parent, SWT.NONE);
      GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
      new Label(area, SWT.NONE).setText("&New name:");
      var name = new Text(area, SWT.BORDER);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
      name.setText(refactoring.before());
      name.selectAll();
      name.addModifyListener(event -> changed(name.getText()));
      setControl(area);
      setPageComplete(false);
    }

    private void changed(String name) {
      refactoring.setNewName(name);
      RefactoringStatus status = refactoring.check(name);
      setPageComplete(status);
      if (name.equals(refactoring.before())) {
        setPageComplete(false);
      }
    }
  }
}
