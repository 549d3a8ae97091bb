package org.imc.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.CertificateReport;
import org.imc.dsl.report.Comparison;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.FrontReport;
import org.imc.dsl.report.FrontReport.StudyFronts;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.Budget;
import org.imc.engine.Engine;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code imc evaluate}.
 *
 * @param imc where to write
 * @param input what to read
 * @param format one of {@link ReportFormat}
 * @param file where the report goes; null for standard output
 * @param certificate where the certificates go; null for nowhere
 * @param threads how many the engine uses
 * @param budget for all studies together
 * @param pareto whether the fronts of the layers are reported instead of one mapping
 * @param baseline what to compare with, if anything
 */
record EvaluationRun(ImcCommand imc, InputOptions input, String format, @Nullable Path file, @Nullable Path certificate,
    int threads, Budget budget, boolean pareto, Optional<Baseline> baseline) {

  /** Return the exit code. */
  int call() throws IOException {
    CheckedFiles files = CheckedFiles.read(input, imc.cancellation());
    var names = new PathNames(input.paths());
    var diagnostics = new Diagnostics(imc.output().err(), imc.colorsErrors(), names, files::text);
    diagnostics.print(files.problems());
    List<Questions> questions = lower(files);
    List<StudyResult> results = evaluate(questions.stream().flatMap(file -> file.studies().stream()).toList());
    List<ClaimAnswer> claims = judge(questions, results);
    diagnostics.print(Stream.concat(
            results.stream().flatMap(result -> result.problems().stream()),
            claims.stream().flatMap(claim -> files.named().stream()
                .filter(file -> file.getURI().equals(claim.claim().place().file()))
                .flatMap(file -> Language.runner().problem(claim, file).stream())))
        .map(files::judged)
        .filter(problem -> problem.severity() != Problem.Severity.INFO) // the report has them
        .toList());
    diagnostics.printSummary();
    int changed = ExitCode.OK;
    if (!results.isEmpty()) {
      if (file != null || baseline.isEmpty()) {
        OutputFile.writeReport(file, pareto ? fronts(results) : text(results, claims, names), imc.output());
      }
      certify(results);
      changed = compare(results, names);
    } else if (!diagnostics.hasErrors()) {
      imc.output().err().println(
          "imc: There is nothing to evaluate. Maybe add 'evaluate NETWORK on ARCHITECTURE minimising energy'.");
    }
    if (files.missesFiles()) {
      return ExitCode.FILES;
    }
    return diagnostics.hasErrors() || results.isEmpty() ? ExitCode.PROBLEMS : changed;
  }

  /** Compare with an earlier report, if there is one, and return the exit code. */
  private int compare(List<StudyResult> results, FileNames names) {
    if (baseline.isEmpty()) {
      return ExitCode.OK;
    }
    Comparison comparison = baseline.get().compare(results, names);
    return Baseline.tell(comparison, comparison.text(), imc.output());
  }

  /** What one file asks, and what it claims of the answers. */
  private record Questions(List<LoweredStudy> studies, List<Claim> claims) { }

  private static List<Questions> lower(CheckedFiles files) {
    var questions = new ArrayList<Questions>();
    for (XtextResource named : files.named()) {
      if (files.isSound(named)) {
        questions.add(new Questions(Language.runner().lower(named), Language.runner().claims(named)));
      }
    }
    return questions;
  }

  /** Hold the claims of each file against its own results. */
  private static List<ClaimAnswer> judge(List<Questions> questions, List<StudyResult> results) {
    var answers = new ArrayList<ClaimAnswer>();
    Iterator<StudyResult> next = results.iterator();
    for (Questions file : questions) {
      List<Evaluation> own = file.studies().stream().map(study -> next.next().evaluation()).toList();
      file.claims().forEach(claim -> answers.add(ClaimAnswer.of(claim, own)));
    }
    return answers;
  }

  private List<StudyResult> evaluate(List<LoweredStudy> studies) {
    Engine engine = Engine.withThreads(threads);
    StudyRunner runner = Language.runner();
    long begin = System.nanoTime();
    var results = new ArrayList<StudyResult>();
    try (var progress = new ProgressLine(imc.output())) {
      for (LoweredStudy study : studies) {
        imc.cancellation().check();
        progress.begin(study.title(), results.size() + 1, studies.size());
        Budget share = budget.share(Duration.ofNanos(System.nanoTime() - begin), studies.size() - results.size());
        results.add(runner.evaluate(study, engine.within(share), progress, imc.cancellation()));
      }
    }
    return results;
  }

  private String text(List<StudyResult> results, List<ClaimAnswer> claims, FileNames names) {
    return ReportFormat.valueOf(format).render(results, claims, names);
  }

  private String fronts(List<StudyResult> results) {
    Engine engine = Engine.withThreads(threads);
    var fronts = new ArrayList<StudyFronts>();
    try (var progress = new ProgressLine(imc.output())) {
      for (StudyResult result : results) {
        progress.begin(result.lowered().title(), fronts.size() + 1, results.size());
        fronts.add(new StudyFronts(result, engine.fronts(result.evaluation(), progress, imc.cancellation())));
      }
    }
    return switch (ReportFormat.valueOf(format)) {
      case JSON -> FrontReport.json(fronts);
      case CSV -> FrontReport.csv(fronts);
      default -> FrontReport.text(fronts);
    };
  }

  /** Write the certificates, unless one would lack a layer. */
  private void certify(List<StudyResult> results) throws IOException {
    if (certificate == null) {
      return;
    }
    if (!results.stream().allMatch(result -> result.evaluation().isComplete())) {
      imc.output().err().println("imc: No certificate was written, since a layer has no mapping.");
      return;
    }
    Path folder = certificate.toAbsolutePath().normalize().getParent();
    OutputFile.write(certificate, new CertificateReport(file -> relative(folder, file)).render(results));
  }

  private static Optional<String> relative(@Nullable Path folder, URI file) {
    if (folder == null || !file.isFile()) {
      return Optional.empty();
    }
    Path path = Path.of(file.toFileString());
    return path.startsWith(folder)
        ? Optional.of(folder.relativize(path).toString().replace(File.separatorChar, '/'))
        : Optional.empty();
  }
}
