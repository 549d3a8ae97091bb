package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.find;
import static org.imc.tests.workbench.Bench.search;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.IntervalText;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.ui.results.ResultsView;
import org.imc.dsl.ui.sources.Snapshots;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Component;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResultsViewTest {

  private static final String CHIP = Chips.CHIP;
  private static final String STUDY = Chips.STUDY;

  @RegisterExtension
  final Bench bench = new Bench();

  private Runs runs;
  private IViewPart view;

  @BeforeEach
  void openTheView() throws Exception {
    runs = new Runs();
    view = bench.page().showView(ResultsView.ID);
  }

  @AfterEach
  void closeTheView() {
    runs.close();
    bench.page().hideView(view);
  }

  @Test
  void theTableShowsTheNumbersOfTheStudyRunner() throws Exception {
    ITextEditor editor = open(STUDY);
    awaitAnswer("Small on Chip");
    Evaluation expected = evaluate(editor, 0);
    Table table = table();
    assertEquals(List.of("Layer", "Operation", "MACs", "Used", "Energy (nJ)", "Latency (ns)", "TOPS/W", "x Bound"),
        Arrays.stream(table.getColumns()).map(column -> column.getText()).toList());
    assertEquals(List.of("first", "mean", "classes", "Total"), column(0));
    for (int i = 0; i < expected.layers().size(); i++) {
      LayerEvaluation layer = expected.layers().get(i);
      TableItem row = table.getItem(i);
      assertEquals(layer.layer().operation(), row.getText(1));
      assertEquals(layer.layer().macs() == 0 ? "" : Figures.count(layer.layer().macs()), row.getText(2));
      assertEquals(layer.layer().macs() == 0 ? "" : Figures.percent(layer.spatialUtilization()), row.getText(3));
      assertEquals(layer.energy().totalPj() / 1000, number(row.getText(4)), 0.06);
      assertEquals(layer.latency().totalNs(), number(row.getText(5)), 0.06);
      assertEquals(Figures.ratio(layer.energy().totalPj() / layer.bounds().energyPj()), row.getText(7));
    }
    TableItem total = table.getItem(expected.layers().size());
    assertEquals(expected.energy().totalPj() / 1000, number(total.getText(4)), 0.06);
    assertEquals(Figures.plain(expected.topsPerWatt()), total.getText(6));
  }

  @Test
  void theHeadlineSaysTheAnswer() throws Exception {
    ITextEditor editor = open(STUDY);
    awaitAnswer("Small on Chip");
    Evaluation expected = evaluate(editor, 0);
    assertEquals("Small on Chip, minimising energy: %s · %s · %s and %s per inference · energy at %s "
        .formatted(IntervalText.efficiency(expected), Figures.area(expected.area().totalMm2()),
            Figures.energy(expected.energy().totalPj()),
            Figures.time(expected.latencyNs()),
            Figures.plain(100 * expected.energyBoundPj() / expected.energy().totalPj()))
        + "% of optimum bound · proven optimal", headline());
  }

  @Test
  void theChartStacksTheEnergyOfEachLayerByComponent() throws Exception {
    ITextEditor editor = open(STUDY);
    awaitAnswer("Small on Chip");
    Evaluation expected = evaluate(editor, 0);
    Chart chart = find(root(), Chart.class, found -> true);
    var ids = Arrays.stream(chart.getSeriesSet().getSeries()).map(ISeries::getId).toList();
    assertTrue(ids.containsAll(List.of("adder tree", "weight write", "buffer", "dram")), ids.toString());
    assertEquals(ids.indexOf("buffer") + 1, ids.indexOf("dram"), "memories stand in order: " + ids);
    assertArrayEquals(
        expected.layers().stream().mapToDouble(layer -> layer.energy().pj(Component.ADDER_TREE) / 1000).toArray(),
        chart.getSeriesSet().getSeries("adder tree").getYSeries(), 1e-9);
    assertTrue(chart.getSeriesSet().getSeries("dram").isStackEnabled());
    assertArrayEquals(new String[] {"first", "mean", "classes"}, chart.getAxisSet().getXAxis(0).getCategorySeries());
    assertEquals("Energy (nJ)", chart.getAxisSet().getYAxis(0).getTitle().getText());
    Bench.screenshot("results");
  }

  @Test
  void anEditOfACommentRunsNothingAndAnEditOfTheChipRunsOnce() throws Exception {
    ITextEditor editor = open(STUDY.replace("64 KiB", "32 KiB")); // an answer that no other test has made known
    awaitAnswer("Small on Chip");
    assertEquals(List.of("Evaluate Small on Chip, minimising energy"), runs.names());
    String before = column(4).toString();
    document(editor).replace(0, 0, "// a remark\n\n");
    Bench.idle(1500);
    assertEquals(1, runs.names().size());
    document(editor).set(document(editor).get().replace("macro Array x 4", "macro Array x 2"));
    await("the numbers have changed", () -> isAnswered("Small on Chip") && !column(4).toString().equals(before));
    assertEquals(2, runs.names().size());
    document(editor).set(document(editor).get().replace("macro Array x 2", "macro Array x 4"));
    await("the first numbers are back", () -> column(4).toString().equals(before));
    assertEquals(2, runs.names().size(), "an answer that is known is not computed again");
  }

  @Test
  void aStoppedEvaluationSaysSoAndCanBeRunAgain() throws Exception {
    runs.interfere(job -> job.cancel());
    open(STUDY.replace("64 KiB", "16 KiB"));
    await("the view says that it was stopped", () -> headline().contains("stopped"));
    runs.interfere(job -> { });
    action("Evaluate Again");
    awaitAnswer("Small on Chip");
  }

  @Test
  void aFileWithSeveralStudiesLetsOneChoose() throws Exception {
    open(STUDY + "evaluate Small on Chip minimising latency\n");
    awaitAnswer("minimising energy");
    Combo combo = find(root(), Combo.class, found -> true);
    assertArrayEquals(
        new String[] {"Small on Chip, minimising energy", "Small on Chip, minimising latency"}, combo.getItems());
    combo.select(1);
    combo.notifyListeners(SWT.Selection, new Event());
    awaitAnswer("minimising latency");
    Bench.screenshot("studies");
  }

  @Test
  void selectingARowShowsWhereTheLayerIsWritten() throws Exception {
    ITextEditor editor = open(STUDY);
    awaitAnswer("Small on Chip");
    var chosen = new Event();
    table().setSelection(2);
    chosen.item = table().getItem(2);
    table().notifyListeners(SWT.Selection, chosen);
    await("its name is selected", () -> ((ITextSelection) editor.getSelectionProvider().getSelection())
        .getText().equals("classes"));
  }

  @Test
  void openingALayerOfTheLibraryShowsItAndKeepsTheResults() throws Exception {
    open(STUDY.replace("evaluate Small", "evaluate DsCnn")
        .replace("import imc.technology.cmos28", "import imc.technology.cmos28\nimport imc.network.DsCnn"));
    awaitAnswer("DsCnn on Chip");
    var chosen = new Event();
    table().setSelection(0);
    chosen.item = table().getItem(0);
    table().notifyListeners(SWT.DefaultSelection, chosen);
    await("the library's file is open", () -> bench.page().getActiveEditor().getTitle().equals("DsCnn.imc"));
    ITextEditor library = (ITextEditor) bench.page().getActiveEditor();
    assertTrue(!library.isEditable());
    assertEquals(table().getItem(0).getText(),
        ((ITextSelection) library.getSelectionProvider().getSelection()).getText());
    Bench.idle(700);
    assertTrue(isAnswered("DsCnn on Chip"), headline());
  }

  @Test
  void columnsSortAndTheTotalStaysAtTheFoot() throws Exception {
    open(STUDY);
    awaitAnswer("Small on Chip");
    table().getColumn(0).notifyListeners(SWT.Selection, new Event());
    assertEquals(List.of("classes", "mean", "first", "Total"), column(0));
    table().getColumn(1).notifyListeners(SWT.Selection, new Event());
    assertEquals(List.of("conv2d", "dense", "pool", ""), column(1));
  }

  @Test
  void whatHasNoAnswerSaysWhy() throws Exception {
    await("it asks for a file", () -> message().equals("Open an .imc file to see what its studies cost."));
    ITextEditor editor = open(CHIP);
    await("it says what to write", () -> message().contains("evaluate ResNet8 on Tiny minimising energy"));
    document(editor).set(STUDY.replace("rows 64", "rows"));
    await("it names the errors", () -> message().startsWith("'a.imc' has") && message().contains("error"));
    document(editor).set(STUDY);
    awaitAnswer("Small on Chip");
    bench.page().closeAllEditors(false);
    await("it asks for a file again", () -> message().startsWith("Open an .imc file"));
  }

  @Test
  void theLastAnswerStaysInSightWhileTheTextHasAnError() throws Exception {
    String study = STUDY.replace("64 KiB", "58 KiB"); // an answer that no other test has made known
    ITextEditor editor = open(study);
    awaitAnswer("Small on Chip");
    List<String> before = column(4);
    document(editor).set(study.replace("rows 64", "rows 64 V"));
    await("the headline names the error", () -> headline().startsWith("'a.imc' has an error"));
    assertEquals(before, column(4));
    assertEquals(table().getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND),
        table().getItem(0).getForeground(0), "and is grey");
    document(editor).set(study);
    awaitAnswer("Small on Chip");
    assertEquals(1, runs.names().size());
  }

  @Test
  void findingsAreMarkersThatGoWithTheirCause() throws Exception {
    String tooSmall = STUDY.replace("size 8 MiB", "size 1 KiB").replace("size 64 KiB", "size 8 bit");
    ITextEditor editor = open(tooSmall);
    IProject project = editor.getEditorInput().getAdapter(IFile.class).getProject();
    await("the finding is marked", () -> findings(project).length > 0);
    IMarker finding = findings(project)[0];
    assertEquals(IMarker.SEVERITY_ERROR, finding.getAttribute(IMarker.SEVERITY, -1));
    assertTrue(!finding.getAttribute(ProblemMarkers.CODE, "").isEmpty());
    document(editor).set(STUDY);
    await("it is gone", () -> findings(project).length == 0);
  }

  @Test
  void deletingTheFileEmptiesTheView() throws Exception {
    ITextEditor editor = open(STUDY);
    awaitAnswer("Small on Chip");
    editor.getEditorInput().getAdapter(IFile.class).delete(true, null);
    await("nothing is shown any more", () -> message().startsWith("Open an .imc file"));
  }

  private ITextEditor open(String text) throws CoreException {
    return bench.open(bench.file(bench.imcProject("p"), "a.imc", text));
  }

  private static Evaluation evaluate(ITextEditor editor, int study) {
    var document = document(editor);
    LoweredStudy lowered = Language.get(LiveFiles.class).of(document)
        .analyse(Snapshots.of(document), CancelIndicator.NullImpl).studies().get(study);
    return Language.get(StudyRunner.class)
        .evaluate(lowered, Engine.withThreads(1), Progress.NONE, Cancellation.NEVER).evaluation();
  }

  private void awaitAnswer(String title) {
    await("the answer is shown", () -> isAnswered(title));
  }

  private boolean isAnswered(String title) {
    return title().contains(title) && headline().contains("TOPS/W");
  }

  /** Return what the headline is about: the choice says it where there is one. */
  private String title() {
    Combo combo = find(root(), Combo.class, found -> true);
    return combo.isVisible() ? combo.getText() : headline();
  }

  /** Return what holds headline, table and chart. */
  private Composite root() {
    Composite ancestor = find(view.getSite().getShell(), Table.class, ResultsViewTest::isLayers).getParent();
    while (Stream.of(ancestor.getChildren()).noneMatch(Combo.class::isInstance)) {
      ancestor = ancestor.getParent();
    }
    return ancestor;
  }

  private static boolean isLayers(Table table) {
    return table.getColumnCount() == 8 && table.getColumn(0).getText().equals("Layer");
  }

  private Table table() {
    return find(root(), Table.class, ResultsViewTest::isLayers);
  }

  private String headline() {
    Label label = search(root(), Label.class, found -> true);
    return label.isVisible() ? label.getText() : "";
  }

  private String message() {
    Composite stack = root().getParent();
    for (Control child : stack.getChildren()) {
      if (child.isVisible() && child instanceof Composite empty && child != root()) {
        return find(empty, Label.class, found -> true).getText();
      }
    }
    return "";
  }

  private List<String> column(int index) {
    var texts = new ArrayList<String>();
    for (TableItem item : table().getItems()) {
      texts.add(item.getText(index));
    }
    return texts;
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("<", ""));
  }

  private void action(String name) {
    for (var item : view.getViewSite().getActionBars().getToolBarManager().getItems()) {
      if (item instanceof ActionContributionItem action
          && action.getAction().getText().equals(name)) {
        assertTrue(action.getAction().isEnabled());
        action.getAction().run();
      }
    }
  }

  private static IMarker[] findings(IProject project) {
    try {
      return project.findMarkers("org.imc.dsl.ui.finding", false, IResource.DEPTH_INFINITE);
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }
}
