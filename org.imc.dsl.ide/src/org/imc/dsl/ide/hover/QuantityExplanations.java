package org.imc.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.imc.dsl.ide.contentassist.Ranges;
import org.imc.dsl.ide.documentation.ModelDocumentation;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.quantity.ExploredProperties;
import org.imc.dsl.quantity.MacroProperties;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.ParameterReferenceDecl;
import org.imc.model.imc.PropertyReferenceDecl;
import org.imc.model.imc.QuantityDecl;

/** Explain quantities: what their property takes, and what they come to where they are computed. Stateless. */
class QuantityExplanations {

  @Inject private ModelDocumentation documentation;

  /**
   * Explain a part of a quantity.
   *
   * @param part the smallest around the word
   */
  Optional<Explanation> at(ILeafNode leaf, QuantityDecl part) {
    if (part instanceof ParameterReferenceDecl reference && reference.getParameter() != null // as in half a text
        && !reference.getParameter().eIsProxy()) {
      return Optional.of(explanation(leaf, title(reference.getParameter()), values(part)));
    }
    if (part instanceof PropertyReferenceDecl reference) {
      EStructuralFeature feature = MacroProperties.feature(reference.getProperty());
      var paragraphs = new ArrayList<String>();
      documentation.of(feature).ifPresent(paragraphs::add);
      paragraphs.addAll(values(part));
      return Optional.of(explanation(leaf, "macro's " + leaf.getText(), paragraphs));
    }
    QuantityDecl whole = whole(part);
    if (whole.eContainer() instanceof ParameterDecl parameter) {
      return Optional.of(explanation(leaf, title(parameter), values(whole)));
    }
    EStructuralFeature feature = QuantityRules.varied(whole).flatMap(ExploredProperties::feature)
        .orElse(whole.eContainingFeature());
    return feature == null ? Optional.empty() : QuantityRules.of(whole).map(rule -> {
      var paragraphs = new ArrayList<String>();
      documentation.of(feature).ifPresent(paragraphs::add);
      paragraphs.add("Takes " + Ranges.describe(rule) + ".");
      if (!(whole instanceof LiteralDecl)) {
        paragraphs.addAll(values(whole));
      }
      return explanation(leaf, feature.getName(), paragraphs);
    });
  }

  /** Return the whole quantity that a part belongs to. */
  static QuantityDecl whole(QuantityDecl part) {
    QuantityDecl whole = part;
    while (whole.eContainer() instanceof QuantityDecl around) {
      whole = around;
    }
    return whole;
  }

  /** Return what a quantity comes to, as a sentence; nothing when it has no value. */
  static List<String> values(QuantityDecl quantity) {
    return Quantities.evaluate(quantity, problem -> { })
        .map(value -> "Here %s.".formatted(Quantities.text(value)))
        .stream().toList();
  }

  private static String title(ParameterDecl parameter) {
    return Kinds.word(parameter.eClass()) + " " + parameter.getName();
  }

  private static Explanation explanation(ILeafNode leaf, String title, List<String> paragraphs) {
    return new Explanation(leaf.getOffset(), leaf.getLength(), title, paragraphs);
  }
}
