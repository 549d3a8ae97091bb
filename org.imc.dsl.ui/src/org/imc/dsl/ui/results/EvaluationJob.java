package org.imc.dsl.ui.results;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.Language;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Evaluation;

/** Evaluate one study, with progress, until done or cancelled. */
final class EvaluationJob extends Job {

  /** Marks these jobs, for those who wait for them. */
  static final Object FAMILY = EvaluationJob.class;

  private final LoweredStudy lowered;
  private final Consumer<Outcome> listener;

  /** How a job ended. */
  sealed interface Outcome {

    record Done(Evaluation evaluation) implements Outcome { }

    record Cancelled() implements Outcome { }

    record Failed(String message) implements Outcome { }
  }

  /**
   * Prepare a job.
   *
   * @param listener hears how it ended, once, in the job's thread
   */
  EvaluationJob(LoweredStudy lowered, Consumer<Outcome> listener) {
    super("Evaluate " + lowered.title());
    this.lowered = lowered;
    this.listener = listener;
    setPriority(LONG);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, getName(), lowered.study().network().layers().size());
    try {
      Evaluation evaluation = Language.get(StudyRunner.class)
          .evaluate(lowered, Engine.onAllProcessors(), report(progress), monitor::isCanceled)
          .evaluation();
      listener.accept(new Outcome.Done(evaluation));
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      listener.accept(new Outcome.Cancelled());
      return Status.CANCEL_STATUS;
    } catch (RuntimeException e) {
      String message = "%s failed: %s".formatted(getName(), e.getMessage());
      listener.accept(new Outcome.Failed(message));
      return Status.error(message, e);
    }
  }

  private static Progress report(SubMonitor progress) {
    return (done, total, what) -> {
      progress.setTaskName("%d of %d: %s".formatted(done, total, what));
      progress.setWorkRemaining(total - done + 1).worked(1);
    };
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == FAMILY;
  }
}
