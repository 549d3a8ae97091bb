package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.certificate.CertificateFault;
import org.imc.dsl.certificate.CertificateFault.Place;
import org.imc.dsl.certificate.CertificateFile;
import org.imc.dsl.certificate.CertificateFile.Claim;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.Figures;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.Discrepancy;
import org.imc.engine.certificate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code imc verify}.
 *
 * @param imc where to write
 * @param certificate what to check
 * @param named where the studies are; empty where the certificate says
 * @param work steps for a layer; null for the usual limit
 */
record VerificationRun(ImcCommand imc, Path certificate, List<Path> named, @Nullable Long work) {

  /** Return the exit code. */
  int call() throws IOException {
    String text = CertificateFile.text(certificate);
    var paths = new ArrayList<>(named);
    paths.add(certificate);
    URI uri = URI.createFileURI(certificate.toAbsolutePath().normalize().toString());
    var diagnostics = new Diagnostics(imc.output().err(), imc.colorsErrors(), new PathNames(paths),
        file -> file.equals(uri) ? text : null);
    boolean misses = false;
    try {
      CertificateFile file = CertificateFile.of(certificate, text);
      List<Path> sources = named.isEmpty() ? sources(file) : named;
      CheckedFiles files = CheckedFiles.read(sources, imc.cancellation());
      misses = files.missesFiles();
      diagnostics.print(files.problems().stream().filter(Problem::isError).toList());
      if (!diagnostics.hasErrors()) {
        diagnostics.print(check(file, lower(files), uri));
      }
    } catch (CertificateFault e) {
      diagnostics.print(List.of(problem(uri, e.place(), e.getMessage())));
    }
    diagnostics.printSummary();
    return misses ? ExitCode.FILES : diagnostics.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK;
  }

  private static List<Path> sources(CertificateFile file) throws CertificateFault {
    Set<Path> sources = new LinkedHashSet<>();
    for (Claim claim : file.claims()) {
      sources.add(file.source(claim));
    }
    return List.copyOf(sources);
  }

  private static List<LoweredStudy> lower(CheckedFiles files) {
    var studies = new ArrayList<LoweredStudy>();
    for (XtextResource source : files.named()) {
      studies.addAll(Language.runner().lower(source));
    }
    return studies;
  }

  /** Check each claim against the first study of its title that no other claim has taken. */
  private List<Problem> check(CertificateFile file, List<LoweredStudy> studies, URI uri) {
    var checker = new CertificateChecker(work == null ? CertificateChecker.USUAL_LIMIT : work);
    var problems = new ArrayList<Problem>();
    try (var progress = new ProgressLine(imc.output())) {
      int number = 0;
      for (Claim claim : file.claims()) {
        LoweredStudy study = studies.stream().filter(each -> each.title().equals(claim.title())).findFirst().orElse(null);
        if (study == null) {
          problems.add(problem(uri, file.place(claim), "There is no study '%s' in the sources.".formatted(claim.title())));
          continue;
        }
        studies.remove(study);
        progress.begin(claim.title(), ++number, file.claims().size());
        Verdict verdict = checker.check(study.study(), claim.certificate(), progress, imc.cancellation());
        problems.addAll(problems(file, claim, verdict, uri));
        if (verdict.isAccepted()) {
          imc.output().out().println("%s: accepted, %d layers, %s".formatted(
              Printable.of(claim.title()), claim.certificate().layers().size(), proven(verdict)));
        }
      }
    }
    if (file.claims().isEmpty()) {
      problems.add(problem(uri, new Place("", 1, 1, 0, 0), "There is no study in the certificate."));
    }
    return problems;
  }

  private static String proven(Verdict verdict) {
    long optimal = verdict.proofs().stream().filter(proof -> proof.gap() == 0).count();
    double gap = verdict.proofs().stream().mapToDouble(Verdict.Proof::gap).max().orElse(0);
    String proven = "%d mappings proven optimal anew".formatted(optimal);
    return gap == 0
        ? proven
        : "%s, %d within %s of the optimum".formatted(proven, verdict.proofs().size() - optimal, Figures.percent(gap));
  }

  private static List<Problem> problems(CertificateFile file, Claim claim, Verdict verdict, URI uri) {
    var problems = new ArrayList<Problem>();
    for (Discrepancy wrong : verdict.discrepancies()) {
      problems.add(problem(uri, file.place(claim, wrong), "%s%s: %s".formatted(claim.pointer(), wrong.pointer(), wrong.message())));
    }
    for (String open : verdict.open()) {
      problems.add(problem(uri, file.place(claim), "Not accepted: %s".formatted(open)));
    }
    return problems;
  }

  private static Problem problem(URI file, Place place, String message) {
    return new Problem(file, place.offset(), place.length(), place.line(), place.column(), Problem.Severity.ERROR, "", message,
        List.of());
  }
}
