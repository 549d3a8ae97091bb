package org.imc.dsl.lowering;

import static org.imc.model.imc.ImcPackage.Literals.FIGURE_DECL__LAYER;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.claim.Comparison;
import org.imc.dsl.claim.Expectation;
import org.imc.dsl.claim.PredictedFigure;
import org.imc.dsl.claim.PublishedFigure;
import org.imc.dsl.claim.Spender;
import org.imc.dsl.naming.ImcValueConverters;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ClaimDecl;
import org.imc.model.imc.ComparisonKind;
import org.imc.model.imc.ExpectationDecl;
import org.imc.model.imc.FigureDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.StudyDecl;

/** Claims, with the studies that predict their figures by their place in the file. */
final class ClaimLowering {

  private final Places places;
  private final List<StudyDecl> studies;

  ClaimLowering(Places places, FileDecl file) {
    this.places = places;
    this.studies = EcoreUtil2.typeSelect(file.getElements(), StudyDecl.class);
  }

  Claim lower(ClaimDecl claim) {
    return new Claim(claim.getTitle(), Optional.ofNullable(claim.getSource()), Optional.ofNullable(claim.getNote()),
        claim.getExpectations().stream().map(this::expectation).toList(),
        claim.getColumns(),
        claim.getPublished().stream()
            .map(each -> new PublishedFigure(each.getFigures().stream().map(this::figure).toList(), Quantities.value(each.getValue())))
            .toList(),
        places.place(claim), false);
  }

  /** Return the budgets of a study, each as a claim of its own, so that one that is missed has its place. */
  List<Claim> budgets(StudyDecl study) {
    String asked = "%s on %s".formatted(study.getNetwork().getName(), study.getArchitecture().getName());
    return study.getRequirements().stream().map(requirement -> {
      String word = requirement.getMetric().getLiteral();
      var figure = new PredictedFigure("%s of %s".formatted(word, asked), ClaimStudies.metric(requirement.getMetric()),
          studies.indexOf(study), false, Optional.empty(), new Spender.All());
      var expectation = new Expectation(figure, comparison(requirement.getComparison()), Quantities.value(requirement.getBound()),
          Optional.empty());
      return new Claim("%s requires %s".formatted(asked, text(requirement)), Optional.empty(), Optional.empty(), List.of(expectation),
          List.of(), List.of(), places.place(requirement), true);
    }).toList();
  }

  private Expectation expectation(ExpectationDecl expectation) {
    return new Expectation(figure(expectation.getLeft()), comparison(expectation.getComparison()),
        Quantities.value(expectation.getValue(), 1), Optional.ofNullable(expectation.getRight()).map(this::figure));
  }

  private static Comparison comparison(ComparisonKind kind) {
    return switch (kind) {
      case LESS -> Comparison.LESS;
      case AT_MOST -> Comparison.AT_MOST;
      case MORE -> Comparison.MORE;
      case AT_LEAST -> Comparison.AT_LEAST;
    };
  }

  private PredictedFigure figure(FigureDecl figure) {
    return new PredictedFigure(text(figure), ClaimStudies.metric(figure.getMetric()),
        studies.indexOf(ClaimStudies.of(figure).get(0)), figure.isPeak(), layer(figure), spender(figure));
  }

  private static Spender spender(FigureDecl figure) {
    if (figure.isSetPart()) {
      return switch (figure.getPart()) {
        case ARRAY -> new Spender.Array();
        case CELLS -> new Spender.Cells();
      };
    }
    return figure.getMemory() == null ? new Spender.All() : new Spender.Memory(figure.getMemory().getName());
  }

  /** Return the name of a layer as it was written: one of a block has the name of its use in front. */
  private static Optional<String> layer(FigureDecl figure) {
    return NodeModelUtils.findNodesForFeature(figure, FIGURE_DECL__LAYER).stream()
        .map(node -> ImcValueConverters.plainName(NodeModelUtils.getTokenText(node)))
        .findFirst();
  }

  private static String text(EObject element) {
    return NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(element));
  }
}
