package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.imc.dsl.ui.commands.ExportReport;
import org.imc.dsl.ui.preferences.ImcPreferencePage;
import org.imc.dsl.ui.preferences.Preferences;
import org.imc.dsl.ui.results.ResultsView;
import org.imc.dsl.ui.views.Results;
import org.imc.dsl.validation.IssueCodes;
import org.imc.dsl.validation.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  @RegisterExtension
  final Bench bench = new Bench();

  private IViewPart view;

  @BeforeEach
  void openTheView() throws Exception {
    Bench.awaitLanguage();
    view = bench.page().showView(ResultsView.ID);
  }

  @AfterEach
  void closeTheView() {
    bench.page().hideView(view);
    Preferences.store().setToDefault(Preferences.THREADS);
  }

  private void evaluate() throws Exception {
    bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    await("the answer is there", () -> bench.answer().isPresent());
  }

  @Test
  void aCertificateIsVerified() throws Exception {
    evaluate();
    List<String> said = answer();
    bench.execute("org.imc.dsl.ui.verify");
    await("the verdict is told", () -> !said.isEmpty());
    assertEquals("Small on Chip, minimising energy: the certificate is accepted. Each mapping costs what is claimed, and no "
        + "mapping in the stated space is cheaper, for 2 layers.", said.getFirst());
  }

  @Test
  void withoutAnAnswerThereIsNothingToVerify() throws Exception {
    List<String> said = answer();
    bench.execute("org.imc.dsl.ui.verify");
    assertEquals(List.of("There is no answer to verify. Maybe evaluate a study first (F9)."), said);
  }

  /** Note what a message says, and close it. */
  private static List<String> answer() {
    var said = new ArrayList<String>();
    Bench.onDialog(shell -> shell.getText().equals("Verify Certificate"), shell -> {
      said.add(find(shell, Label.class, label -> label.getText().contains(" ")).getText());
      press(shell, "OK");
    });
    return said;
  }

  private static void press(Shell shell, String label) {
    find(shell, Button.class, button -> button.getText().replace("&", "").equals(label))
        .notifyListeners(SWT.Selection, new Event());
  }

  @Test
  void aReportIsWrittenInTheFormatThatItsNameAsksFor(@TempDir Path folder) throws Exception {
    evaluate();
    var result = Results.of(bench.session().state()).orElseThrow();
    ExportReport.write(result, folder.resolve("report.csv"), 0);
    assertTrue(Files.readString(folder.resolve("report.csv")).startsWith("study,network,architecture,"));
    ExportReport.write(result, folder.resolve("report"), 1);
    assertTrue(Files.readString(folder.resolve("report")).startsWith("{"), "JSON was chosen");
  }

  @Test
  void thePreferencesAreShownAndHold() {
    Preferences.store().setValue(Preferences.THREADS, 3);
    assertEquals(3, Preferences.threads());
    var dialog = PreferencesUtil.createPreferenceDialogOn(bench.page().getWorkbenchWindow().getShell(),
        ImcPreferencePage.ID, new String[] {ImcPreferencePage.ID}, null);
    dialog.setBlockOnOpen(false);
    dialog.open();
    Bench.idle(300);
    assertTrue(find(dialog.getShell(), Button.class, button -> button.getText().contains("while their text is typed")).getSelection());
    Bench.picture("preferences", dialog.getShell());
    dialog.close();
  }

  @Test
  void severitiesAreWrittenIntoTheProjectAndHold() throws Exception {
    IProject project = bench.imcProject("p");
    var dialog = PreferencesUtil.createPropertyDialogOn(bench.page().getWorkbenchWindow().getShell(), project,
        "org.imc.dsl.ui.severities", new String[] {"org.imc.dsl.ui.severities"}, null);
    dialog.setBlockOnOpen(false);
    dialog.open();
    Combo choice = find(dialog.getShell(), Combo.class, combo -> IssueCodes.IMPORT_UNUSED.equals(combo.getData()));
    assertEquals("as usual: warning", choice.getText());
    choice.select(4);
    Bench.picture("severities", dialog.getShell());
    press(dialog.getShell(), "Apply and Close");
    IFile settings = project.getFile(SettingsFile.NAME);
    await("the settings are written", settings::exists);
    assertEquals("severity.%s=ignore\n".formatted(IssueCodes.IMPORT_UNUSED), settings.readString());
  }
}
