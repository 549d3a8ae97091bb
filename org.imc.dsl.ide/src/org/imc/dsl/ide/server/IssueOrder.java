package org.imc.dsl.ide.server;

import java.util.Comparator;
import org.eclipse.xtext.validation.Issue;

/** The order in which a file's issues are shown: that of {@link org.imc.dsl.evaluation.Problem#IN_TEXT_ORDER}. */
final class IssueOrder {

  static final Comparator<Issue> IN_TEXT_ORDER = Comparator
      .comparingInt((Issue issue) -> issue.getOffset() == null ? 0 : issue.getOffset())
      .thenComparing(Issue::getSeverity)
      .thenComparing(issue -> issue.getCode() == null ? "" : issue.getCode())
      .thenComparing(Issue::getMessage);

  private IssueOrder() { }
}
