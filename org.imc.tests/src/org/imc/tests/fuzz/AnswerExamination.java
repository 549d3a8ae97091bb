package org.imc.tests.fuzz;

import com.google.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.results.ResultLenses;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Sweep;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;
import org.imc.engine.explore.SweepResult;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.model.imc.ExploreDecl;

/** Hold the answers to small questions to what must be true of every answer. */
final class AnswerExamination {

  private static final long PATIENCE_NS = 1_000_000_000;

  private static final int FEW_LAYERS = 10;

  private static final double FEW_MACS = 1e6;

  private static final long FEW_DESIGNS = 5;

  /** Totals are sums of rounded numbers. */
  private static final double ROUNDING = 1 + 1e-9;

  @Inject private StudyRunner runner;
  @Inject private StudyResults known;
  @Inject private ResultLenses lenses;

  /** Evaluate the first study for at most a second, verify the answer, and write it down in every way. */
  void examine(XtextResource file, List<LoweredStudy> studies) {
    LoweredStudy lowered = studies.getFirst();
    if (!isSmall(lowered.study().network())) {
      return;
    }
    Cancellation patience = patience();
    StudyResult result;
    try {
      result = runner.evaluate(lowered, Engine.withThreads(1), Progress.NONE, patience);
    } catch (CancellationException e) {
      return;
    }
    checkFigures(result.evaluation());
    checkCertificate(result.evaluation());
    checkReports(result, runner.claims(file), studies.size());
  }

  /** Sweep a few designs of an exploration, for at most a second. */
  void examine(ExploreDecl asked) {
    Exploration exploration = Examination.claim("an exploration without errors can be lowered", () -> runner.lower(asked));
    if (!exploration.networks().stream().allMatch(AnswerExamination::isSmall)) {
      return;
    }
    try {
      SweepResult result = Sweep.run(exploration, new SweepPlan(1, OptionalLong.of(FEW_DESIGNS), false), null,
          SweepListener.NONE, patience());
      result.front().forEach(best -> Examination.claim("a design can be written down", () ->
          runner.text(asked, best.index())));
    } catch (CancellationException e) {
      return;
    } catch (IOException e) {
      throw new Fault("a sweep without a journal reads and writes nothing", String.valueOf(e), e);
    }
  }

  private static Cancellation patience() {
    long until = System.nanoTime() + PATIENCE_NS;
    return () -> System.nanoTime() > until;
  }

  private static void checkFigures(Evaluation evaluation) {
    double energy = evaluation.energy().totalPj();
    double latency = evaluation.latencyCycles();
    if (!(energy >= 0 && Double.isFinite(energy) && latency >= 0 && Double.isFinite(latency))) {
      throw new Fault("energy and latency are finite", "%s pJ, %s cycles".formatted(energy, latency));
    }
    if (evaluation.energyBoundPj() > energy * ROUNDING || evaluation.latencyBoundCycles() > latency * ROUNDING) {
      throw new Fault("no answer is better than its bound", "%s pJ under %s, %s cycles under %s".formatted(
          energy, evaluation.energyBoundPj(), latency, evaluation.latencyBoundCycles()));
    }
  }

  private static void checkCertificate(Evaluation evaluation) {
    if (!evaluation.findings().isEmpty()) {
      return; // what does not fit has no certificate
    }
    Certificate certificate = Examination.claim("an answer can be certified", () -> Certificate.of(evaluation));
    try {
      Verdict verdict = new CertificateChecker(CertificateChecker.USUAL_LIMIT)
          .check(evaluation.study(), certificate, Progress.NONE, patience());
      if (!verdict.discrepancies().isEmpty()) {
        throw new Fault("a certificate agrees with what the search found", verdict.discrepancies().toString());
      }
    } catch (CancellationException e) {
      return; // absurd sizes take longer to prove than a test may
    }
  }

  private void checkReports(StudyResult result, List<Claim> claims, int studies) {
    Evaluation evaluation = result.evaluation();
    List<Evaluation> alike = Collections.nCopies(studies, evaluation); // as if all studies had this answer
    List<ClaimAnswer> answers = claims.stream()
        .map(claim -> Examination.claim("a claim can be judged", () -> ClaimAnswer.of(claim, alike))).toList();
    for (ReportFormat format : ReportFormat.values()) {
      String report = Examination.claim("an answer can be written as " + format, () ->
          format.render(List.of(result), answers, FileNames.URIS));
      if (format != ReportFormat.HTML && (report.contains("NaN") || report.contains("Infinity"))) {
        throw new Fault("reports show finite numbers", report);
      }
    }
    known.put(evaluation);
    Examination.claim("an answer can be shown above its question", () -> lenses.ofStudy(result.lowered()).orElseThrow());
    Examination.claim("an answer can be shown above what it prices", () ->
        lenses.ofElements(List.of(result.lowered()), result.lowered().sources().place(evaluation.study().id()).orElseThrow().file()));
  }

  private static boolean isSmall(Network network) {
    return network.layers().size() <= FEW_LAYERS && macs(network) <= FEW_MACS;
  }

  /** Return the multiplications of a network; in floating point, since those of absurd ones overflow. */
  private static double macs(Network network) {
    return network.layers().stream()
        .mapToDouble(layer -> layer instanceof MacLayer mac
            ? Stream.of(LoopDim.values()).mapToDouble(mac.bounds()::get).reduce(1, (a, b) -> a * b)
            : 0)
        .sum();
  }
}
