package org.imc.dsl.ui.evaluation;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.Findings;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.preferences.Preferences;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Evaluate one study, with progress, until done or cancelled. Who listens to the end of the job finds the answer in it,
 * unless it was cancelled, also before it ever ran, or failed.
 */
public final class EvaluationJob extends Job {

  /** Marks these jobs, for those who wait for them. */
  public static final Object FAMILY = EvaluationJob.class;

  private final LoweredStudy lowered;
  private volatile @Nullable Evaluation evaluation;

  /** Prepare to evaluate a study. */
  public EvaluationJob(LoweredStudy lowered) {
    super("Evaluate " + lowered.title());
    this.lowered = lowered;
    setPriority(LONG);
  }

  /** Return the answer, when there is one. */
  public Optional<Evaluation> evaluation() {
    return Optional.ofNullable(evaluation);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, getName(), lowered.study().network().layers().size());
    try {
      evaluation = evaluate(lowered, Preferences.threads(), progress).evaluation();
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    } catch (RuntimeException e) {
      return Status.error("%s failed: %s".formatted(getName(), e.getMessage()), e);
    }
  }

  /**
   * Return the answer to a study: the one that is known, or one that is found now and remembered.
   *
   * @throws CancellationException when cancelled
   */
  public static StudyResult evaluate(LoweredStudy lowered, int threads, SubMonitor progress) {
    StudyResults results = Language.get(StudyResults.class);
    Optional<Evaluation> known = results.answer(lowered.study());
    if (known.isPresent()) {
      return new StudyResult(lowered, known.get(), Findings.of(known.get(), lowered.sources()));
    }
    StudyResult found = Language.get(StudyRunner.class)
        .evaluate(lowered, Engine.withThreads(threads), report(progress), progress::isCanceled);
    results.put(found.evaluation());
    return found;
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
