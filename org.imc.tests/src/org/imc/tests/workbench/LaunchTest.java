package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.ExpressionConverter;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.TextConsole;
import org.imc.dsl.ui.launch.StudyShortcut;
import org.imc.dsl.ui.results.ResultsView;
import org.imc.dsl.ui.startup.ImcPerspective;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Run As > IMC Study. */
class LaunchTest {

  private static final String TWO = Chips.STUDY + "\nevaluate Small on Chip minimising latency\n";
  private static final String LATENCY = "Small on Chip, minimising latency";

  @RegisterExtension
  final Bench bench = new Bench();

  private ILaunchManager manager;

  @BeforeEach
  void showThePerspective() throws Exception {
    Bench.awaitLanguage();
    manager = DebugPlugin.getDefault().getLaunchManager();
    PlatformUI.getWorkbench().showPerspective(ImcPerspective.ID, bench.page().getWorkbenchWindow()).resetPerspective();
  }

  @AfterEach
  void forgetConfigurations() throws Exception {
    manager.removeLaunches(manager.getLaunches());
    for (ILaunchConfiguration configuration : manager.getLaunchConfigurations()) {
      configuration.delete();
    }
    bench.page().resetPerspective();
  }

  @Test
  void runAsEvaluatesReportsAndOpensTheResults() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", TWO);
    bench.page().hideView(bench.page().findView(ResultsView.ID));
    new StudyShortcut().launch(new StructuredSelection(file), ILaunchManager.RUN_MODE);
    IProcess process = ended();
    assertEquals(0, process.getExitValue());
    assertEquals("a.imc", process.getLabel());
    String report = process.getStreamsProxy().getOutputStreamMonitor().getContents();
    assertTrue(report.contains("Small on Chip, minimising energy") && report.contains(LATENCY), report);
    assertEquals("", process.getStreamsProxy().getErrorStreamMonitor().getContents());
    await("the console has the report", () -> DebugUITools.getConsole(process) instanceof TextConsole console
        && console.getDocument().get().contains(LATENCY));
    await("the first study is shown", () -> bench.answer().isPresent());
    assertTrue(bench.page().isPartVisible(bench.page().findView(ResultsView.ID)), "results beside the console");
    assertEquals("a.imc", bench.page().getActiveEditor().getTitle());
    await("the console shows the report", () -> Bench.search(bench.page().getWorkbenchWindow().getShell(), StyledText.class,
        text -> text.isVisible() && text.getText().contains(LATENCY) && !text.getText().contains("macro")) != null);
    Bench.screenshot("launch");
    new StudyShortcut().launch(bench.page().getActiveEditor(), ILaunchManager.RUN_MODE);
    await("it was launched again", () -> manager.getLaunches().length > 0 && manager.getLaunches()[0] != process.getLaunch());
    ended();
    assertEquals(1, manager.getLaunchConfigurations().length, "the file has one configuration");
  }

  @Test
  void theDialogOffersTheStudiesAndTheChosenOneIsShown() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", TWO);
    new StudyShortcut().launch(new StructuredSelection(file), ILaunchManager.RUN_MODE);
    ended();
    var offered = new ArrayList<String>();
    Bench.onDialog(shell -> shell.getText().equals("Run Configurations"), shell -> chooseLatency(shell, offered));
    DebugUITools.openLaunchConfigurationDialogOnGroup(bench.page().getWorkbenchWindow().getShell(),
        new StructuredSelection(manager.getLaunchConfigurations()[0]), IDebugUIConstants.ID_RUN_LAUNCH_GROUP);
    assertEquals(List.of("all studies of the file", "Small on Chip, minimising energy", LATENCY), offered);
    manager.removeLaunches(manager.getLaunches());
    DebugUITools.launch(manager.getLaunchConfigurations()[0], ILaunchManager.RUN_MODE);
    String report = ended().getStreamsProxy().getOutputStreamMonitor().getContents();
    assertTrue(report.startsWith("study,network,architecture,"), report);
    await("the chosen study is shown", 
        () -> bench.answer().filter(answer -> answer.study().title().equals(LATENCY)).isPresent());
  }

  /** Choose the second study and a table of layers, and apply. */
  private static void chooseLatency(Shell shell, List<String> offered) {
    Combo study = find(shell, Combo.class, combo -> combo.getItem(0).equals("all studies of the file"));
    await("the studies were read", () -> study.getItemCount() == 3);
    offered.addAll(List.of(study.getItems()));
    select(study, LATENCY);
    select(find(shell, Combo.class, combo -> Arrays.asList(combo.getItems()).contains("csv")), "csv");
    Bench.idle(300);
    Bench.picture("launch-configuration", shell);
    Text file = find(shell, Text.class, text -> text.getText().equals("/p/a.imc"));
    file.setText("/p/b.imc");
    assertTrue(find(shell, Text.class, text -> text.getText().contains("There is no file '/p/b.imc' in the workspace.")).isVisible());
    file.setText("/p/a.imc");
    press(shell, "Apply");
    press(shell, "Close");
  }

  private static void select(Combo combo, String item) {
    combo.setText(item);
    combo.notifyListeners(SWT.Selection, new Event());
  }

  private static void press(Shell shell, String label) {
    find(shell, Button.class, button -> button.getText().replace("&", "").equals(label))
        .notifyListeners(SWT.Selection, new Event());
  }

  @Test
  void problemsAreToldWithTheirPlaces() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY.replace("rows 64", "rows 0"));
    new StudyShortcut().launch(new StructuredSelection(file), ILaunchManager.RUN_MODE);
    IProcess process = ended();
    assertEquals(1, process.getExitValue());
    String errors = process.getStreamsProxy().getErrorStreamMonitor().getContents();
    assertTrue(errors.startsWith("/p/a.imc:5:8: error[%s]: ".formatted(IssueCodes.NUMBER_OUT_OF_RANGE)), errors);
  }

  @Test
  void aFileWithoutStudiesSaysWhatToAdd() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.CHIP);
    new StudyShortcut().launch(new StructuredSelection(file), ILaunchManager.RUN_MODE);
    IProcess process = ended();
    assertEquals(1, process.getExitValue());
    assertEquals("There is nothing to evaluate. Maybe add 'evaluate NETWORK on ARCHITECTURE minimising energy'.\n",
        process.getStreamsProxy().getErrorStreamMonitor().getContents());
  }

  @Test
  void aLaunchIsStoppedFromTheConsole() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY.replace("64 KiB", "61 KiB"));
    try (var runs = new Runs()) {
      runs.interfere(Job::cancel);
      new StudyShortcut().launch(new StructuredSelection(file), ILaunchManager.RUN_MODE);
      assertEquals(130, ended().getExitValue());
    }
  }

  @Test
  void runAsIsOfferedForFilesOfTheLanguageOnly() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.CHIP);
    IFile other = bench.file(file.getProject(), "a.txt", "");
    IConfigurationElement shortcut = Arrays.stream(
            Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.debug.ui.launchShortcuts"))
        .filter(element -> "org.imc.dsl.ui.studyShortcut".equals(element.getAttribute("id"))).findFirst().orElseThrow();
    var enablement = ExpressionConverter.getDefault().perform(shortcut.getChildren("contextualLaunch")[0].getChildren("enablement")[0]);
    for (IFile each : List.of(file, other)) {
      var context = new EvaluationContext(null, List.of(each));
      context.addVariable("selection", List.of(each));
      assertEquals(EvaluationResult.valueOf(each == file), enablement.evaluate(context), each.getName());
    }
  }

  private IProcess ended() {
    await("the launch has ended", () -> manager.getLaunches().length > 0
        && Arrays.stream(manager.getLaunches()).allMatch(launch -> launch.isTerminated() && launch.getProcesses().length == 1));
    ILaunch[] launches = manager.getLaunches();
    return launches[launches.length - 1].getProcesses()[0];
  }
}
