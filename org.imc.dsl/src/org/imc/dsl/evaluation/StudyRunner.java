package org.imc.dsl.evaluation;

import com.google.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledError;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.IssueSeveritiesProvider;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.exploration.DesignText;
import org.imc.dsl.exploration.Designs;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.ExploreLowering;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.Lowering;
import org.imc.dsl.lowering.SourceMap;
import org.imc.dsl.validation.IssueCodes;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.explore.Exploration;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.StudyDecl;

/**
 * Check files and evaluate the studies in them: the one entry that command line, language server and Eclipse share.
 *
 * <p>Three steps: {@link #check} and {@link #lower} while the model is held still, then {@link #evaluate}, which takes
 * its time, on what came out. Stateless.
 */
public class StudyRunner {

  /** No message needs more characters. */
  private static final int MAX_MESSAGE = 1_000;

  private static final MathContext DIGITS = new MathContext(3);

  @Inject private Lowering lowering;
  @Inject private ExploreLowering explorations;
  @Inject private DesignText designs;
  @Inject private SourceFiles files;
  @Inject private IssueSeveritiesProvider severities;

  /**
   * Parse, link and check a file. Be cancelled in one way only; Xtext has two more, one of which is an error.
   *
   * @return what is wrong in it, in the order of the text; empty when it is fine
   * @throws CancellationException when cancelled
   */
  public List<Problem> check(XtextResource resource, CancelIndicator cancellation) {
    List<Problem> all = issues(resource, cancellation).stream()
        .map(issue -> problem(issue, resource.getURI()))
        .sorted(Problem.IN_TEXT_ORDER)
        .toList();
    List<Problem> otherLanguage = all.stream().filter(each -> each.code().equals(IssueCodes.LANGUAGE_VERSION)).toList();
    return otherLanguage.isEmpty() ? all : otherLanguage; // what this release reads into the rest means nothing
  }

  private static List<Issue> issues(XtextResource resource, CancelIndicator cancellation) {
    try {
      List<Issue> issues = resource.getResourceServiceProvider().getResourceValidator()
          .validate(resource, CheckMode.ALL, cancellation);
      if (cancellation.isCanceled()) {
        throw new CancellationException("The check was cancelled.");
      }
      return issues;
    } catch (OperationCanceledError | OperationCanceledException e) {
      var cancelled = new CancellationException("The check was cancelled.");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  /**
   * Return the files that the studies of a file depend on: itself and all that it refers to, through any number of
   * files. Each must be free of errors before {@link #lower}.
   */
  public Set<XtextResource> closure(XtextResource resource) {
    var closure = new LinkedHashSet<XtextResource>();
    var open = new ArrayList<XtextResource>(List.of(resource));
    while (!open.isEmpty()) {
      XtextResource next = open.remove(open.size() - 1);
      if (closure.add(next)) {
        EcoreUtil.CrossReferencer.find(List.of(next)).keySet().stream()
            .map(EObject::eResource)
            .filter(XtextResource.class::isInstance)
            .map(XtextResource.class::cast)
            .forEach(open::add);
      }
    }
    return closure;
  }

  /** Return the studies of a file in the order of the text. */
  public List<StudyDecl> studies(Resource resource) {
    return resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof FileDecl file)
        ? List.of()
        : EcoreUtil2.typeSelect(file.getElements(), StudyDecl.class);
  }

  /** Return the explorations of a file in the order of the text. */
  public List<ExploreDecl> explorations(Resource resource) {
    return resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof FileDecl file)
        ? List.of()
        : EcoreUtil2.typeSelect(file.getElements(), ExploreDecl.class);
  }

  /** Lower an exploration of a file whose {@link #closure} is free of errors; the files must stay as they are. */
  public Exploration lower(ExploreDecl exploration) {
    return explorations.lower(exploration);
  }

  /** Return how many designs an exploration has, those that contradict its conditions included. */
  public long size(ExploreDecl exploration) {
    return Designs.of(exploration).size();
  }

  /** Return a hash of what an exploration asks: equal ones have equal answers. Comments and layout do not count. */
  public String fingerprint(ExploreDecl exploration) {
    return Fingerprint.of(exploration);
  }

  /** Return an exploration of a file whose {@link #closure} is free of errors as text. */
  public ExplorationSource source(ExploreDecl exploration) {
    var file = (XtextResource) exploration.eResource();
    List<XtextResource> files = closure(file).stream().filter(each -> !Library.contains(each.getURI())).toList();
    return new ExplorationSource(files.stream().map(each -> each.getURI().toString()).toList(),
        files.stream().map(each -> each.getParseResult().getRootNode().getText()).toList(),
        explorations(file).indexOf(exploration));
  }

  /** Read and lower an exploration from its text, which must be free of errors. */
  public Exploration lower(ExplorationSource source) {
    return lower(explorations(files.read(source)).get(source.position()));
  }

  /**
   * Write one design of an exploration of a file whose {@link #closure} is free of errors in the language.
   *
   * @throws IllegalArgumentException when there is no such design
   */
  public String text(ExploreDecl exploration, long design) {
    return designs.of(exploration, design);
  }

  /** Lower the studies of a file whose {@link #closure} is free of errors. */
  public List<LoweredStudy> lower(Resource resource) {
    return lowering.lower(studies(resource));
  }

  /** Lower the claims of a file whose {@link #closure} is free of errors. */
  public List<Claim> claims(Resource resource) {
    return resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof FileDecl file)
        ? List.of()
        : lowering.claims(file);
  }

  /**
   * Evaluate a study.
   *
   * @throws CancellationException when cancelled
   */
  public StudyResult evaluate(
      LoweredStudy lowered, Engine engine, Progress progress, Cancellation cancellation) {
    Evaluation evaluation = engine.evaluate(lowered.study(), progress, cancellation);
    var problems = evaluation.findings().stream().map(finding -> problem(finding, lowered)).toList();
    return new StudyResult(lowered, evaluation, problems);
  }

  /**
   * Return what is to be said of a claim or a budget at its place: that it does not hold, if so. A budget that is missed is
   * an error; a claim is as severe as the user takes it.
   *
   * @param file the file that the claim stands in
   */
  public Optional<Problem> problem(ClaimAnswer answer, Resource file) {
    String code = answer.claim().required() ? IssueCodes.REQUIRE_MISSED : IssueCodes.CLAIM_FAILS;
    Severity severity = answer.claim().required() ? Severity.ERROR : severities.getIssueSeverities(file).getSeverity(code);
    if (answer.verdict() != ClaimAnswer.Verdict.FAILS || severity == null || severity == Severity.IGNORE) {
      return Optional.empty();
    }
    SourceMap.Place place = answer.claim().place();
    return Optional.of(new Problem(place.file(), place.offset(), place.length(), place.line(), place.column(),
        Problem.Severity.valueOf(severity.name()), code, failure(answer), List.of()));
  }

  private static String failure(ClaimAnswer answer) {
    String title = abbreviated(answer.claim().title());
    if (answer.claim().required()) {
      ClaimAnswer.Judgement missed = answer.judgements().getFirst();
      return "%s, but it is %s times that. Maybe look in the report where it goes.".formatted(title,
          BigDecimal.valueOf(missed.left().orElseThrow() / missed.right().orElseThrow()).round(DIGITS).toPlainString());
    }
    return "'%s' does not hold: %d of %d expectations fail.".formatted(
        title, answer.count(ClaimAnswer.Verdict.FAILS), answer.judgements().size());
  }

  private static Problem problem(Issue issue, URI file) {
    var severity = switch (issue.getSeverity()) {
      case ERROR -> Problem.Severity.ERROR;
      case WARNING -> Problem.Severity.WARNING;
      case INFO, IGNORE -> Problem.Severity.INFO;
    };
    return new Problem(file, orZero(issue.getOffset()), orZero(issue.getLength()),
        Math.max(1, orZero(issue.getLineNumber())), Math.max(1, orZero(issue.getColumn())), severity,
        issue.getCode() == null ? "" : issue.getCode(), abbreviated(issue.getMessage()),
        issue.getData() == null ? List.of() : List.of(issue.getData()));
  }

  private static Problem problem(Finding finding, LoweredStudy lowered) {
    return Problem.of(finding, lowered.sources().place(finding, lowered.study().id())
        .orElseThrow(() -> new IllegalStateException("Nobody wrote '%s'.".formatted(finding.element()))));
  }

  /** Shorten a message that quotes a whole page of something. */
  private static String abbreviated(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 1) + "…";
  }

  private static int orZero(Integer value) {
    return value == null ? 0 : value;
  }
}
