package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.Findings;
import org.imc.dsl.library.Library;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.SourceMap;

/** The studies of a file as it is now, and what their evaluation found. Called while the model is held still. */
final class FileStudies {

  @Inject private StudyRunner runner;
  @Inject private ImcWorkspace workspace;
  @Inject private IssueBoard board;
  @Inject private StudyResults results;

  /** Return how many studies a file has. */
  int count(XtextResource resource) {
    return runner.studies(resource).size();
  }

  /** Return the first file with errors among those that a file's studies depend on. */
  Optional<URI> faulty(XtextResource resource) {
    return runner.closure(resource).stream()
        .map(XtextResource::getURI)
        .filter(uri -> !Library.contains(uri) && hasErrors(uri))
        .findFirst();
  }

  private boolean hasErrors(URI uri) {
    workspace.check(uri, CancelIndicator.NullImpl);
    return board.hasErrors(uri);
  }

  /** Return the studies of a file, lowered; none as long as an error stands in the way. */
  List<LoweredStudy> lowered(XtextResource resource) {
    return faulty(resource).isPresent() ? List.of() : runner.lower(resource);
  }

  /** Publish, for a file that is held still, what is known of its studies, and take back what no longer holds. */
  void publishFindings(XtextResource resource) {
    var found = new HashMap<URI, List<Problem>>();
    var lines = new HashMap<URI, TextLines>();
    for (LoweredStudy lowered : lowered(resource)) {
      results.answer(lowered.study()).ifPresent(evaluation -> {
        for (Problem problem : Findings.of(evaluation, lowered.sources())) {
          Problem placed = Library.contains(problem.file()) ? atQuestion(problem, lowered) : problem;
          if (resource.getResourceSet().getResource(placed.file(), false) instanceof XtextResource there) {
            lines.computeIfAbsent(placed.file(),
                file -> new TextLines(there.getParseResult().getRootNode().getText()));
            List<Problem> known = found.computeIfAbsent(placed.file(), file -> new ArrayList<>());
            if (!known.contains(placed)) {
              known.add(placed);
            }
          }
        }
      });
    }
    board.found(resource.getURI(), found, lines);
  }

  /** Nobody looks for what is wrong in a shipped file: the question is what can be changed. */
  private static Problem atQuestion(Problem problem, LoweredStudy lowered) {
    SourceMap.Place place = lowered.sources().place(lowered.study().id()).orElseThrow();
    return new Problem(place.file(), place.offset(), place.length(), place.line(), place.column(),
        problem.severity(), problem.code(), problem.message(), problem.data());
  }
}
