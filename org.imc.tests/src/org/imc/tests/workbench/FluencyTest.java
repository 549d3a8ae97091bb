package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.find;
import static org.imc.tests.workbench.Bench.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.source.inlined.AbstractInlinedAnnotation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.architecture.ArchitectureView;
import org.imc.dsl.ui.chips.ChipsView;
import org.imc.dsl.ui.compare.CompareView;
import org.imc.dsl.ui.editor.ProblemAnnotation;
import org.imc.dsl.ui.mapping.MappingView;
import org.imc.dsl.ui.results.ResultsView;
import org.imc.dsl.ui.startup.ImcPerspective;
import org.imc.dsl.ui.wizards.Template;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Works as a user does and prints how long the workbench takes; the figures of docs/workbench.md. */
class FluencyTest {

  private static final String EXPLORATION = Chips.CHIP + """

      explore Sizes {
        networks Small
        architectures Chip
        rows in 16 .. 256 step 16
        columns in 16 .. 256 step 16
        minimising energy, latency, area
      }
      """;

  private static final int LINES = 5_000;
  private static final int KEYS = 60;
  private static final int EDITS = 9;
  private static final int BETWEEN_KEYS_MS = 60;

  @RegisterExtension
  final Bench bench = new Bench();

  @BeforeEach
  void showThePerspective() throws Exception {
    Bench.awaitLanguage();
    PlatformUI.getWorkbench().showPerspective(ImcPerspective.ID, bench.page().getWorkbenchWindow()).resetPerspective();
  }

  @Test
  void aMorningsWorkLeavesTheUiThreadFree() throws Exception {
    IWorkbenchPage page = bench.page();
    try (var watchdog = new Watchdog(Display.getCurrent())) {
      ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Template.BLANK.text()));
      for (String view : List.of(MappingView.ID, ArchitectureView.ID, CompareView.ID, ChipsView.ID, ResultsView.ID)) {
        page.showView(view);
        awaitAnswer();
        Bench.idle(300);
      }
      type(editor, Template.BLANK.text().indexOf("macro Array x 4") + "macro Array x ".length(), 1, "2");
      await("fewer macros are evaluated",
          () -> bench.answer().filter(answer -> answer.study().study().architecture().macros() == 2).isPresent());
      editor.doSave(new NullProgressMonitor());
      type(editor, 0, 0, "// a note\n");
      awaitAnswer();
      Bench.idle(1000);
      System.out.printf("A morning's work: %s%n", watchdog.report());
    }
    assertEquals(2, bench.answer().orElseThrow().study().study().architecture().macros());
  }

  @Test
  void anExplorationLeavesTheUiThreadFree() throws Exception {
    try (var watchdog = new Watchdog(Display.getCurrent())) {
      bench.open(bench.file(bench.imcProject("p"), "a.imc", EXPLORATION));
      bench.execute("org.imc.dsl.ui.explore");
      await("the designs are priced", () -> Bench.search(shell(), Label.class,
          label -> label.isVisible() && label.getText().contains("256 of 256 designs: ")) != null);
      Bench.idle(1000);
      Table table = find(shell(), Table.class, found -> found.isVisible() && found.getItemCount() > 9);
      for (int row = 0; row < 3; row++) {
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
        Bench.idle(300);
      }
      System.out.printf("An exploration of 256 designs: %s%n", watchdog.report());
    }
  }

  private static Shell shell() {
    return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
  }

  @Test
  void typingInALongFileGoesOnAndIsChecked() throws Exception {
    String text = longText();
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "long.imc", text));
    awaitAnswer();
    StyledText widget = viewer(editor).getTextWidget();
    int at = text.indexOf("serial 1 bit", text.length() / 2);
    widget.setSelection(at);
    Bench.idle(1000);
    var wall = new double[KEYS];
    var work = new double[KEYS];
    try (var watchdog = new Watchdog(Display.getCurrent())) {
      for (int key = 0; key < KEYS; key++) {
        long start = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        widget.insert("x");
        widget.setCaretOffset(widget.getCaretOffset() + 1);
        while (Display.getCurrent().readAndDispatch()) { // all that the key has set off
        }
        wall[key] = (System.nanoTime() - start) / 1e6;
        work[key] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6;
        Bench.idle(BETWEEN_KEYS_MS);
      }
      System.out.printf("A key in %d lines: %s, work %s; %s%n", text.lines().count(), spread(wall), spread(work), watchdog.report());
    }
    assertTrue(document(editor).get().contains("x".repeat(KEYS) + "serial 1 bit"));
    await("what was typed is underlined", () -> annotations(editor, ProblemAnnotation.class) > 0);
  }

  @Test
  void anEditShowsInTheLinesOfFigures() throws Exception {
    String text = Template.BLANK.text();
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", text));
    awaitAnswer();
    await("figures are shown", () -> annotations(editor, AbstractInlinedAnnotation.class) > 3);
    var times = new double[EDITS];
    for (int edit = 0; edit < EDITS; edit++) {
      long start = System.nanoTime();
      document(editor).replace(0, 0, "// a note\n"); // moves all that follows
      await("the figures stand where they belong", () -> annotations(editor, AbstractInlinedAnnotation.class) > 3
          && bench.answer().isPresent() && placed(editor));
      times[edit] = (System.nanoTime() - start) / 1e6;
      Bench.idle(200);
    }
    System.out.printf("From an edit to the figures of what is the same: %s%n", spread(times));
    assertTrue(bench.answer().orElseThrow().evaluation() != null);
  }

  /** Return whether the session has read the text as it is: the study's place is that of the text. */
  private boolean placed(ITextEditor editor) {
    return bench.session().place(bench.answer().orElseThrow().study().study().id())
        .filter(place -> document(editor).get().startsWith("evaluate", place.offset())).isPresent();
  }

  private static void type(ITextEditor editor, int offset, int length, String text) throws Exception {
    document(editor).replace(offset, length, text);
  }

  private void awaitAnswer() {
    await("the answer is there", () -> bench.answer().isPresent());
  }

  private static long annotations(ITextEditor editor, Class<?> kind) {
    long[] count = {0};
    viewer(editor).getAnnotationModel().getAnnotationIterator()
        .forEachRemaining(annotation -> count[0] += kind.isInstance(annotation) ? 1 : 0);
    return count[0];
  }

  /** Return a chip and its study behind as many macros as fill so many lines. */
  private static String longText() {
    int begin = Chips.CHIP.indexOf("digital macro");
    String macro = Chips.CHIP.substring(begin, Chips.CHIP.indexOf("architecture"));
    var text = new StringBuilder(Chips.CHIP.substring(0, begin));
    for (int i = 0; text.chars().filter(c -> c == '\n').count() < LINES - Chips.STUDY.lines().count(); i++) {
      text.append(macro.replace("Array", "Array" + i));
    }
    return text.append(Chips.STUDY.substring(begin)).toString();
  }

  private static String spread(double[] milliseconds) {
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    return "median %.1f ms, longest %.1f ms".formatted(sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }
}
