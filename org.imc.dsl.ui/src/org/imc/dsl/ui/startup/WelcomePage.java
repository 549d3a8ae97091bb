package org.imc.dsl.ui.startup;

import java.util.List;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** What a newcomer can do first, each a click away. */
public final class WelcomePage {

  private static final int MARGIN = 10;
  private static final int GAP = 18;
  private static final int TEXT_WIDTH = 640;
  private static final int ICON_PERCENT = 300; // of the 16 pixels that it is drawn for

  /**
   * Something to do.
   *
   * @param title what is clicked on
   * @param words what comes of it
   * @param command what it runs, with its parameters; empty to see the workbench
   */
  private record Step(String title, String words, String command) { }

  private static final List<Step> STEPS = List.of(
      new Step("New IMC project", "Begin with a small chip, a published one, a study of the MLPerf Tiny networks, or an exploration.",
          "org.eclipse.ui.newWizard(newWizardId=org.imc.dsl.ui.newProject)"),
      new Step("Your first architecture", "Describe a chip, see what a network costs on it, make it better: ten minutes, step by step.",
          "org.eclipse.ui.cheatsheets.openCheatSheet(cheatSheetId=org.imc.dsl.ui.firstArchitecture)"),
      new Step("Published chips", "Silicon by efficiency and density, each with its file.",
          "org.eclipse.ui.views.showView(org.eclipse.ui.views.showView.viewId=org.imc.dsl.ui.chips)"),
      new Step("Language reference", "Every word, its unit and its bounds. F1 tells what you look at.",
          "org.imc.dsl.ui.reference"),
      new Step("To the workbench", "Files on the left, their text in the middle, what it costs below.", ""));

  private final ScrolledForm form;
  private final Runnable leave;

  /**
   * Fill a composite.
   *
   * @param leave makes room for the workbench
   */
  public WelcomePage(Composite parent, Runnable leave) {
    this.leave = leave;
    var toolkit = new FormToolkit(parent.getDisplay());
    parent.addDisposeListener(event -> toolkit.dispose());
    form = toolkit.createScrolledForm(parent);
    form.setText("IMC Workbench");
    ResourceLocator.imageDescriptorFromBundle("org.imc.dsl.ui", "icons/imc.svg").ifPresent(icon -> {
      Image image = new Image(parent.getDisplay(), icon.getImageData(ICON_PERCENT));
      form.setImage(image);
      parent.addDisposeListener(event -> image.dispose());
    });
    Composite body = form.getBody();
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, 2).applyTo(body);
    words(toolkit, body, "Describe in-memory-computing chips and neural networks in text, and see where the energy, the time "
        + "and the area go.");
    STEPS.forEach(step -> add(toolkit, body, step));
    form.reflow(true);
  }

  private void add(FormToolkit toolkit, Composite body, Step step) {
    Hyperlink link = toolkit.createHyperlink(body, step.title(), SWT.NONE);
    link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> follow(step)));
    GridDataFactory.swtDefaults().indent(0, GAP).applyTo(link);
    words(toolkit, body, step.words());
  }

  private static void words(FormToolkit toolkit, Composite body, String text) {
    Label label = toolkit.createLabel(body, text, SWT.WRAP);
    GridDataFactory.fillDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
  }

  private void follow(Step step) {
    Display display = form.getDisplay();
    leave.run();
    if (!step.command().isEmpty()) {
      display.asyncExec(() -> run(step)); // when there is room: what opens before takes all of the page's
    }
  }

  private static void run(Step step) {
    try {
      ParameterizedCommand command = PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(step.command());
      PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      StatusManager.getManager().handle(Status.error("'%s' does not work: %s".formatted(step.title(), e.getMessage()), e),
          StatusManager.SHOW);
    }
  }

  void setFocus() {
    form.setFocus();
  }
}
