package org.imc.dsl.evaluation;

import java.util.List;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.result.Evaluation;

/**
 * The answer to a study, with its findings at their places.
 *
 * @param lowered what was asked
 * @param evaluation what it costs
 * @param problems the evaluation's findings
 */
public record StudyResult(LoweredStudy lowered, Evaluation evaluation, List<Problem> problems) {

  public StudyResult {
    problems = List.copyOf(problems);
  }
}
