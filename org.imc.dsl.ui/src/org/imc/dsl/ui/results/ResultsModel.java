package org.imc.dsl.ui.results;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ui.results.State.Answer;
import org.imc.dsl.ui.results.State.Empty;
import org.imc.dsl.ui.results.State.Phase;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Decide what the view shows and when to evaluate: only when the lowered study is one that has no answer yet. An edit of a
 * comment changes places, not studies, and runs nothing. For the UI thread.
 */
final class ResultsModel {

  static final String NO_EDITOR = "Open an .imc file to see what its studies cost.";

  private final Display display;
  private final Consumer<State> listener;
  private final Evaluations evaluations = new Evaluations();
  private State state = new Empty(NO_EDITOR);
  private @Nullable EvaluationJob job;

  ResultsModel(Display display, Consumer<State> listener) {
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
    ask(new Answer(file, analysis.studies(), selected, null, Phase.RUNNING, ""));
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

  /** Evaluate a cancelled or failed study once more. */
  void retry() {
    if (state instanceof Answer answer && answer.phase().isStopped()) {
      start(answer.with(answer.evaluation(), Phase.RUNNING, ""));
    }
  }

  /** Stop working, for good. */
  void dispose() {
    stop();
  }

  private void ask(Answer next) {
    Evaluation known = evaluations.of(next.study().study()).orElse(null);
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
    start(next.with(comparable ? before.evaluation() : null, Phase.RUNNING, ""));
  }

  private void start(Answer answer) {
    stop();
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
    ended.evaluation().ifPresent(evaluations::put);
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
          file, first.file().lastSegment(), first.line(), first.message());
    }
    return "'%s' asks nothing yet. Write, for example:\n\nevaluate ResNet8 on Tiny minimising energy".formatted(file);
  }
}
