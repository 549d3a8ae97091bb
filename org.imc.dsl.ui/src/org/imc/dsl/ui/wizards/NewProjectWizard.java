package org.imc.dsl.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.imc.dsl.ui.builder.ImcNature;
import org.imc.dsl.ui.help.HelpContexts;
import org.imc.dsl.ui.startup.ImcPerspective;

/** File > New > IMC Project: a project with the nature and a first file, which is opened. */
public final class NewProjectWizard extends Wizard implements INewWizard {

  public static final String ID = "org.imc.dsl.ui.newProject";

  private IWorkbench workbench;
  private Page page;

  public NewProjectWizard() {
    setWindowTitle("New IMC Project");
    setNeedsProgressMonitor(true);
  }

  @Override
  public void init(IWorkbench bench, IStructuredSelection selection) {
    workbench = bench;
  }

  @Override
  public void addPages() {
    page = new Page();
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    IProject project = page.getProjectHandle();
    Template template = page.template.chosen();
    IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(project.getName());
    if (!page.useDefaults()) {
      description.setLocationURI(page.getLocationURI());
    }
    description.setNatureIds(new String[] {ImcNature.ID});
    try {
      getContainer().run(true, false, new WorkspaceModifyOperation() {
        @Override
        protected void execute(IProgressMonitor monitor) throws CoreException {
          project.create(description, monitor);
          project.open(monitor);
          project.getFile(template.fileName()).create(template.text().getBytes(StandardCharsets.UTF_8), true, false, monitor);
          project.build(IncrementalProjectBuilder.FULL_BUILD, monitor);
        }
      });
      open(project.getFile(template.fileName()));
      return true;
    } catch (InvocationTargetException | WorkbenchException e) {
      StatusManager.getManager().handle(
          Status.error("The project could not be made: %s".formatted(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()), e),
          StatusManager.SHOW);
      return false;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void open(IFile file) throws WorkbenchException {
    IWorkbenchPage shown = workbench.showPerspective(ImcPerspective.ID, workbench.getActiveWorkbenchWindow());
    IDE.openEditor(shown, file);
  }

  /** Name, place and what to begin with. */
  private static final class Page extends WizardNewProjectCreationPage {

    private TemplateChoice template;

    Page() {
      super("project");
      setTitle("IMC Project");
      setDescription("A project for in-memory-computing chips and networks.");
    }

    @Override
    public void createControl(Composite parent) {
      super.createControl(parent);
      HelpContexts.set(getControl(), ID);
      template = new TemplateChoice((Composite) getControl(),
          List.of(Template.BLANK, Template.PUBLISHED, Template.MLPERF, Template.EXPLORATION, Template.EMPTY));
    }
  }
}
