package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.results.ResultLens;
import org.imc.dsl.ide.results.ResultLenses;
import org.imc.dsl.ide.results.ResultLine;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.jspecify.annotations.Nullable;

/**
 * Show, above each question, its answer, or an offer to look for it; above what it is about, what that costs; above each
 * claim, whether it holds. Stateless.
 */
final class StudyLenses {

  @Inject private StudyRunner runner;
  @Inject private FileStudies studies;
  @Inject private StudyResults results;
  @Inject private ResultLenses elements;
  @Inject private Evaluations evaluations;

  List<CodeLens> of(OpenFile file) {
    List<? extends EObject> questions = runner.studies(file.resource());
    if (questions.isEmpty()) {
      return List.of();
    }
    List<LoweredStudy> lowered = studies.lowered(file.resource());
    var lenses = new ArrayList<CodeLens>();
    for (int i = 0; i < questions.size(); i++) {
      INode node = NodeModelUtils.findActualNodeFor(questions.get(i));
      var range = file.lines().range(node.getOffset(), node.getLength());
      lenses.add(new CodeLens(range, command(lowered.isEmpty() ? null : lowered.get(i), file.uri(), i), null));
    }
    if (!lowered.isEmpty()) {
      addClaims(file, lowered, lenses);
    }
    for (ResultLens lens : elements.ofElements(lowered, file.resource().getURI())) {
      lenses.add(new CodeLens(file.lines().range(lens.place().offset(), lens.place().length()),
          new Command(lens.text(), ""), null));
    }
    return lenses;
  }

  /** Show, above each claim, whether it holds, once all questions are answered. */
  private void addClaims(OpenFile file, List<LoweredStudy> lowered, List<CodeLens> lenses) {
    for (Claim claim : runner.claims(file.resource())) {
      var range = file.lines().range(claim.place().offset(), claim.place().length());
      lenses.add(new CodeLens(range, elements.ofClaim(claim, lowered).map(text -> new Command(text, ""))
          .orElseGet(() -> new Command("Evaluate all to see whether it holds", Commands.EVALUATE, List.of(file.uri()))), null));
    }
  }

  private Command command(@Nullable LoweredStudy lowered, String uri, int index) {
    List<Object> arguments = List.of(uri, index);
    if (lowered == null) {
      return new Command("Mend the errors to evaluate", "");
    }
    if (evaluations.isUnderWay(lowered.study())) {
      return new Command("Evaluating … (cancel)", Commands.CANCEL, List.of(uri));
    }
    return results.answer(lowered.study())
        .map(answer -> new Command(ResultLine.of(answer), Commands.EVALUATE, arguments))
        .orElseGet(() -> new Command("Evaluate", Commands.EVALUATE, arguments));
  }
}
