package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.internal.axis.AxisTick;
import org.eclipse.swtchart.internal.axis.AxisTickLabels;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.ui.architecture.ArchitectureView;
import org.imc.dsl.ui.chips.ChipsView;
import org.imc.dsl.ui.compare.CompareView;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.mapping.MappingView;
import org.imc.dsl.ui.views.DrawingCanvas;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.StudyView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The views beside Results: mapping, architecture, comparison, published chips. */
class StudyViewsTest {

  @RegisterExtension
  final Bench bench = new Bench();

  @TempDir
  Path folder;

  private IViewPart view;

  @BeforeEach
  void awaitTheLanguage() {
    Bench.awaitLanguage();
  }

  @AfterEach
  void closeTheView() {
    bench.page().hideView(view);
  }

  @Test
  void withoutAnEditorEachViewSaysWhatToDo() throws Exception {
    for (String id : List.of(MappingView.ID, ArchitectureView.ID, CompareView.ID)) {
      view = bench.page().showView(id);
      await("the view says it", () -> Bench.search(shell(), Label.class, label -> label.isVisible()
          && label.getText().equals("Open an .imc file to see what its studies cost.")) != null);
      bench.page().hideView(view);
    }
  }

  @Test
  void theMappingShowsLoopsMemoriesAndPorts() throws Exception {
    view = bench.page().showView(MappingView.ID);
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    DrawingCanvas canvas = canvas();
    await("the first layer is drawn", () -> canvas.drawing().isPresent());
    List<String> words = words(canvas);
    assertTrue(words.contains("Loops in time") && words.contains("At once"), words.toString());
    assertTrue(words.stream().anyMatch(word -> word.matches("for \\w+ in 0 … \\d+")), words.toString());
    assertTrue(words.stream().anyMatch(word -> word.matches(".* of 524 k bit · \\S+%")), words.toString());
    assertTrue(words.stream().anyMatch(word -> word.matches("\\S+ of 128 bit/cycle.*")), words.toString());
    Bench.screenshot("mapping");
    String first = canvas.drawing().orElseThrow().title();
    editor.selectAndReveal(Chips.STUDY.indexOf("dense classes"), 0);
    await("the view follows the caret", () -> canvas.drawing().orElseThrow().title().equals("Mapping of classes"));
    Combo layers = Bench.find(canvas.getParent().getParent(), Combo.class, combo -> true);
    assertTrue(layers.getItem(0).startsWith("first  conv2d, "), layers.getItem(0));
    layers.select(0);
    layers.notifyListeners(SWT.Selection, new Event());
    assertEquals(first, canvas.drawing().orElseThrow().title());
    assertEquals("first", ((ITextSelection) editor.getSelectionProvider().getSelection()).getText());
    String block = export("imc");
    assertTrue(block.startsWith("mapping Small_on_Chip_energy for Small on Chip {\n  layer first {"), block);
    assertTrue(export("svg").contains("Mapping of first"));
    assertTrue(Files.size(write("png")) > 1000);
    StudySession session = bench.session();
    var shown = (Answer) session.state();
    ((StudyView) view).changed(shown); // it is about to be drawn again
    shown.study().study().network().layers().stream().filter(layer -> layer.name().equals("classes"))
        .forEach(layer -> session.focus(layer.id()));
    await("the focus is not lost meanwhile", () -> canvas.drawing().orElseThrow().title().equals("Mapping of classes"));
  }

  @Test
  void theArchitectureIsLaidOutAndLeadsToDeclarations() throws Exception {
    view = bench.page().showView(ArchitectureView.ID);
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    DrawingCanvas canvas = canvas();
    await("the chip is drawn", () -> canvas.drawing().isPresent());
    Drawing drawing = canvas.drawing().orElseThrow();
    List<Drawing.Box> boxes = drawing.shapes().stream()
        .filter(shape -> shape instanceof Drawing.Box box && box.link().isPresent()).map(Drawing.Box.class::cast).toList();
    assertEquals(3, boxes.size(), "the macros and two memories");
    for (Drawing.Box one : boxes) {
      assertTrue(boxes.stream().filter(other -> other != one).noneMatch(other -> overlap(one, other)), drawing.toString());
    }
    assertEquals(3, drawing.shapes().stream().filter(Drawing.Path.class::isInstance)
        .filter(shape -> ((Drawing.Path) shape).points().get(1) < drawing.height() - 30).count(), "a way for each operand");
    assertTrue(words(canvas).containsAll(List.of("Array x 4", "64 x 64 cells, 8 x 8 bit", "buffer", "64 KiB", "dram", "8 MiB")),
        words(canvas).toString());
    Bench.screenshot("architecture");
    String link = boxes.stream().filter(box -> box.tip().startsWith("dram")).findFirst().orElseThrow().link().orElseThrow();
    Point middle = canvas.middle(link).orElseThrow();
    var click = new Event();
    click.x = middle.x;
    click.y = middle.y;
    canvas.notifyListeners(SWT.MouseDown, click);
    assertEquals("dram", ((ITextSelection) editor.getSelectionProvider().getSelection()).getText());
    assertTrue(export("csv").startsWith("element,kind,energy_pj,energy_share,area_mm2,area_share\r\nArray,macro,"));
    assertTrue(export("svg").contains("Array x 4"));
  }

  private static boolean overlap(Drawing.Box one, Drawing.Box other) {
    return one.x() < other.x() + other.width() && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height() && other.y() < one.y() + one.height();
  }

  @Test
  void anEditIsComparedWithTheSavedTextAndAnOlderVersion() throws Exception {
    view = bench.page().showView(CompareView.ID);
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY);
    ITextEditor editor = bench.open(file);
    Table table = comparison();
    await("the answer is compared with itself", () -> table.getItemCount() == 4);
    assertEquals("±0 %", table.getItem(3).getText(3));
    document(editor).set(Chips.STUDY.replace("3.7 pJ/bit", "1.85 pJ/bit"));
    await("half the energy of the memory shows", () -> table.getItem(3).getText(3).startsWith("−"));
    assertEquals(List.of("first", "mean", "classes", "Total"), Stream.of(table.getItems()).map(item -> item.getText(0)).toList());
    assertEquals("±0 %", table.getItem(3).getText(6));
    Bench.screenshot("compare");
    String change = table.getItem(3).getText(3);
    editor.doSave(new NullProgressMonitor());
    await("what is saved is what is shown", () -> table.getItem(3).getText(3).equals("±0 %"));
    Combo with = Bench.find(table.getParent(), Combo.class, combo -> true);
    await("the version before is offered", () -> List.of(with.getItems()).stream().anyMatch(item -> item.startsWith("version of ")));
    with.select(1);
    with.notifyListeners(SWT.Selection, new Event());
    await("the same change shows", () -> table.getItem(3).getText(3).equals(change));
    assertTrue(export("csv").startsWith("layer,energy_pj_before,energy_pj,latency_ns_before,latency_ns\r\nfirst,"));
    String picture = export("svg");
    assertTrue(picture.contains("<title>Small on Chip, minimising energy, compared with version of "), picture);
    assertTrue(picture.contains("fill=\"#1965b0\" xml:space=\"preserve\">%s</text>".formatted(change)), picture);
  }

  @Test
  void theLastColumnOfTheComparisonDoesNotTakeTheRest() throws Exception {
    view = bench.page().showView(CompareView.ID);
    bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    Table table = comparison();
    await("the answer is compared with itself", () -> table.getItemCount() == 4);
    for (int column = 2; column < 7; column++) {
      assertTrue(table.getColumn(column).getWidth() <= 150, table.getColumn(column).getText());
    }
  }

  @Test
  void anEditIsComparedWithACommit() throws Exception {
    view = bench.page().showView(CompareView.ID);
    IProject project = bench.imcProject("p");
    IFile chip = bench.file(project, "chip.imc", Chips.CHIP);
    IFile question = bench.file(project, "question.imc", Chips.STUDY.substring(Chips.CHIP.length()));
    ObjectId first = commit(project, "two memories");
    bench.file(project, "chip.imc", Chips.CHIP.replace("3.7 pJ/bit", "1.85 pJ/bit"));
    bench.file(project, "question.imc", "// asked again" + Chips.STUDY.substring(Chips.CHIP.length()));
    commit(project, "a better memory");
    bench.open(question);
    Table table = comparison();
    await("the answer is compared with itself", () -> table.getItemCount() == 4);
    Combo with = Bench.find(table.getParent(), Combo.class, combo -> true);
    String label = "git %s, %s: two memories".formatted(first.abbreviate(7).name(), LocalDate.now());
    await("the commits are offered", () -> List.of(with.getItems()).contains(label));
    assertTrue(with.getSize().x > with.getParent().getSize().x / 3, "long ones can be read");
    assertEquals(2, Stream.of(with.getItems()).filter(item -> item.startsWith("git ")).count());
    with.select(with.indexOf(label));
    with.notifyListeners(SWT.Selection, new Event());
    await("the chip of that commit cost more", () -> table.getItem(3).getText(3).startsWith("−"));
    Bench.screenshot("compare-git");
    assertTrue(chip.exists());
  }

  /** Commit all files of a project to a repository in its folder. */
  private static ObjectId commit(IProject project, String message) throws Exception {
    try (Git git = Git.init().setDirectory(project.getLocation().toFile()).call()) {
      git.add().addFilepattern(".").call();
      return git.commit().setMessage(message).setSign(false).setAuthor("a", "a@b.c").setCommitter("a", "a@b.c").call();
    }
  }

  private Table comparison() {
    return Bench.find(shell(), Table.class, 
        found -> found.getColumnCount() == 8 && found.getColumn(7).getText().isEmpty());
  }

  @Test
  void whatChangedWhileAViewWasHiddenIsShownWhenItComesBack() throws Exception {
    view = bench.page().showView(CompareView.ID);
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    Table table = comparison();
    await("the answer is compared with itself", () -> table.getItemCount() == 4);
    var front = bench.page().getReference(editor);
    bench.page().setPartState(front, IWorkbenchPage.STATE_MAXIMIZED);
    edit(editor, "3.7 pJ/bit", "1.85 pJ/bit");
    bench.page().setPartState(front, IWorkbenchPage.STATE_RESTORED);
    await("the edit is compared", () -> table.getItem(3).getText(3).startsWith("−"));
    IViewPart other = bench.page().showView(MappingView.ID); // in front of it
    edit(editor, "1.85 pJ/bit", "3.7 pJ/bit");
    bench.page().hideView(other);
    await("the text as it was is compared", () -> table.getItem(3).getText(3).equals("±0 %"));
  }

  /** Edit a text, and wait for the answer. */
  private void edit(ITextEditor editor, String text, String by) {
    document(editor).set(document(editor).get().replace(text, by));
    await("it is evaluated", () -> document(editor).get().contains(by) && bench.answer().filter(answer ->
        answer.evaluation() != null && answer.evaluation().study().equals(answer.study().study())).isPresent());
    Bench.idle(1500);
  }

  @Test
  void publishedChipsAreShownFilteredAndOpened() throws Exception {
    view = bench.page().showView(ChipsView.ID);
    bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    Chart chart = Bench.find(shell(), Chart.class, found -> Bench.search(found.getParent(), Combo.class, c -> true) != null);
    await("chips and the design are shown", () -> ids(chart).containsAll(List.of("analog", "digital", "this design")));
    ISeries<?> digital = chart.getSeriesSet().getSeries("digital");
    assertTrue(digital.getXSeries().length > 10);
    Bench.screenshot("chips");
    var reference = bench.page().getReference(view);
    bench.page().setPartState(reference, IWorkbenchPage.STATE_MAXIMIZED);
    Bench.idle(500);
    assertPowersOfTenAreLabelled(chart, chart.getAxisSet().getXAxis(0));
    assertPowersOfTenAreLabelled(chart, chart.getAxisSet().getYAxis(0));
    bench.page().setPartState(reference, IWorkbenchPage.STATE_RESTORED);
    Bench.idle(500);
    Combo style = Bench.find(chart.getParent(), Combo.class, combo -> combo.getItem(0).equals("analog and digital"));
    style.select(2);
    style.notifyListeners(SWT.Selection, new Event());
    await("only those are shown", () -> ids(chart).equals(List.of("digital", "this design")));
    var plot = chart.getPlotArea().getControl();
    var at = new Event();
    at.button = 1;
    at.x = chart.getAxisSet().getXAxis(0).getPixelCoordinate(chart.getSeriesSet().getSeries("digital").getXSeries()[0]);
    at.y = chart.getAxisSet().getYAxis(0).getPixelCoordinate(chart.getSeriesSet().getSeries("digital").getYSeries()[0]);
    plot.notifyListeners(SWT.MouseUp, at);
    await("a chip's file is open", () -> !bench.page().getActiveEditor().getTitle().equals("a.imc"));
    var opened = (ITextEditor) bench.page().getActiveEditor();
    String selected = ((ITextSelection) opened.getSelectionProvider().getSelection()).getText();
    assertTrue(document(opened).get().contains("chip " + selected + " {"), selected);
    Export csv = ((ChipsView) view).exports().get(0);
    csv.writer().write(folder.resolve("chips.csv"));
    assertTrue(Files.readString(folder.resolve("chips.csv")).startsWith("chip,own,venue,year,"));
  }

  /** Each power of ten that an axis reaches over is written, none touches the next, and nothing stands for others. */
  @SuppressWarnings("restriction") // what SWTChart does not write it tells nobody else
  private static void assertPowersOfTenAreLabelled(Chart chart, IAxis axis) {
    AxisTickLabels labels = ((AxisTick) axis.getTick()).getAxisTickLabels();
    List<String> written = IntStream.range(0, labels.getTickLabels().size()).filter(i -> labels.getTickVisibilities().get(i))
        .mapToObj(i -> labels.getTickLabels().get(i)).toList();
    for (String power : List.of("0.001", "0.01", "0.1", "1", "10", "100", "1000", "10000")) {
      double value = Double.parseDouble(power);
      assertEquals(value >= axis.getRange().lower && value <= axis.getRange().upper, written.contains(power), power + ": " + written);
    }
    boolean across = axis.getDirection() == IAxis.Direction.X;
    var gc = new GC(chart);
    gc.setFont(axis.getTick().getFont());
    for (int i = 1; i < written.size(); i++) {
      Point size = gc.textExtent(written.get(i));
      int distance = Math.abs(axis.getPixelCoordinate(Double.parseDouble(written.get(i)))
          - axis.getPixelCoordinate(Double.parseDouble(written.get(i - 1))));
      assertTrue(distance > (across ? size.x : size.y), "%s px at %s".formatted(distance, written.get(i)));
    }
    gc.dispose();
  }

  private static List<String> ids(Chart chart) {
    return Stream.of(chart.getSeriesSet().getSeries()).map(ISeries::getId).toList();
  }

  private Composite shell() {
    return view.getSite().getShell();
  }

  private DrawingCanvas canvas() {
    return Bench.find(shell(), DrawingCanvas.class, canvas -> true);
  }

  private static List<String> words(DrawingCanvas canvas) {
    return canvas.drawing().orElseThrow().shapes().stream().filter(Drawing.Words.class::isInstance)
        .map(shape -> ((Drawing.Words) shape).text()).toList();
  }

  private String export(String extension) {
    try {
      return Files.readString(write(extension));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String extension) throws IOException {
    Path file = folder.resolve("export." + extension);
    ((StudyView) view).exports().stream().filter(export -> export.extension().equals(extension)).findFirst().orElseThrow()
        .writer().write(file);
    return file;
  }
}
