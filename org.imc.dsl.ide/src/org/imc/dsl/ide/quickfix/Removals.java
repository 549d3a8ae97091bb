package org.imc.dsl.ide.quickfix;

import java.util.List;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.quickfix.QuickFix.Edit;
import org.imc.model.imc.HeldDecl;
import org.imc.model.imc.InputDecl;
import org.imc.model.imc.LoopDecl;
import org.imc.model.imc.NodeDecl;

/** Take away what has no use or contradicts the rest. */
final class Removals {

  private Removals() { }

  static List<QuickFix> property(SourceEdits file, Problem issue) {
    return file.property(issue.offset())
        .map(property -> QuickFix.of("Remove '%s'".formatted(property.word()), property.removal()))
        .stream().toList();
  }

  /** Remove a layer; that is not what the issue advises, which is to read it. */
  static List<QuickFix> unreadLayer(SourceEdits file, Problem issue) {
    return file.element(issue.offset(), NodeDecl.class)
        .map(node -> new QuickFix(node instanceof InputDecl ? "Remove this input" : "Remove this layer",
            List.of(file.lineRemoval(NodeModelUtils.findActualNodeFor(node))), false))
        .stream().toList();
  }

  static List<QuickFix> item(SourceEdits file, int from, int to, String title) {
    return file.itemRemoval(from, to).map(edit -> QuickFix.of(title, edit)).stream().toList();
  }

  /** Remove a loop from a list; a tile goes as a whole where 'any' or nothing would be left of it. */
  static List<QuickFix> loop(SourceEdits file, Problem issue) {
    LoopDecl loop = file.element(issue.offset(), LoopDecl.class).orElse(null);
    if (loop == null) {
      return List.of();
    }
    INode node = NodeModelUtils.findActualNodeFor(loop);
    boolean ofTile = file.element(issue.offset(), HeldDecl.class).isPresent();
    List<QuickFix> fixes = loop.isAny() && ofTile
        ? List.of()
        : item(file, node.getOffset(), node.getEndOffset(), "Remove '%s'".formatted(node.getText().strip()));
    return fixes.isEmpty() ? property(file, issue) : fixes;
  }

  /** Remove {@code extends} and the name behind it, on which the issue stands. */
  static List<QuickFix> base(SourceEdits file, Problem issue) {
    int from = file.text().lastIndexOf("extends", issue.offset());
    int to = issue.offset() + issue.length();
    return from < 0 ? List.of() : List.of(QuickFix.of(
        "Remove 'extends %s'".formatted(file.text().substring(issue.offset(), to)), file.wordRemoval(from, to)));
  }
}
