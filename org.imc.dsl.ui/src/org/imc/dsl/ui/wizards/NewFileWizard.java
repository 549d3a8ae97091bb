package org.imc.dsl.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ui.help.HelpContexts;

/** File > New > IMC File. */
public final class NewFileWizard extends FileWizard implements INewWizard {

  public static final String ID = "org.imc.dsl.ui.newFile";

  private Page page;

  public NewFileWizard() {
    setWindowTitle("New IMC File");
  }

  @Override
  public void addPages() {
    page = new Page(selection());
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    IFile file = page.createNewFile();
    if (file == null) {
      return false;
    }
    open(file);
    return true;
  }

  /** Folder, name and what to begin with. */
  private static final class Page extends WizardNewFileCreationPage {

    private TemplateChoice template;

    Page(IStructuredSelection selection) {
      super("file", selection);
      setTitle("IMC File");
      setDescription("A file for chips, networks and what is asked about them.");
      setFileExtension(SourceFiles.EXTENSION);
      setFileName("new." + SourceFiles.EXTENSION);
    }

    @Override
    public void createControl(Composite parent) {
      super.createControl(parent);
      HelpContexts.set(getControl(), ID);
      template = new TemplateChoice((Composite) getControl(), List.of(Template.values()));
    }

    @Override
    protected InputStream getInitialContents() {
      return new ByteArrayInputStream(template.chosen().text().getBytes(StandardCharsets.UTF_8));
    }
  }
}
