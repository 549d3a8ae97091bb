package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.report.Figures;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.State.Phase;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.exploration.ExplorationView;
import org.imc.dsl.ui.views.Export;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The view of explorations. */
class ExplorationViewTest {

  private static final String SMALL = Chips.CHIP + """

      explore Sizes {
        networks Small
        architectures Chip
        rows in 32 .. 128 step * 2
        columns in 32 .. 128 step * 2
        minimising energy, area
      }
      """;

  /** More designs than any machine prices in the time of a test. */
  private static final String LONG = Chips.CHIP + """

      explore Many {
        networks Small
        architectures Chip
        rows in 16 .. 1024
        columns in 16 .. 1024 step 8
        minimising energy, area
      }
      """;

  @RegisterExtension
  final Bench bench = new Bench();

  @TempDir
  Path folder;

  private ExplorationView view;
  private IProject project;

  @BeforeEach
  void openTheView() throws Exception {
    Bench.awaitLanguage();
    project = bench.imcProject("p");
    view = (ExplorationView) bench.page().showView(ExplorationView.ID);
  }

  @AfterEach
  void closeTheView() {
    bench.page().hideView(view);
  }

  @Test
  void whatThereIsToDoIsSaid() throws Exception {
    await("an editor is asked for", () -> says("Open an .imc file with an exploration to see which designs are best."));
    ITextEditor editor = bench.open(bench.file(project, "a.imc", Chips.STUDY));
    await("an exploration is asked for", () -> says("'a.imc' explores nothing yet. Write, for example:"));
    document(editor).set(SMALL.replace("rows in 32", "rows inn 32"));
    await("the error is told", () -> says("'a.imc', or what it imports, has errors."));
    document(editor).set(SMALL);
    await("the designs are counted", () -> says("Sizes: 9 designs. The button with the triangle, or Ctrl+F9, prices them."));
    assertTrue(action("Explore").isEnabled());
    assertFalse(action("Stop Exploring").isEnabled());
  }

  @Test
  void designsAreInTheTableAndInBothPlots() throws Exception {
    explore(SMALL);
    Table table = table();
    assertEquals(List.of("design", "architecture", "rows", "columns", "energy", "area", "latency", "efficiency"),
        Stream.of(table.getColumns()).map(column -> column.getText()).toList());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8"), column(0));
    assertEquals(List.of("32", "32", "32", "64", "64", "64", "128", "128", "128"), column(2));
    Chart parallel = charts().get(0);
    Chart figures = charts().get(1);
    int front = series(figures, "front").getXSeries().length;
    assertEquals(9 - front, series(figures, "other designs").getXSeries().length);
    assertEquals(4 * front, series(parallel, "front").getXSeries().length, "rows, columns, energy, area");
    assertTrue(headline().endsWith(" · %d on the front".formatted(front)), headline());
    int[] bold = IntStream.range(0, 9).filter(i -> (table.getItem(i).getFont().getFontData()[0].getStyle() & SWT.BOLD) != 0).toArray();
    assertEquals(front, bold.length);
    double least = Stream.of(figures.getSeriesSet().getSeries()).flatMap(each -> Arrays.stream(each.getYSeries()).boxed())
        .mapToDouble(Double::doubleValue).min().orElseThrow();
    assertTrue(Arrays.stream(series(figures, "front").getYSeries()).anyMatch(y -> y == least), "the best is on the front");
    assertEquals("area [mm²]", figures.getAxisSet().getXAxis(0).getTitle().getText());
    click(table, 5);
    assertEquals(table.getItem(0).getText(5), column(5).stream()
        .min(Comparator.comparingDouble(cell -> Double.parseDouble(cell.split(" ")[0]))).orElseThrow());
    Bench.screenshot("exploration-small");
    var gc = new GC(table);
    for (TableItem item : table.getItems()) {
      gc.setFont(item.getFont());
      for (int i = 0; i < table.getColumnCount(); i++) {
        assertTrue(gc.textExtent(item.getText(i)).x < table.getColumn(i).getWidth(), item.getText(i));
      }
    }
    gc.dispose();
  }

  @Test
  void inANarrowViewThePartsStandOneBelowTheOther() throws Exception {
    explore(SMALL);
    SashForm sash = find(panel(), SashForm.class, each -> true);
    Rectangle before = view.getSite().getShell().getBounds();
    bench.page().setPartState(bench.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
    view.getSite().getShell().setSize(760, 900);
    await("they stand so", () -> sash.getOrientation() == SWT.VERTICAL);
    Bench.screenshot("exploration-narrow");
    charts().forEach(chart -> assertTrue(chart.getSize().x > 600 && chart.getSize().y > 100, chart.getSize().toString()));
    view.getSite().getShell().setSize(1500, 900);
    await("they stand side by side", () -> sash.getOrientation() == SWT.HORIZONTAL);
    bench.page().setPartState(bench.page().getReference(view), IWorkbenchPage.STATE_RESTORED);
    view.getSite().getShell().setBounds(before);
  }

  @Test
  void rowsAndPointsAreSelectedTogether() throws Exception {
    explore(SMALL);
    Table table = table();
    table.setSelection(4);
    table.notifyListeners(SWT.Selection, new Event());
    Chart figures = charts().get(1);
    assertEquals(1, series(figures, "selected").getXSeries().length);
    assertEquals(4, series(charts().get(0), "selected").getXSeries().length);
    assertTrue(link().startsWith("design 4: architecture Chip, rows 64, columns 64, energy "), link());
    ISeries<?> front = series(figures, "front");
    mouse(figures, SWT.MouseDown, figures.getAxisSet().getXAxis(0).getPixelCoordinate(front.getXSeries()[0]),
        figures.getAxisSet().getYAxis(0).getPixelCoordinate(front.getYSeries()[0]));
    assertArrayEquals(new double[] {front.getYSeries()[0]}, series(figures, "selected").getYSeries());
    assertTrue(link().startsWith("design %s: ".formatted(table.getSelection()[0].getText(0))), link());
    CTabFolder tabs = find(panel(), CTabFolder.class, CTabFolder::isVisible);
    tabs.setSelection(1);
    Table steps = find(tabs, Table.class, each -> true);
    await("neighbours are priced", () -> steps.getItemCount() > 0);
    assertEquals(List.of("choice", "a step to", "energy", "area"), Stream.of(steps.getColumns()).map(column -> column.getText()).toList());
    assertEquals("rows", steps.getItem(0).getText(0));
    assertTrue(steps.getItem(0).getText(2).matches("[+-]\\d+\\.\\d%"), steps.getItem(0).getText(2));
  }

  @Test
  void brushedRangesLeaveTheirDesigns() throws Exception {
    explore(SMALL);
    Chart parallel = charts().get(0);
    IAxis across = parallel.getAxisSet().getXAxis(0);
    IAxis up = parallel.getAxisSet().getYAxis(0);
    int rows = across.getPixelCoordinate(0);
    mouse(parallel, SWT.MouseDown, rows, up.getPixelCoordinate(1.05));
    mouse(parallel, SWT.MouseMove, rows, up.getPixelCoordinate(0.4));
    mouse(parallel, SWT.MouseUp, rows, up.getPixelCoordinate(0.4));
    assertEquals(List.of("3", "4", "5", "6", "7", "8"), column(0));
    assertEquals(6 * 4, Stream.of("front", "other designs").mapToInt(name -> points(parallel, name)).sum());
    assertTrue(link().startsWith("6 of 9 priced designs lie in the ranges. "), link());
    Control plot = parallel.getPlotArea().getControl();
    key(plot, SWT.ARROW_RIGHT, 0); // the first axis
    key(plot, SWT.ARROW_RIGHT, 0); // columns
    key(plot, SWT.ARROW_UP, 0); // the lowest value
    assertEquals(List.of("32", "32"), column(3));
    key(plot, SWT.ARROW_UP, SWT.SHIFT); // and the next
    assertEquals(List.of("3", "4", "6", "7"), column(0));
    key(plot, SWT.DEL, 0);
    assertEquals(6, table().getItemCount());
    mouse(parallel, SWT.MouseDown, rows, up.getPixelCoordinate(0.5));
    mouse(parallel, SWT.MouseUp, rows, up.getPixelCoordinate(0.5));
    assertEquals(9, table().getItemCount());
    key(plot, SWT.ARROW_DOWN, 0);
    assertEquals(3, table().getItemCount());
    action("Clear Ranges").run();
    assertEquals(9, table().getItemCount());
    assertFalse(action("Clear Ranges").isEnabled());
  }

  @Test
  void aDesignOpenedAsTextCostsWhatTheTableSays() throws Exception {
    explore(SMALL);
    Table table = table();
    table.setSelection(2);
    table.notifyListeners(SWT.DefaultSelection, new Event());
    await("the design is open", () -> bench.page().getActiveEditor().getTitle().equals("Sizes-2.imc"));
    var opened = (ITextEditor) bench.page().getActiveEditor();
    assertTrue(document(opened).get().contains("architecture Chip_2 extends Chip"), document(opened).get());
    StudySession session = bench.session();
    await("it is evaluated", () -> session.state() instanceof Answer answer && answer.file().equals("Sizes-2.imc")
        && answer.phase() == Phase.DONE && answer.evaluation() != null);
    var evaluation = ((Answer) session.state()).evaluation();
    assertEquals(table.getItem(2).getText(4), Figures.energy(evaluation.energy().totalPj()));
    assertEquals(table.getItem(2).getText(6), Figures.time(evaluation.latencyNs()));
    assertEquals(9, table.getItemCount(), "the view stays with the exploration");
    assertTrue(headline().startsWith("Sizes: least energy, least area of Small. 9 of 9 designs: "), headline());
  }

  @Test
  void anEditMakesTheAnswerOutdatedUntilItIsUndone() throws Exception {
    ITextEditor editor = explore(SMALL);
    document(editor).set(SMALL.replace("explore Sizes", "// of the array\nexplore Sizes"));
    Bench.idle(1500);
    assertFalse(headline().contains("explore again"), headline());
    document(editor).set(SMALL.replace("3.7 pJ/bit", "1.85 pJ/bit"));
    await("the answer is outdated", () -> headline().startsWith("The text asks something else by now; explore again. "));
    assertEquals(9, table().getItemCount());
    assertTrue(action("Explore").isEnabled());
    document(editor).set(SMALL.replace("rows in", "rows inn"));
    Bench.idle(1000);
    assertEquals(9, table().getItemCount(), "a half-typed word takes nothing away");
    document(editor).set(SMALL);
    await("the answer is that of the text again", () -> !headline().contains("explore again"));
  }

  @Test
  void aLongExplorationIsSeenWhileItRunsAndStoppedWhenAsked() throws Exception {
    bench.open(bench.file(project, "a.imc", LONG));
    await("the designs are counted", () -> headline().startsWith("Many: 128143 designs."));
    action("Everything").setChecked(true);
    action("Everything").run();
    bench.execute("org.imc.dsl.ui.explore");
    await("designs come in", () -> Bench.search(shell(), Table.class, ExplorationViewTest::isOfDesigns) != null
        && table().isVisible() && table().getItemCount() > 20);
    assertTrue(headline().matches("Many: \\d+ of 128143 designs, [0-9.]+/s, .* left, \\d+ on the front"), headline());
    assertTrue(action("Stop Exploring").isEnabled());
    assertFalse(action("Explore").isEnabled());
    action("Stop Exploring").run();
    await("it has stopped", () -> headline().equals("Many: stopped. What is shown was priced before."));
    assertTrue(table().getItemCount() > 20);
    assertTrue(action("Explore").isEnabled());
  }

  @Test
  void whatIsShownIsWrittenIntoFiles() throws Exception {
    explore(SMALL);
    List<String> rows = Files.readAllLines(write("Designs", "csv"));
    assertEquals(10, rows.size());
    assertTrue(rows.get(0).startsWith("exploration,design,status,architecture,rows,columns,energy [pJ],latency [ns],"), rows.get(0));
    assertTrue(rows.get(5).startsWith("Sizes,4,priced,Chip,64,64,"), rows.get(5));
    String plot = Files.readString(write("Figures", "svg"));
    assertTrue(plot.contains("area [mm²]") && plot.contains("energy ["), plot);
    String lines = Files.readString(write("Parallel coordinates", "svg"));
    assertEquals(9, lines.split("<polyline", -1).length - 1);
    assertTrue(Files.size(write("Figures", "png")) > 1000);
    assertTrue(Files.size(write("Parallel coordinates", "png")) > 1000);
  }

  /** Open a text and price all its designs. */
  private ITextEditor explore(String text) throws Exception {
    ITextEditor editor = bench.open(bench.file(project, "a.imc", text));
    await("the designs are counted", () -> action("Explore").isEnabled());
    action("Everything").setChecked(true);
    action("Everything").run();
    bench.execute("org.imc.dsl.ui.explore");
    await("all designs are priced", () -> headline().contains(" on the front") && headline().contains("beaten by their bounds"));
    return editor;
  }

  private Path write(String label, String extension) throws Exception {
    Export export = view.exports().stream()
        .filter(each -> each.label().equals(label) && each.extension().equals(extension)).findFirst().orElseThrow();
    Path file = folder.resolve("%s.%s".formatted(label, extension));
    export.writer().write(file);
    return file;
  }

  private IAction action(String label) {
    return Stream.of(view.getViewSite().getActionBars().getToolBarManager().getItems())
        .filter(ActionContributionItem.class::isInstance).map(item -> ((ActionContributionItem) item).getAction())
        .filter(action -> action.getText().equals(label)).findFirst().orElseThrow();
  }

  private Composite shell() {
    return view.getSite().getShell();
  }

  private boolean says(String begin) {
    return Bench.search(shell(), Label.class, label -> label.isVisible() && label.getText().startsWith(begin)) != null;
  }

  private Table table() {
    return find(shell(), Table.class, ExplorationViewTest::isOfDesigns);
  }

  private static boolean isOfDesigns(Table table) {
    return table.getColumnCount() > 0 && table.getColumn(0).getText().equals("design");
  }

  private Composite panel() {
    return table().getParent().getParent().getParent(); // they stand in a sash that can be scrolled
  }

  private String headline() {
    Label found = Bench.search(shell(), Label.class,
        label -> label.isVisible() && label.getText().matches("(Sizes|Many|The text|reading).*"));
    return found == null ? "" : found.getText();
  }

  private String link() {
    return find(panel(), Link.class, each -> true).getText();
  }

  private List<Chart> charts() {
    var found = new ArrayList<Chart>();
    Bench.search(panel(), Chart.class, chart -> !found.add(chart));
    return found;
  }

  private static ISeries<?> series(Chart chart, String name) {
    return chart.getSeriesSet().getSeries(name);
  }

  private static int points(Chart chart, String name) {
    ISeries<?> found = series(chart, name);
    return found == null ? 0 : found.getXSeries().length;
  }

  private List<String> column(int index) {
    Table table = table();
    return IntStream.range(0, table.getItemCount()).mapToObj(i -> table.getItem(i).getText(index)).toList();
  }

  private static void click(Table table, int column) {
    table.getColumn(column).notifyListeners(SWT.Selection, new Event());
  }

  private static void mouse(Chart chart, int type, int x, int y) {
    var event = new Event();
    event.button = 1;
    event.x = x;
    event.y = y;
    chart.getPlotArea().getControl().notifyListeners(type, event);
  }

  private static void key(Control control, int code, int modifiers) {
    var event = new Event();
    event.keyCode = code;
    event.stateMask = modifiers;
    control.notifyListeners(SWT.KeyDown, event);
  }
}
