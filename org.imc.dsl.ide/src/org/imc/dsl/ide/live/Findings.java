package org.imc.dsl.ide.live;

import java.util.List;
import java.util.Optional;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.lowering.SourceMap;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;

/** Find the places of findings in a text that has moved on since the evaluation, though the study has not. */
public final class Findings {

  private Findings() { }

  /**
   * Return the findings of an evaluation where their elements stand now.
   *
   * @param sources of a study equal to the evaluation's
   */
  public static List<Problem> of(Evaluation evaluation, SourceMap sources) {
    return evaluation.findings().stream()
        .flatMap(finding -> place(finding, evaluation, sources).map(place -> problem(finding, place)).stream())
        .toList();
  }

  private static Optional<SourceMap.Place> place(Finding finding, Evaluation evaluation, SourceMap sources) {
    return sources.place(finding.element()).or(() -> sources.place(evaluation.study().id()));
  }

  private static Problem problem(Finding finding, SourceMap.Place place) {
    var severity = finding.severity() == Finding.Severity.ERROR ? Problem.Severity.ERROR : Problem.Severity.WARNING;
    return new Problem(place.file(), place.offset(), place.length(), place.line(), place.column(), severity,
        finding.code(), finding.message(), List.of());
  }
}
