package org.imc.dsl.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.EvaluationJob;
import org.imc.dsl.ui.sources.Snapshots;
import org.imc.dsl.ui.sources.Uris;

/** Checks a file as it is saved, evaluates its studies, reports in the console, and shows the first answer in Results. */
final class LaunchJob extends Job {

  private static final int OK = 0;
  private static final int PROBLEMS = 1;
  private static final int INTERRUPTED = 130;

  private final IFile file;
  private final LaunchSettings settings;
  private StudyProcess process;
  private volatile int exit = INTERRUPTED;

  LaunchJob(IFile file, LaunchSettings settings) {
    super("Evaluate the studies of " + file.getName());
    this.file = file;
    this.settings = settings;
  }

  /** Start, and tell a process about it. */
  void begin(StudyProcess told) {
    process = told;
    addJobChangeListener(new JobChangeAdapter() {
      @Override
      public void done(IJobChangeEvent event) { // also when it was cancelled before it ever ran
        process.end(exit);
      }
    });
    schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      exit = evaluate(monitor);
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      process.errors().println("Interrupted; nothing is reported.");
      return Status.CANCEL_STATUS;
    } catch (CoreException | RuntimeException e) {
      exit = PROBLEMS;
      process.errors().println("The evaluation failed: " + e.getMessage());
      return Status.error("%s failed: %s".formatted(getName(), e.getMessage()), e);
    }
  }

  private int evaluate(IProgressMonitor monitor) throws CoreException {
    Snapshot saved = Snapshots.ofSaved(file);
    LiveFile text = Language.get(LiveFile.class);
    Analysis analysis = text.analyse(saved, monitor::isCanceled);
    analysis.problems().forEach(this::tell);
    analysis.elsewhere().forEach(this::tell);
    List<LoweredStudy> asked = asked(analysis);
    if (asked.isEmpty()) {
      return PROBLEMS;
    }
    List<StudyResult> results = results(asked, SubMonitor.convert(monitor, asked.size()));
    results.stream().flatMap(result -> result.problems().stream()).forEach(this::tell);
    List<ClaimAnswer> claims = settings.study().isEmpty()
        ? text.read(saved, model -> Language.get(StudyRunner.class).claims(model)).stream()
            .map(claim -> ClaimAnswer.of(claim, results.stream().map(StudyResult::evaluation).toList())).toList()
        : List.of(); // they may be about the others
    process.output().println(settings.format().render(results, claims, FileNames.URIS));
    ShownStudy.show(file, asked.getFirst().title());
    return results.stream().allMatch(result -> result.evaluation().isComplete()) ? OK : PROBLEMS;
  }

  /** Return the studies to evaluate, or say why there are none. */
  private List<LoweredStudy> asked(Analysis analysis) {
    if (analysis.asked() == 0 && analysis.errors() == 0) {
      process.errors().println("There is nothing to evaluate. Maybe add 'evaluate NETWORK on ARCHITECTURE minimising energy'.");
    }
    if (settings.study().isEmpty() || analysis.studies().isEmpty()) {
      return analysis.studies();
    }
    Optional<LoweredStudy> found =
        analysis.studies().stream().filter(study -> study.title().equals(settings.study())).findFirst();
    if (found.isEmpty()) {
      process.errors().println("'%s' has no study '%s'. Maybe choose one of these in the launch configuration: %s.".formatted(
          file.getName(), settings.study(), String.join("; ", analysis.studies().stream().map(LoweredStudy::title).toList())));
    }
    return found.stream().toList();
  }

  private List<StudyResult> results(List<LoweredStudy> asked, SubMonitor progress) {
    var results = new ArrayList<StudyResult>();
    for (LoweredStudy study : asked) {
      results.add(EvaluationJob.evaluate(study, settings.workers(), progress.split(1)));
    }
    return results;
  }

  private void tell(Problem problem) {
    process.errors().println("%s:%d:%d: %s%s: %s".formatted(name(problem.file()), problem.line(), problem.column(),
        problem.severity().name().toLowerCase(Locale.ROOT), problem.code().isEmpty() ? "" : "[%s]".formatted(problem.code()),
        problem.message()));
  }

  private static String name(URI uri) {
    return Uris.file(uri).map(found -> found.getFullPath().toString()).orElse(uri.toString());
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == EvaluationJob.FAMILY;
  }
}
