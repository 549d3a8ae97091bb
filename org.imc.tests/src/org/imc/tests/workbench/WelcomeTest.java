package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.imc.dsl.ui.chips.ChipsView;
import org.imc.dsl.ui.startup.WelcomePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WelcomeTest {

  private static final String CHEAT_SHEETS = "org.eclipse.ui.cheatsheets.views.CheatSheetView";

  @RegisterExtension
  final Bench bench = new Bench();

  private Shell shell;
  private int left;

  @BeforeEach
  void openThePage() {
    shell = new Shell(Display.getCurrent());
    shell.setLayout(new FillLayout());
    new WelcomePage(shell, () -> left++);
    shell.setSize(900, 560);
    shell.open();
    Bench.idle(300);
  }

  @AfterEach
  void closeIt() {
    shell.close();
  }

  @Test
  void itLeadsToAProjectTheCheatSheetTheChipsTheReferenceAndTheWorkbench() {
    var links = new ArrayList<String>();
    Bench.search(shell, Hyperlink.class, link -> {
      links.add(link.getText());
      return false;
    });
    assertEquals(List.of("New IMC project", "Your first architecture", "Published chips", "Language reference",
        "To the workbench"), links);
    Bench.picture("welcome", shell);
  }

  @Test
  void aProjectIsMade() {
    var seen = new ArrayList<String>();
    Bench.onDialog(found -> found.getText().equals("New IMC Project"), found -> {
      seen.add(found.getText());
      found.close();
    });
    follow("New IMC project");
    await("the wizard was there", () -> seen.equals(List.of("New IMC Project")));
    assertEquals(1, left);
  }

  @Test
  void thePublishedChipsAreShown() {
    follow("Published chips");
    await("they are shown", () -> bench.page().findView(ChipsView.ID) != null);
    bench.page().hideView(bench.page().findView(ChipsView.ID));
    assertEquals(1, left);
  }

  @Test
  void theFirstArchitectureIsDescribedStepByStep() {
    follow("Your first architecture");
    await("there is a cheat sheet", () -> bench.page().findView(CHEAT_SHEETS) != null);
    IViewPart sheet = bench.page().findView(CHEAT_SHEETS);
    Shell window = bench.page().getWorkbenchWindow().getShell();
    await("the steps are shown", () -> texts(window).containsAll(List.of("Your first architecture", "Make a project",
        "Read the answer", "Change the chip", "See how a layer is mapped", "Find where the area goes",
        "Compare it with published chips")));
    bench.page().hideView(sheet);
    assertEquals(1, left);
  }

  /** Return the words of all labels and links, with those of a form's head. */
  private static List<String> texts(Shell window) {
    var texts = new ArrayList<String>();
    Bench.search(window, Control.class, control -> {
      switch (control) {
        case Label label -> texts.add(label.getText());
        case Hyperlink link -> texts.add(link.getText());
        case Form form -> texts.add(form.getText());
        case ScrolledForm form -> texts.add(form.getText());
        default -> { }
      }
      return false;
    });
    return texts;
  }

  private void follow(String label) {
    Hyperlink link = find(shell, Hyperlink.class, each -> each.getText().equals(label));
    var enter = new Event();
    enter.character = SWT.CR;
    link.notifyListeners(SWT.KeyDown, enter);
  }
}
