package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.ui.builder.ImcNature;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.ui.startup.ImcPerspective;
import org.imc.dsl.ui.wizards.NewFileWizard;
import org.imc.dsl.ui.wizards.NewProjectWizard;
import org.imc.dsl.ui.wizards.Template;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WizardsTest {

  @RegisterExtension
  final Bench bench = new Bench();

  @BeforeEach
  void awaitTheLanguage() {
    Bench.awaitLanguage();
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void aNewProjectBeginsWithAFileThatIsFreeOfProblems(Template template) throws Exception {
    Shell dialog = open(new NewProjectWizard(), StructuredSelection.EMPTY);
    find(dialog, Text.class, Text::isVisible).setText("made");
    choose(dialog, template.label());
    if (template == Template.PUBLISHED) {
      Bench.idle(300);
      Bench.picture("new-project", dialog);
    }
    push(dialog, "Finish");
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("made");
    bench.adopt(project);
    await("the file is open", () -> bench.page().getActiveEditor() != null
        && bench.page().getActiveEditor().getTitle().equals(template.fileName()));
    assertTrue(ImcNature.isOn(project));
    assertEquals(ImcPerspective.ID, bench.page().getPerspective().getId());
    bench.build(project);
    IMarker[] problems = project.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE);
    assertEquals(0, problems.length, () -> problems[0].getAttribute(IMarker.MESSAGE, ""));
    assertEquals(template.text(), project.getFile(template.fileName()).readString());
  }

  @Test
  void aNewFileGetsTheExtensionAndTheChosenText() throws Exception {
    IProject project = bench.imcProject("p");
    Shell dialog = open(new NewFileWizard(), new StructuredSelection(project));
    find(dialog, Text.class, text -> text.getText().startsWith("new")).setText("mine");
    choose(dialog, Template.BLANK.label());
    push(dialog, "Finish");
    IFile file = project.getFile("mine.imc");
    await("the file is open", () -> bench.page().getActiveEditor() != null
        && bench.page().getActiveEditor().getTitle().equals("mine.imc"));
    assertEquals(Template.BLANK.text(), file.readString());
  }

  private static Shell open(INewWizard wizard, StructuredSelection selection) {
    wizard.init(PlatformUI.getWorkbench(), selection);
    var dialog = new WizardDialog(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), wizard);
    dialog.setBlockOnOpen(false);
    dialog.open();
    return dialog.getShell();
  }

  private static void choose(Shell dialog, String label) {
    Button chosen = find(dialog, Button.class, button -> (button.getStyle() & SWT.RADIO) != 0 && button.getText().equals(label));
    Bench.search(dialog, Button.class, button -> {
      if ((button.getStyle() & SWT.RADIO) != 0) {
        button.setSelection(button == chosen);
      }
      return false;
    });
    chosen.notifyListeners(SWT.Selection, new Event());
  }

  private static void push(Shell dialog, String label) {
    Button button = find(dialog, Button.class, found -> found.getText().replace("&", "").equals(label));
    assertTrue(button.isEnabled(), label);
    button.notifyListeners(SWT.Selection, new Event());
  }
}
