package org.imc.dsl.ide.live;

import java.util.List;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.lowering.SourceMap;
import org.imc.engine.result.Evaluation;

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
        .flatMap(finding -> sources.place(finding, evaluation.study().id()).stream()
            .map(place -> Problem.of(finding, place)))
        .toList();
  }
}
