package org.imc.dsl.validation;

import org.eclipse.emf.ecore.resource.Resource.Diagnostic;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextSyntaxDiagnostic;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.DiagnosticConverterImpl;
import org.eclipse.xtext.validation.Issue;

/**
 * Turn what the parser and the linker report into issues.
 *
 * <p>Without the line on which they end: in a text that breaks off in the middle of a Windows line end, Xtext looks for
 * it behind the text, and all issues of the file are lost. Nobody asks for that line.
 */
public class ImcDiagnostics extends DiagnosticConverterImpl {

  @Override
  public void convertResourceDiagnostic(Diagnostic diagnostic, Severity severity, IAcceptor<Issue> acceptor) {
    if (!(diagnostic instanceof AbstractDiagnostic reported)) {
      super.convertResourceDiagnostic(diagnostic, severity, acceptor);
      return;
    }
    var issue = new Issue.IssueImpl();
    issue.setSyntaxError(diagnostic instanceof XtextSyntaxDiagnostic);
    issue.setSeverity(severity);
    issue.setMessage(diagnostic.getMessage());
    issue.setLineNumber(diagnostic.getLine());
    issue.setColumn(diagnostic.getColumn());
    issue.setOffset(reported.getOffset());
    issue.setLength(reported.getLength());
    issue.setUriToProblem(reported.getUriToProblem());
    issue.setCode(reported.getCode());
    issue.setData(reported.getData());
    issue.setType(CheckType.FAST);
    acceptor.accept(issue);
  }
}
