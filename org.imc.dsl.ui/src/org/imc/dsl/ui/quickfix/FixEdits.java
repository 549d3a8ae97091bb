package org.imc.dsl.ui.quickfix;

import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.quickfix.QuickFix;
import org.imc.dsl.ide.quickfix.QuickFixes;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.LiveModels;

/** Find and apply what mends problems of documents. */
final class FixEdits {

  private FixEdits() { }

  /** Return what mends a problem of a document, the best first. */
  static List<QuickFix> of(IDocument document, Problem problem) {
    return Language.isReady() && problem.offset() + problem.length() <= document.getLength()
        ? LiveModels.read(document, resource -> Language.get(QuickFixes.class).of(resource, problem))
        : List.of();
  }

  /** Apply a fix as one change, which one undo takes back. */
  static void apply(QuickFix fix, IDocument document) throws BadLocationException {
    var edit = new MultiTextEdit();
    fix.edits().forEach(each -> edit.addChild(new ReplaceEdit(each.offset(), each.length(), each.text())));
    try {
      edit.apply(document);
    } catch (MalformedTreeException e) {
      throw new IllegalStateException("The edits of '%s' overlap.".formatted(fix.title()), e);
    }
  }

  /** Return what a fix changes, for people: the new text of what it replaces. */
  static String describe(QuickFix fix) {
    return fix.edits().stream().map(QuickFix.Edit::text).filter(text -> !text.isBlank()).map(String::strip)
        .reduce((one, other) -> one + "\n" + other).orElse("Removes the text.");
  }
}
