package org.imc.dsl.ui.evaluation;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.emf.common.util.URI;
import org.eclipse.swt.widgets.Display;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.State.Empty;
import org.imc.dsl.ui.evaluation.State.Phase;
import org.imc.dsl.ui.preferences.Preferences;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Decide what the views show and when to evaluate: only when the lowered study is one that has no answer yet. An edit of a
 * comment changes places, not studies, and runs nothing. For the UI thread.
 */
final class AnswerModel {

  static final String NO_EDITOR = "Open an .imc file to see what its studies cost.";

  private final Display display;
  private final Consumer<State> listener;
  private State state = new Empty(NO_EDITOR);
  private @Nullable EvaluationJob job;
  private boolean wanted;
  private @Nullable String title;

  AnswerModel(Display display, Consumer<State> listener) {
    this.display = display;
    this.listener = listener;
  }

  State state() {
    return state;
  }

  /** Show nothing, for a reason. */
  void clear(String reason) {
    stop();
    publish(new Empty(reason));
  }

  /** Show what a file asks. */
  void show(String file, Analysis analysis) {
    if (analysis.studies().isEmpty()) {
      block(file, analysis);
      return;
    }
    int selected = 0;
    if (state instanceof Answer before && before.file().equals(file)) {
      selected = Math.min(before.selected(), analysis.studies().size() - 1);
    }
    String named = title;
    title = null;
    for (int i = 0; named != null && i < analysis.studies().size(); i++) {
      selected = analysis.studies().get(i).title().equals(named) ? i : selected;
    }
    ask(new Answer(file, analysis.studies(), selected, null, Phase.RUNNING, ""));
  }

  /** Select, among the studies that are shown next, the one of a title. */
  void selectNext(String wantedTitle) {
    title = wantedTitle;
  }

  /** Keep the last answer in sight while a word is half-typed; show nothing when there is none. */
  private void block(String file, Analysis analysis) {
    if (analysis.asked() > 0 && state instanceof Answer before && before.file().equals(file)
        && before.evaluation() != null) {
      stop();
      publish(before.with(before.evaluation(), Phase.BLOCKED, reason(file, analysis)));
    } else {
      clear(reason(file, analysis));
    }
  }

  /** Show another study of the file. */
  void select(int index) {
    if (state instanceof Answer answer && index >= 0 && index < answer.studies().size()) {
      ask(new Answer(answer.file(), answer.studies(), index, null, Phase.RUNNING, ""));
    }
  }

  /** Stop the evaluation that is running. */
  void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Evaluate a study that nobody asked for yet, or a cancelled or failed one once more; or the next one that comes. */
  void retry() {
    if (state instanceof Answer answer && answer.phase().isStopped()) {
      start(answer.with(answer.evaluation(), Phase.RUNNING, ""));
    } else {
      wanted = state instanceof Empty;
    }
  }

  /** Stop working, for good. */
  void dispose() {
    stop();
  }

  private void ask(Answer next) {
    Evaluation known = results().answer(next.study().study()).orElse(null);
    if (known != null) {
      stop();
      publish(next.with(known, Phase.DONE, ""));
      return;
    }
    Answer before = state instanceof Answer answer ? answer : null;
    if (before != null && before.phase() != Phase.BLOCKED && before.study().study().equals(next.study().study())) {
      publish(next.with(before.evaluation(), before.phase(), before.remark())); // running, cancelled or failed already
      return;
    }
    boolean comparable = before != null && before.file().equals(next.file());
    Answer fresh = next.with(comparable ? before.evaluation() : null, Phase.RUNNING, "");
    if (Preferences.evaluatesWhileTyping() || wanted) {
      start(fresh);
    } else {
      stop();
      publish(fresh.with(fresh.evaluation(), Phase.WAITING, ""));
    }
  }

  private void start(Answer answer) {
    stop();
    wanted = false;
    publish(answer);
    EvaluationJob next = new EvaluationJob(answer.study());
    next.addJobChangeListener(new JobChangeAdapter() {
      @Override
      public void done(IJobChangeEvent event) {
        if (!display.isDisposed()) {
          display.asyncExec(() -> finished(next, event.getResult()));
        }
      }
    });
    job = next;
    next.schedule();
  }

  private void finished(EvaluationJob ended, IStatus result) {
    if (ended != job || !(state instanceof Answer answer)) {
      return; // another study is of interest by now
    }
    job = null;
    if (ended.evaluation().isPresent()) {
      publish(answer.with(ended.evaluation().get(), Phase.DONE, ""));
    } else if (result.getSeverity() == IStatus.CANCEL) {
      publish(answer.with(answer.evaluation(), Phase.CANCELLED, ""));
    } else {
      publish(answer.with(answer.evaluation(), Phase.FAILED, "failed; the error log says more"));
    }
  }

  private static StudyResults results() {
    return Language.get(StudyResults.class); // it is running: something was lowered
  }

  private void stop() {
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private void publish(State next) {
    state = next;
    listener.accept(next);
  }

  private static String reason(String file, Analysis analysis) {
    if (analysis.errors() > 0) {
      return "'%s' has %s. Results appear when %s mended.".formatted(file,
          analysis.errors() == 1 ? "an error" : analysis.errors() + " errors",
          analysis.errors() == 1 ? "it is" : "they are");
    }
    if (!analysis.elsewhere().isEmpty()) {
      var first = analysis.elsewhere().get(0);
      return "'%s' imports '%s', which has an error in line %d: %s".formatted(
          file, URI.decode(first.file().lastSegment()), first.line(), first.message());
    }
    return "'%s' asks nothing yet. Write, for example:\n\nevaluate ResNet8 on Tiny minimising energy".formatted(file);
  }
}
