package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.evaluation.EvaluationJob;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.results.ResultsView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What must not happen in a long day: leaks, and harm from files and projects that go away. */
class EnduranceTest {

  /** Times an editor is opened and closed. */
  private static final int TIMES = 100;

  /** Rounds after which everything that is made once has been made. */
  private static final int FIRST = 5;

  /** Controls that views may make meanwhile, such as a scroll bar. */
  private static final int FEW_CONTROLS = 10;

  /** Open files that a class loader or a log may make meanwhile. */
  private static final int FEW_HANDLES = 20;

  /** Documents that the platform itself may still hold. */
  private static final int HELD_BY_THE_PLATFORM = 2;

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
  }

  @Test
  void closedEditorsAreForgotten() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY);
    List<WeakReference<IDocument>> documents = new ArrayList<>();
    openAndClose(file, FIRST, documents);
    Queue<Error> leaks = new ConcurrentLinkedQueue<>();
    Resource.setNonDisposeHandler(leaks::add);
    try (var watchdog = new Watchdog(Display.getCurrent())) {
      Use before = use();
      openAndClose(file, TIMES - FIRST, documents);
      System.out.printf("%d editors opened and closed: %s%n", TIMES, watchdog.report());
      assertTrue(bench.session().editor().isEmpty());
      await("documents are collected", () -> {
        System.gc();
        return documents.stream().filter(document -> document.get() != null).count() <= HELD_BY_THE_PLATFORM;
      });
      Use after = use();
      System.out.printf("before: %s; after: %s%n", before, after);
      assertTrue(after.controls() <= before.controls() + FEW_CONTROLS, "%s, then %s".formatted(before, after));
      assertTrue(after.handles() <= before.handles() + FEW_HANDLES, "%s, then %s".formatted(before, after));
      assertEquals(List.of(), leaks.stream().filter(EnduranceTest::isOurs).toList(), "fonts, images and the like");
    } finally {
      Resource.setNonDisposeHandler(null);
    }
  }

  private void openAndClose(IFile file, int times, List<WeakReference<IDocument>> documents) throws Exception {
    for (int i = 0; i < times; i++) {
      ITextEditor editor = bench.open(file);
      documents.add(new WeakReference<>(document(editor)));
      await("the answer is there", () -> bench.answer().isPresent());
      bench.page().closeEditor(editor, false);
      await("nothing is shown", () -> bench.session().state() instanceof State.Empty);
    }
  }

  private static boolean isOurs(Error allocation) {
    return Arrays.stream(allocation.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith("org.imc.dsl.ui"));
  }

  /**
   * What the workbench holds.
   *
   * @param heapMiB in use after a collection
   * @param controls in its windows
   * @param handles open files of the process; 0 where the system does not tell
   * @param threads that live
   */
  private record Use(long heapMiB, int controls, long handles, int threads) { }

  private static Use use() {
    System.gc();
    int[] controls = {0};
    for (Shell shell : Display.getCurrent().getShells()) {
      Bench.search(shell, Control.class, control -> {
        controls[0]++;
        return false;
      });
    }
    String[] open = new File("/proc/self/fd").list();
    return new Use((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20, controls[0],
        open == null ? 0 : open.length, Thread.activeCount());
  }

  @Test
  void closingTheProjectDuringAnEvaluationIsSurvived() throws Exception {
    IProject project = bench.imcProject("p");
    try (var runs = new Runs()) {
      bench.open(bench.file(project, "a.imc", Chips.STUDY.replace("64 KiB", "60 KiB")));
      await("an evaluation has begun", () -> !runs.names().isEmpty());
      project.close(null);
      await("nothing is shown", () -> bench.session().state() instanceof State.Empty);
      await("nothing is evaluated", () -> Job.getJobManager().find(EvaluationJob.FAMILY).length == 0);
    }
    project.open(null);
    bench.open(project.getFile("a.imc"));
    await("the answer is there", () -> bench.answer().isPresent());
  }

  @Test
  void aReadOnlyFileIsEvaluatedAndNotChanged() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY.replace("  rows 64", "  rows   64"));
    var attributes = new ResourceAttributes();
    attributes.setReadOnly(true);
    file.setResourceAttributes(attributes);
    bench.open(file);
    await("the answer is there", () -> bench.answer().isPresent());
    attributes.setReadOnly(false);
    file.setResourceAttributes(attributes);
    assertEquals(Chips.STUDY.replace("  rows 64", "  rows   64"), file.readString());
  }

  @Test
  void twoEditorsOnAFileShowTheSame() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY);
    ITextEditor one = bench.open(file);
    var two = (ITextEditor) bench.page().openEditor(one.getEditorInput(), one.getSite().getId(), true,
        IWorkbenchPage.MATCH_NONE);
    await("the answer is there", () -> bench.answer().isPresent());
    assertEquals(document(one), document(two));
    document(one).set(Chips.STUDY.replace("macro Array x 4", "macro Array x 2"));
    await("the second editor's study has changed", 
        () -> bench.answer().filter(answer -> answer.study().study().architecture().macros() == 2).isPresent());
    bench.page().closeEditor(two, false);
    await("the first one is followed", () -> bench.session().editor().filter(editor -> editor == one).isPresent());
    assertTrue(one.isDirty());
    one.doRevertToSaved();
    assertEquals(Chips.STUDY, document(one).get());
  }
}
