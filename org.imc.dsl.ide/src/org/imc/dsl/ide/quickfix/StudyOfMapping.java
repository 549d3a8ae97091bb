package org.imc.dsl.ide.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.quickfix.QuickFix.Edit;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.MappingDecl;
import org.imc.model.imc.StudyDecl;

/** Let a question and its mapping be about the same network and architecture. */
final class StudyOfMapping {

  private StudyOfMapping() { }

  static List<QuickFix> fixes(SourceEdits file, Problem issue) {
    var fixes = new ArrayList<QuickFix>();
    file.element(issue.offset(), StudyDecl.class).ifPresent(study -> {
      var edits = new ArrayList<Edit>();
      ask(study, ImcPackage.Literals.STUDY_DECL__NETWORK, ImcPackage.Literals.MAPPING_DECL__NETWORK).ifPresent(edits::add);
      ask(study, ImcPackage.Literals.STUDY_DECL__ARCHITECTURE, ImcPackage.Literals.MAPPING_DECL__ARCHITECTURE)
          .ifPresent(edits::add);
      if (!edits.isEmpty()) {
        fixes.add(new QuickFix("Evaluate what mapping '%s' is for".formatted(study.getMapping().getName()), edits, true));
      }
    });
    int from = file.text().lastIndexOf("with", issue.offset());
    int to = issue.offset() + issue.length();
    if (from >= 0) {
      fixes.add(new QuickFix("Remove 'with %s'".formatted(file.text().substring(issue.offset(), to)),
          List.of(file.wordRemoval(from, to)), false));
    }
    return fixes;
  }

  /** Return what makes the question ask about the mapping's; none for a mapping of another file, whose names may differ. */
  private static Optional<Edit> ask(StudyDecl study, EStructuralFeature asked, EStructuralFeature mapped) {
    MappingDecl mapping = study.getMapping();
    if (mapping.eResource() != study.eResource() || study.eGet(asked) == mapping.eGet(mapped)) {
      return Optional.empty();
    }
    return node(study, asked).flatMap(old -> node(mapping, mapped)
        .map(meant -> new Edit(old.getOffset(), old.getLength(), NodeModelUtils.getTokenText(meant))));
  }

  private static Optional<INode> node(EObject element, EStructuralFeature feature) {
    return NodeModelUtils.findNodesForFeature(element, feature).stream().findFirst();
  }
}
