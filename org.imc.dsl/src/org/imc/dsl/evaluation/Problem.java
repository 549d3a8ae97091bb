package org.imc.dsl.evaluation;

import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.lowering.SourceMap;
import org.imc.engine.result.Finding;

/**
 * Something wrong at a place of a file, whoever found it: the parser, the linker, a check or an evaluation.
 *
 * @param file where
 * @param offset first character, from 0
 * @param length characters; 0 at a point
 * @param line from 1
 * @param column from 1
 * @param severity how bad it is
 * @param code one of {@link org.imc.dsl.validation.IssueCodes}, or the code of an engine's finding
 * @param message name, value, bound, advice
 * @param data what a quick fix needs
 */
public record Problem(
    URI file, int offset, int length, int line, int column, Severity severity, String code, String message,
    List<String> data) {

  /** How bad a problem is; the worst comes first. */
  public enum Severity {
    ERROR, WARNING, INFO
  }

  /** Orders by file, then by place, then errors first. */
  public static final Comparator<Problem> IN_TEXT_ORDER = Comparator
      .comparing((Problem problem) -> problem.file().toString())
      .thenComparingInt(Problem::offset)
      .thenComparing(Problem::severity)
      .thenComparing(Problem::code)
      .thenComparing(Problem::message);

  public Problem {
    data = List.copyOf(data);
  }

  /** Return a finding of an evaluation at its place, with the value that mends it, where one does. */
  public static Problem of(Finding finding, SourceMap.Place place) {
    var severity = finding.severity() == Finding.Severity.ERROR ? Severity.ERROR : Severity.WARNING;
    return new Problem(place.file(), place.offset(), place.length(), place.line(), place.column(), severity,
        finding.code(), finding.message(), finding.remedy().stream().map(Finding.Remedy::value).toList());
  }

  /** Return the same problem at another place of its file, to which the text around it has moved. */
  public Problem movedTo(int newOffset, int newLength) {
    return new Problem(file, newOffset, newLength, line, column, severity, code, message, data);
  }

  /** Return whether it keeps studies from being evaluated. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
