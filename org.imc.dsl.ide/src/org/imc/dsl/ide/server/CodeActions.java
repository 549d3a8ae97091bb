package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.quickfix.QuickFix;
import org.imc.dsl.ide.quickfix.QuickFixes;

/** Offer to mend what is wrong at a place. Stateless. */
final class CodeActions {

  @Inject private QuickFixes fixes;
  @Inject private ImcWorkspace workspace;
  @Inject private IssueBoard board;

  List<Either<Command, CodeAction>> at(OpenFile file, CodeActionParams params) {
    List<String> only = params.getContext() == null ? null : params.getContext().getOnly();
    if (only != null && only.stream().noneMatch(kind -> CodeActionKind.QuickFix.equals(kind) || kind.isEmpty())) {
      return List.of();
    }
    workspace.check(file.resource().getURI(), file.cancellation());
    int start = file.lines().offset(params.getRange().getStart());
    int end = file.lines().offset(params.getRange().getEnd());
    var actions = new ArrayList<Either<Command, CodeAction>>();
    for (Problem problem : board.problems(file.resource().getURI())) {
      if (problem.offset() <= end && start <= problem.offset() + problem.length()) {
        for (QuickFix fix : fixes.of(file.resource(), problem)) {
          actions.add(Either.forRight(action(fix, problem, file, params)));
        }
      }
    }
    return actions;
  }

  private static CodeAction action(QuickFix fix, Problem problem, OpenFile file, CodeActionParams params) {
    var action = new CodeAction(fix.title());
    action.setKind(CodeActionKind.QuickFix);
    action.setIsPreferred(fix.preferred());
    List<TextEdit> edits = fix.edits().stream()
        .map(edit -> new TextEdit(file.lines().range(edit.offset(), edit.length()), edit.text()))
        .toList();
    action.setEdit(new WorkspaceEdit(Map.of(file.uri(), edits)));
    List<Diagnostic> mended = params.getContext() == null || params.getContext().getDiagnostics() == null
        ? List.of()
        : params.getContext().getDiagnostics().stream().filter(shown -> isSame(shown, problem, file)).toList();
    action.setDiagnostics(mended);
    return action;
  }

  private static boolean isSame(Diagnostic shown, Problem problem, OpenFile file) {
    return shown.getCode() != null && shown.getCode().isLeft() && problem.code().equals(shown.getCode().getLeft())
        && file.lines().offset(shown.getRange().getStart()) == problem.offset();
  }
}
