package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.text;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.lowering.DerivedTechnology;
import org.imc.engine.arch.NodeScaling;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/** Technologies: thresholds against the supply, figures of other nodes against the laws that scale them. */
public class TechnologyChecks extends ImcChecks {

  /** What is scaled by laws that end at {@link NodeScaling#LEAST_GATE_NM}. */
  private static final List<EStructuralFeature> OF_GATES = List.of(GATE_DECL__AREA, GATE_DECL__DELAY);

  /** What is scaled by laws that end at {@link NodeScaling#LEAST_CELL_NM}. */
  private static final List<EStructuralFeature> OF_CELLS = List.of(GATE_DECL__CAPACITANCE, CELL_DECL__WORDLINE,
      CELL_DECL__BITLINE, CELL_DECL__AREA, CELL_DECL__WRITE);

  private static final List<EStructuralFeature> UNSCALED = List.of(GATE_DECL__LEAKAGE, CELL_DECL__LEAKAGE);

  /** Report a nominal supply at which no transistor conducts. */
  @Check
  public void checkSupplyIsAboveTheThreshold(TechnologyDecl declaration) {
    TechnologyDecl technology = Effective.of(declaration).joined();
    QuantityDecl threshold = technology.getTransistor() == null ? null : technology.getTransistor().getThreshold();
    if (valid(technology.getSupply(), threshold) && value(technology.getSupply()) <= value(threshold)) {
      boolean ownSupply = declaration.getSupply() != null;
      error("Technology '%s' has a supply of %s, but its transistors have a threshold of %s. Maybe one of them is mistyped."
              .formatted(declaration.getName(), text(technology.getSupply()), text(threshold)),
          declaration, ownSupply ? TECHNOLOGY_DECL__SUPPLY : NAMED_DECL__NAME, IssueCodes.TECHNOLOGY_THRESHOLD);
    }
  }

  /** Warn about figures that are scaled to a node beyond the laws. */
  @Check
  public void checkNodeIsInTheRangeOfTheLaws(TechnologyDecl declaration) {
    checkNode(declaration, OF_GATES, NodeScaling.LEAST_GATE_NM);
    checkNode(declaration, OF_CELLS, NodeScaling.LEAST_CELL_NM);
  }

  private void checkNode(TechnologyDecl declaration, List<EStructuralFeature> properties, double leastNm) {
    List<String> scaled = takenFromOtherNodes(declaration, properties);
    if (scaled.isEmpty()) {
      return;
    }
    QuantityDecl node = Effective.of(declaration).joined().getNode();
    boolean below = value(node) < leastNm;
    if (below || value(node) > NodeScaling.MOST_NM) {
      warning(("Technology '%s' at %s takes %s from another node by laws that hold from %s to %s nm; %s, they come out too %s. "
          + "Maybe give them.")
              .formatted(declaration.getName(), text(node), String.join(", ", scaled), number(leastNm),
                  number(NodeScaling.MOST_NM), below ? "below" : "above", below ? "good" : "bad"),
          declaration, declaration.getNode() == null ? NAMED_DECL__NAME : TECHNOLOGY_DECL__NODE,
          IssueCodes.TECHNOLOGY_EXTRAPOLATED);
    }
  }

  /** Warn about leakage that was given for another node: no law scales it. */
  @Check
  public void checkLeakageIsOfTheNode(TechnologyDecl declaration) {
    List<String> taken = takenFromOtherNodes(declaration, UNSCALED);
    if (!taken.isEmpty()) {
      warning("Technology '%s' has its %s as it is from another node: no law scales it. Maybe give it."
              .formatted(declaration.getName(), String.join(", ", taken)),
          declaration, NAMED_DECL__NAME, IssueCodes.TECHNOLOGY_LEAKAGE);
    }
  }

  /** Return the properties of gate and cell that a base at another node gave. */
  private static List<String> takenFromOtherNodes(TechnologyDecl declaration, List<EStructuralFeature> properties) {
    var derived = DerivedTechnology.of(declaration);
    TechnologyDecl technology = derived.joined();
    if (!valid(technology.getNode())) {
      return List.of();
    }
    return technology.eContents().stream()
        .flatMap(part -> properties.stream().filter(property -> property.getEContainingClass() == part.eClass())
            .filter(property -> isFromAnotherNode(derived, (QuantityDecl) part.eGet(property)))
            .map(property -> part.eContainingFeature().getName() + " " + property.getName()))
        .toList();
  }

  private static boolean isFromAnotherNode(DerivedTechnology derived, @Nullable QuantityDecl quantity) {
    if (quantity == null || !valid(Effective.of(derived.giver(quantity)).joined().getNode())) {
      return false;
    }
    NodeScaling scaling = derived.scaling(quantity);
    return scaling.fromNm() != scaling.toNm();
  }
}
