package org.imc.dsl.validation;

import java.util.List;
import org.imc.dsl.evaluation.Problem;

/**
 * What a user should know about one kind of problem.
 *
 * @param code one of {@link IssueCodes}
 * @param severity how bad it is, unless the user says otherwise
 * @param title what is wrong, in one line without a full stop
 * @param help what it means, why it matters, how to mend it; a paragraph each, words of the language in single quotes
 * @param wrong a text that has the problem; empty where none helps
 * @param right the same without it; empty where none helps
 */
public record CheckDescription(
    String code, Problem.Severity severity, String title, List<String> help, String wrong, String right) {

  public CheckDescription {
    help = List.copyOf(help);
  }

  /**
   * Return whether users may set the severity. An error keeps a file from being evaluated, because the evaluation would
   * fail or answer another question: it stays one.
   */
  public boolean isConfigurable() {
    return severity != Problem.Severity.ERROR;
  }
}
