package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.EvaluationJob;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.State.Phase;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.results.ResultsView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What must not happen in a long day: leaks, and harm from files and projects that go away. */
class EnduranceTest {

  /** Times an editor is opened and closed; {@code -Dimc.endurance=100} for the figures in the manual. */
  private static final int TIMES = Integer.getInteger("imc.endurance", 8);

  /** Documents that the platform itself may still hold. */
  private static final int HELD_BY_THE_PLATFORM = 2;

  @RegisterExtension
  final Bench bench = new Bench();

  private IViewPart view;

  @BeforeEach
  void openTheView() throws Exception {
    await("the language is ready", Language::isReady);
    view = bench.page().showView(ResultsView.ID);
  }

  @AfterEach
  void closeTheView() {
    bench.page().hideView(view);
  }

  private StudySession session() {
    return StudySession.of(bench.page().getWorkbenchWindow());
  }

  private boolean isAnswered() {
    return session().state() instanceof Answer shown && shown.phase() == Phase.DONE;
  }

  @Test
  void closedEditorsAreForgotten() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY);
    List<WeakReference<IDocument>> documents = new ArrayList<>();
    try (var watchdog = new Watchdog(Display.getCurrent())) {
      for (int i = 0; i < TIMES; i++) {
        ITextEditor editor = bench.open(file);
        documents.add(new WeakReference<>(document(editor)));
        await("the answer is there", this::isAnswered);
        bench.page().closeEditor(editor, false);
        await("nothing is shown", () -> session().state() instanceof State.Empty);
      }
      System.out.printf("%d editors opened and closed, longest wait of the UI thread %.0f ms%n", TIMES, watchdog.longestMs());
    }
    assertTrue(session().editor().isEmpty());
    await("documents are collected", () -> {
      System.gc();
      return documents.stream().filter(document -> document.get() != null).count() <= HELD_BY_THE_PLATFORM;
    });
    System.gc();
    System.out.printf("heap in use afterwards: %d MiB%n",
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  @Test
  void closingTheProjectDuringAnEvaluationIsSurvived() throws Exception {
    IProject project = bench.imcProject("p");
    try (var runs = new Runs()) {
      bench.open(bench.file(project, "a.imc", Chips.STUDY.replace("64 KiB", "60 KiB")));
      await("an evaluation has begun", () -> !runs.names().isEmpty());
      project.close(null);
      await("nothing is shown", () -> session().state() instanceof State.Empty);
      await("nothing is evaluated", () -> Job.getJobManager().find(EvaluationJob.FAMILY).length == 0);
    }
    project.open(null);
    bench.open(project.getFile("a.imc"));
    await("the answer is there", this::isAnswered);
  }

  @Test
  void aReadOnlyFileIsEvaluatedAndNotChanged() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY.replace("  rows 64", "  rows   64"));
    var attributes = new ResourceAttributes();
    attributes.setReadOnly(true);
    file.setResourceAttributes(attributes);
    bench.open(file);
    await("the answer is there", this::isAnswered);
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
    await("the answer is there", this::isAnswered);
    assertEquals(document(one), document(two));
    document(one).set(Chips.STUDY.replace("macro Array x 4", "macro Array x 2"));
    await("the second editor's study has changed", () -> isAnswered()
        && ((Answer) session().state()).study().study().architecture().macros() == 2);
    bench.page().closeEditor(two, false);
    await("the first one is followed", () -> session().editor().filter(editor -> editor == one).isPresent());
    assertTrue(one.isDirty());
    one.doRevertToSaved();
    assertEquals(Chips.STUDY, document(one).get());
  }
}
