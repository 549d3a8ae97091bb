package org.imc.dsl.ui.editor;

import org.eclipse.jface.text.source.Annotation;
import org.imc.dsl.evaluation.Problem;

/** A problem of the text as it is typed. Quick fixes find code and data in it. */
public final class ProblemAnnotation extends Annotation {

  private static final String PREFIX = "org.eclipse.ui.workbench.texteditor.";

  private final Problem problem;

  ProblemAnnotation(Problem problem) {
    super(type(problem.severity()), false, problem.message());
    this.problem = problem;
  }

  /** Return what is wrong. */
  public Problem problem() {
    return problem;
  }

  private static String type(Problem.Severity severity) {
    return PREFIX + switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "info";
    };
  }
}
