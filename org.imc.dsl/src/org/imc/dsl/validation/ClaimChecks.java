package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.CLAIM_DECL__COLUMNS;
import static org.imc.model.imc.ImcPackage.Literals.CLAIM_DECL__TITLE;
import static org.imc.model.imc.ImcPackage.Literals.EXPECTATION_DECL__RIGHT;
import static org.imc.model.imc.ImcPackage.Literals.FIGURE_DECL__ARCHITECTURE;
import static org.imc.model.imc.ImcPackage.Literals.FIGURE_DECL__LAYER;
import static org.imc.model.imc.ImcPackage.Literals.FIGURE_DECL__MEMORY;
import static org.imc.model.imc.ImcPackage.Literals.FIGURE_DECL__METRIC;
import static org.imc.model.imc.ImcPackage.Literals.FIGURE_DECL__PART;
import static org.imc.model.imc.ImcPackage.Literals.PUBLISHED_DECL__FIGURES;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.claim.Metric;
import org.imc.dsl.lowering.ClaimStudies;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.Quantity;
import org.imc.model.imc.ClaimDecl;
import org.imc.model.imc.ExpectationDecl;
import org.imc.model.imc.FigureDecl;
import org.imc.model.imc.FigureKind;
import org.imc.model.imc.PublishedDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.RequirementDecl;
import org.imc.model.imc.StudyDecl;

/** Claims and budgets: what they compare, and the studies that predict it. */
public class ClaimChecks extends ImcChecks {

  /** Warn about a claim that says nothing that could be held against results. */
  @Check
  public void checkSomethingIsClaimed(ClaimDecl claim) {
    if (claim.getExpectations().isEmpty() && claim.getPublished().isEmpty()) {
      warning("This claim expects nothing. Maybe add 'expect energy of NETWORK on ARCHITECTURE < 1 uJ'.",
          claim, CLAIM_DECL__TITLE, IssueCodes.CLAIM_EMPTY);
    }
  }

  /** Report figures that there are not: an area of a layer, the latency of a memory, the energy of a macro at its peak. */
  @Check
  public void checkFigureExists(FigureDecl figure) {
    Metric metric = ClaimStudies.metric(figure.getMetric());
    if (figure.isPeak() && !metric.hasPeak()) {
      error("A macro at its peak has an efficiency, a throughput and a density, but no %s. Maybe ask for it of a network."
              .formatted(word(figure.getMetric())),
          figure, FIGURE_DECL__METRIC, IssueCodes.CLAIM_FIGURE);
    }
    if (figure.getLayer() != null && !metric.hasLayers()) {
      error("A layer has no %s of its own; the chip has. Maybe remove 'layer'.".formatted(word(figure.getMetric())),
          figure, FIGURE_DECL__LAYER, IssueCodes.CLAIM_FIGURE);
    }
    if (figure.getMemory() != null && !metric.hasParts()) {
      error("A memory has a share of the energy, but no %s of its own. Maybe remove 'in %s'.".formatted(
              word(figure.getMetric()), figure.getMemory().getName()),
          figure, FIGURE_DECL__MEMORY, IssueCodes.CLAIM_FIGURE);
    }
    if (figure.isSetPart() && !metric.hasParts()) {
      error("A part of the macros has a share of the energy, but no %s of its own. Maybe remove 'in %s'.".formatted(
              word(figure.getMetric()), figure.getPart().getLiteral()),
          figure, FIGURE_DECL__PART, IssueCodes.CLAIM_FIGURE);
    }
    if (metric == Metric.SHARE && figure.getMemory() == null && !figure.isSetPart()) {
      error("A share of the energy is that of a part. Maybe add 'in array', 'in cells' or 'in MEMORY'.",
          figure, FIGURE_DECL__METRIC, IssueCodes.CLAIM_FIGURE);
    }
  }

  /** Report a figure that no study of the file predicts, or several do. */
  @Check
  public void checkAStudyPredictsIt(FigureDecl figure) {
    if (figure.getArchitecture() == null || figure.getArchitecture().eIsProxy()
        || figure.getMapping() != null && figure.getMapping().eIsProxy()
        || !figure.isPeak() && (figure.getNetwork() == null || figure.getNetwork().eIsProxy())) {
      return; // names that there are not are reported by the linker
    }
    List<StudyDecl> studies = ClaimStudies.of(figure);
    String architecture = figure.getArchitecture().getName();
    if (studies.isEmpty()) {
      String asked = figure.isPeak()
          ? "Nothing in this file evaluates a network on '%s'. Maybe add 'evaluate NETWORK on %s minimising energy'.".formatted(
              architecture, architecture)
          : "Nothing in this file evaluates '%s' on '%s'%s. Maybe add 'evaluate %s on %s minimising %s%s%s'.".formatted(
              figure.getNetwork().getName(), architecture, asked(figure), figure.getNetwork().getName(), architecture,
              figure.getObjective().getLiteral(),
              figure.getMapping() == null ? "" : " with " + figure.getMapping().getName(), kept(figure));
      error(asked, figure, FIGURE_DECL__ARCHITECTURE, IssueCodes.CLAIM_UNANSWERED);
    } else if (studies.size() > 1 && !figure.isPeak()) {
      error("%d studies of this file evaluate '%s' on '%s'%s. Maybe add '%s', or keep one.".formatted(studies.size(),
              figure.getNetwork().getName(), architecture, asked(figure), difference(studies)),
          figure, FIGURE_DECL__ARCHITECTURE, IssueCodes.CLAIM_AMBIGUOUS);
    }
  }

  private static String asked(FigureDecl figure) {
    String objective = figure.isSetObjective() ? " minimising " + figure.getObjective().getLiteral() : "";
    String mapping = figure.getMapping() == null ? "" : " with " + figure.getMapping().getName();
    return objective + mapping + kept(figure);
  }

  private static String kept(FigureDecl figure) {
    return (figure.isSetActivations() ? " activations " + figure.getActivations().getLiteral() : "")
        + (figure.isSetWeights() ? " weights " + figure.getWeights().getLiteral() : "");
  }

  /** Return what tells the first of several studies from the others: the words of the first kind in which they differ. */
  private static String difference(List<StudyDecl> studies) {
    StudyDecl first = studies.get(0);
    if (studies.stream().anyMatch(study -> study.getObjective() != first.getObjective())) {
      return "minimising " + first.getObjective().getLiteral();
    }
    return studies.stream().anyMatch(study -> study.getActivations() != first.getActivations())
        ? "activations " + first.getActivations().getLiteral()
        : "weights " + first.getWeights().getLiteral();
  }

  /** Report sides that do not measure the same. */
  @Check
  public void checkSidesCompare(ExpectationDecl expectation) {
    FigureDecl left = expectation.getLeft();
    FigureDecl right = expectation.getRight();
    if (left == null) {
      return;
    }
    if (right != null && left.getMetric() != right.getMetric()) {
      error("'%s' does not compare with '%s'. Maybe '%s' on both sides.".formatted(
              word(left.getMetric()), word(right.getMetric()), word(left.getMetric())),
          expectation, EXPECTATION_DECL__RIGHT, IssueCodes.UNIT_WRONG_DIMENSION);
    }
    checkMeasures(expectation.getValue(),
        right == null ? ClaimStudies.metric(left.getMetric()).dimension() : Dimension.COUNT,
        right == null ? "'%s'".formatted(word(left.getMetric())) : "What stands before 'times'");
  }

  /** Report a published figure that measures something else than its studies, or than the first of them. */
  @Check
  public void checkPublishedMeasures(PublishedDecl published) {
    if (published.getFigures().isEmpty()) {
      return;
    }
    FigureKind kind = published.getFigures().getFirst().getMetric();
    checkMeasures(published.getValue(), ClaimStudies.metric(kind).dimension(), "'%s'".formatted(word(kind)));
    for (int i = 1; i < published.getFigures().size(); i++) {
      FigureKind other = published.getFigures().get(i).getMetric();
      if (other != kind) {
        error("'%s' does not compare with '%s'. Maybe '%s' in all columns.".formatted(word(kind), word(other), word(kind)),
            published, PUBLISHED_DECL__FIGURES, i, IssueCodes.UNIT_WRONG_DIMENSION);
      }
    }
  }

  /** Report heads of columns that there are not, and columns without a head where others have one. */
  @Check
  public void checkEachColumnHasItsHead(ClaimDecl claim) {
    int heads = claim.getColumns().size();
    int most = claim.getPublished().stream().mapToInt(each -> each.getFigures().size()).max().orElse(0);
    if (heads > 0 && heads != most) {
      error("This claim names %d columns, but its published figures have %d predictions in a line. Maybe name %d."
              .formatted(heads, most, most),
          claim, CLAIM_DECL__COLUMNS, IssueCodes.CLAIM_FIGURE);
    }
  }

  /** Report a budget that measures something else than its figure. */
  @Check
  public void checkBudgetMeasures(RequirementDecl requirement) {
    FigureKind kind = requirement.getMetric();
    checkMeasures(requirement.getBound(), ClaimStudies.metric(kind).dimension(), "'%s'".formatted(word(kind)));
  }

  private void checkMeasures(QuantityDecl value, Dimension dimension, String what) {
    Optional<Quantity> quantity = value == null ? Optional.empty() : Quantities.evaluate(value, problem -> { });
    if (quantity.isPresent() && quantity.get().dimension().filter(dimension::equals).isEmpty()) {
      String unit = dimension.canonicalUnit().isEmpty() ? "" : " Maybe in %s.".formatted(dimension.canonicalUnit());
      error("%s is %s, but this is %s.%s".formatted(what, dimension.description(), quantity.get().measure().description(), unit),
          value, null, IssueCodes.UNIT_WRONG_DIMENSION);
    }
  }

  private static String word(FigureKind kind) {
    return kind.getLiteral();
  }
}
