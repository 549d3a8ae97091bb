package org.imc.dsl.ide.contentassist;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.TextRegion;
import org.imc.dsl.ide.documentation.ModelDocumentation;
import org.imc.dsl.ide.documentation.WordMeaning;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.QuantityRule;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.dsl.quantity.Unit;
import org.imc.dsl.validation.Properties;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.PoolDecl;
import org.imc.model.imc.QuantityDecl;

/**
 * Propose what is legal and not yet there: properties that the block lacks (needed ones first), values as an example
 * shows them, units that fit the property, names in sight, and names that an import would bring in sight.
 */
public class ImcContentProposals extends IdeContentProposalProvider {

  private static final int UNIT = 900;
  private static final int VALUE = 800;
  private static final int NEEDED = 700;
  private static final int WORD = 450;
  private static final int WHOLE = 440;
  private static final int UNIMPORTED = 400;

  /** An exponent of a weighted product, for example. */
  private static final String EXPONENT = "0.5";

  /** The sign between sizes; nobody needs help to type it. */
  private static final String TIMES = "x";

  @Inject private ModelDocumentation documentation;
  @Inject private ImportProposals imports;

  @Override
  protected void _createProposals(
      Keyword keyword, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    if (!filterKeyword(keyword, context)) {
      return;
    }
    ContentAssistEntry entry = getProposalCreator().createProposal(keyword.getValue(), context, proposal -> {
      Optional<ENamedElement> meaning = WordMeaning.of(keyword);
      proposal.setKind(meaning.filter(EStructuralFeature.class::isInstance).isPresent()
          ? ContentAssistEntry.KIND_PROPERTY
          : ContentAssistEntry.KIND_KEYWORD);
      proposal.setSource(keyword);
      meaning.flatMap(documentation::of).ifPresent(text -> describe(proposal, text));
    });
    acceptor.accept(entry, isNeeded(keyword, context.getCurrentModel()) ? NEEDED : WORD);
    if (isOutsideBlocks(context)) {
      Snippet.of(keyword).ifPresent(snippet -> proposeWhole(snippet, context, acceptor));
    }
  }

  private void proposeWhole(Snippet snippet, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    int start = context.getOffset() - context.getPrefix().length();
    acceptor.accept(getProposalCreator().createProposal(snippet.text(), context, proposal -> {
      proposal.setKind(ContentAssistEntry.KIND_SNIPPET);
      proposal.setLabel(snippet.label());
      proposal.setDescription("a whole declaration");
      proposal.setDocumentation(snippet.text());
      snippet.places().forEach(place -> proposal.getEditPositions().add(
          new TextRegion(start + place.getOffset(), place.getLength())));
    }), WHOLE);
  }

  private static boolean isOutsideBlocks(ContentAssistContext context) {
    int depth = 0;
    for (ILeafNode leaf : context.getRootNode().getLeafNodes()) {
      if (leaf.getOffset() >= context.getOffset()) {
        break;
      }
      depth += leaf.isHidden() ? 0 : switch (leaf.getText()) {
        case "{" -> 1;
        case "}" -> -1;
        default -> 0;
      };
    }
    return depth == 0;
  }

  @Override
  protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
    if (!WordMeaning.isWord(keyword) || keyword.getValue().equals(TIMES)) {
      return false;
    }
    EObject model = context.getCurrentModel();
    if (isMacroProperty(keyword) && model != null && EcoreUtil2.getContainerOfType(model, MacroDecl.class) == null
        && EcoreUtil2.getContainerOfType(model, ArchitectureDecl.class) == null) {
      return false; // there is no macro whose property it could be
    }
    if (model == null || keyword.getValue().equals(context.getPrefix())) {
      return true; // what is already typed in full stays visible
    }
    Optional<EStructuralFeature> property = WordMeaning.property(keyword).or(() -> poolKind(keyword, model));
    return property.filter(feature -> feature.getEContainingClass().isSuperTypeOf(model.eClass()))
        .map(feature -> !isGiven(model, feature) && fitsStyle(model, feature))
        .orElse(true);
  }

  @Override
  protected void _createProposals(
      Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    if (assignment.getTerminal() instanceof CrossReference) {
      super._createProposals(assignment, context, acceptor);
    } else if (is(assignment, ImcPackage.Literals.LITERAL_DECL__UNIT)) {
      EObject part = context.getCurrentModel();
      while (part instanceof QuantityDecl && part.eContainer() instanceof QuantityDecl) {
        part = part.eContainer(); // the rule is that of the whole
      }
      if (part instanceof QuantityDecl whole && whole.eContainingFeature() != null) {
        QuantityRules.of(whole).ifPresent(rule -> proposeUnits(rule, context, acceptor));
      }
    } else if (is(assignment, ImcPackage.Literals.IMPORT_DECL__IMPORTED_NAMESPACE)) {
      imports.propose(context, acceptor, WORD);
    } else if (is(assignment, ImcPackage.Literals.COST_POWER_DECL__EXPONENT)) {
      proposeExample(EXPONENT, documentation.of(ImcPackage.Literals.COST_POWER_DECL__EXPONENT).orElse(""), context, acceptor);
    } else {
      feature(assignment).flatMap(QuantityRules::of)
          .ifPresent(rule -> proposeExample(rule.example(), Ranges.describe(rule), context, acceptor));
    }
  }

  /** Nothing: what a terminal stands for is proposed by the assignment around it. */
  @Override
  protected void _createProposals(
      RuleCall ruleCall, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) { }

  @Override
  protected void _createProposals(
      CrossReference reference, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    super._createProposals(reference, context, acceptor);
    imports.proposeUnimported(GrammarUtil.getReference(reference), context, acceptor, UNIMPORTED);
  }

  private void proposeUnits(QuantityRule rule, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    int priority = UNIT;
    for (Dimension dimension : rule.dimensions()) {
      for (String unit : dimension.usualUnits()) {
        if (isTooCoarse(unit, dimension, rule)) {
          continue;
        }
        ContentAssistEntry entry = getProposalCreator().createProposal(unit, context, proposal -> {
          proposal.setKind(ContentAssistEntry.KIND_UNIT);
          proposal.setDescription("unit of " + dimension.description());
        });
        acceptor.accept(entry, priority--); // as listed: smallest first
      }
    }
  }

  /** Return whether one of a unit is already more than the property admits. */
  private static boolean isTooCoarse(String unit, Dimension dimension, QuantityRule rule) {
    return dimension == rule.dimensions().get(0)
        && Unit.parse(unit).filter(parsed -> parsed.factor().compareTo(rule.most()) > 0).isPresent();
  }

  private void proposeExample(
      String example, String description, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    ContentAssistEntry entry = getProposalCreator().createProposal(example, context, proposal -> {
      proposal.setKind(ContentAssistEntry.KIND_VALUE);
      proposal.setDescription(description);
    });
    acceptor.accept(entry, VALUE);
  }

  private static boolean isNeeded(Keyword keyword, EObject model) {
    return model != null && WordMeaning.property(keyword)
        .filter(feature -> Properties.required(model.eClass()).contains(feature) || isNeededByStyle(model, feature))
        .isPresent();
  }

  /** Return the feature that {@code max} or {@code average} sets without a word of its own. */
  private static Optional<EStructuralFeature> poolKind(Keyword keyword, EObject model) {
    return model instanceof PoolDecl && WordMeaning.of(keyword).filter(EEnumLiteral.class::isInstance).isPresent()
        ? Optional.of(ImcPackage.Literals.POOL_DECL__KIND)
        : Optional.empty();
  }

  /** Return whether a word stands for a property of the macro inside a quantity. */
  private static boolean isMacroProperty(Keyword keyword) {
    return GrammarUtil.containingRule(keyword).getType().getClassifier() == ImcPackage.Literals.MACRO_PROPERTY_KIND;
  }

  private static boolean isGiven(EObject model, EStructuralFeature feature) {
    return !NodeModelUtils.findNodesForFeature(model, feature).isEmpty();
  }

  private static boolean fitsStyle(EObject model, EStructuralFeature feature) {
    if (!(model instanceof MacroDecl macro)) {
      return true;
    }
    return macro.getStyle() == ComputeStyle.ANALOG
        ? feature != ImcPackage.Literals.MACRO_DECL__RECODING && feature != ImcPackage.Literals.MACRO_DECL__TREES
        : feature != ImcPackage.Literals.MACRO_DECL__DAC && feature != ImcPackage.Literals.MACRO_DECL__ADC
            && feature != ImcPackage.Literals.MACRO_DECL__SUMMING;
  }

  private static boolean isNeededByStyle(EObject model, EStructuralFeature feature) {
    return model instanceof MacroDecl macro && Snippet.neededBy(macro.getStyle()).contains(feature);
  }

  private static boolean is(Assignment assignment, EStructuralFeature feature) {
    return feature(assignment).filter(found -> found == feature).isPresent();
  }

  private static Optional<EStructuralFeature> feature(Assignment assignment) {
    var rule = GrammarUtil.containingRule(assignment);
    return rule != null && rule.getType().getClassifier() instanceof EClass type
        ? Optional.ofNullable(type.getEStructuralFeature(assignment.getFeature()))
        : Optional.empty();
  }

  private static void describe(ContentAssistEntry proposal, String text) {
    proposal.setDescription(text);
    proposal.setDocumentation(text);
  }
}
