package org.imc.dsl.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ui.help.HelpContexts;

/** File > New > IMC File. */
public final class NewFileWizard extends Wizard implements INewWizard {

  public static final String ID = "org.imc.dsl.ui.newFile";

  private IWorkbench workbench;
  private IStructuredSelection selection;
  private Page page;

  public NewFileWizard() {
    setWindowTitle("New IMC File");
  }

  @Override
  public void init(IWorkbench bench, IStructuredSelection selected) {
    workbench = bench;
    selection = selected;
  }

  @Override
  public void addPages() {
    page = new Page(selection);
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    IFile file = page.createNewFile();
    if (file == null) {
      return false;
    }
    try {
      IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(
          Status.error("'%s' could not be opened.".formatted(file.getName()), e), StatusManager.SHOW);
    }
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
