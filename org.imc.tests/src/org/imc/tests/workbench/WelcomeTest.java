package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.imc.dsl.ui.chips.ChipsView;
import org.imc.dsl.ui.startup.WelcomePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WelcomeTest {

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
    assertEquals(List.of("New IMC Project"), seen);
    assertEquals(1, left);
  }

  @Test
  void thePublishedChipsAreShown() {
    follow("Published chips");
    assertNotNull(bench.page().findView(ChipsView.ID));
    bench.page().hideView(bench.page().findView(ChipsView.ID));
    assertEquals(1, left);
  }

  private void follow(String label) {
    Hyperlink link = find(shell, Hyperlink.class, each -> each.getText().equals(label));
    var enter = new Event();
    enter.character = SWT.CR;
    link.notifyListeners(SWT.KeyDown, enter);
  }
}
