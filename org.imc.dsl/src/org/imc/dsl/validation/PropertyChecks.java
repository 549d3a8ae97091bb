package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.linking.PropertyGrammar;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.AdcModelKind;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.PoolDecl;

/** Properties that are missing, given twice, or of another kind of declaration. */
public class PropertyChecks extends ImcChecks {

  /** The properties that may be given any number of times. */
  private static final Set<String> REPEATABLE = Set.of("port", "memory", "input", "layer", "reported", "not", "adders",
      "registers", "where");

  /** Blocks of which every property may be left out. */
  private static final Set<EClass> OPTIONAL = Set.of(POOL_DECL, DAC_DECL, ACTIVITY_DECL, LAYER_MAPPING_DECL, HELD_DECL);

  /** Report each property that the declaration cannot do without. */
  @Check
  public void checkNothingIsMissing(EObject declaration) {
    EObject effective = effective(declaration);
    for (EStructuralFeature feature : Properties.required(declaration.eClass())) {
      if (!effective.eIsSet(feature) && !isGlobalPool(declaration) && !isOfKind(effective, feature)) {
        reportMissing(declaration, feature);
      }
    }
  }

  /** Report a pool that has neither a kernel nor is global. */
  @Check
  public void checkPoolHasAKernel(PoolDecl pool) {
    if (pool.getKernel() == null && !pool.isGlobal()) {
      error("Pool '%s' has no 'kernel'. Maybe add 'kernel 2 x 2', or 'global' to pool each channel to one value."
              .formatted(pool.getName()),
          pool, NAMED_DECL__NAME, IssueCodes.PROPERTY_MISSING, "kernel");
    }
  }

  /** Report what the style of a macro needs and what belongs to the other style. */
  @Check
  public void checkStyleOfMacro(MacroDecl macro) {
    boolean analog = macro.getStyle() == ComputeStyle.ANALOG;
    for (EStructuralFeature needed
        : analog ? List.of(MACRO_DECL__DAC, MACRO_DECL__ADC) : List.of(MACRO_DECL__SERIAL)) {
      if (!EffectiveMacro.of(macro).has(needed)) {
        reportMissing(macro, needed);
      }
    }
    for (EStructuralFeature foreign
        : analog ? List.of(MACRO_DECL__RECODING, MACRO_DECL__TREES) : List.of(MACRO_DECL__DAC, MACRO_DECL__ADC, MACRO_DECL__SUMMING)) {
      if (macro.eIsSet(foreign)) {
        error("'%s' belongs to %s macros, but '%s' is %s. Maybe %s.".formatted(foreign.getName(),
                analog ? "digital" : "analog", macro.getName(), macro.getStyle().getLiteral(),
                analog || foreign == MACRO_DECL__SUMMING ? "remove it" : "use 'serial'"),
            macro, foreign, IssueCodes.PROPERTY_OUT_OF_PLACE);
      }
    }
  }

  /** Warn about a citation without words. */
  @Check
  public void checkSourceSaysSomething(EObject declaration) {
    EStructuralFeature source = declaration.eClass().getEStructuralFeature("source");
    if (source != null && declaration.eGet(source) instanceof String citation && citation.isBlank()) {
      warning("'source' is empty. Maybe cite where the numbers are from, or remove it.", declaration, source,
          IssueCodes.SOURCE_EMPTY);
    }
  }

  /** Report a property that is given twice, at its second place; the grammar keeps only the last value. */
  @Check
  public void checkNothingIsGivenTwice(EObject declaration) {
    ICompositeNode node = NodeModelUtils.getNode(declaration);
    if (node == null || Properties.required(declaration.eClass()).isEmpty() && !OPTIONAL.contains(declaration.eClass())) {
      return;
    }
    var seen = new HashSet<String>();
    for (ILeafNode keyword : propertyKeywords(node)) {
      String word = keyword.getText();
      if (!REPEATABLE.contains(word) && !seen.add(word)) {
        getMessageAcceptor().acceptError("'%s' is given twice. Maybe remove one.".formatted(word), declaration,
            keyword.getOffset(), keyword.getLength(), IssueCodes.PROPERTY_DUPLICATE, word);
      }
    }
  }

  /** Return the first words of the properties of a declaration, not those of what is nested in it. */
  private static List<ILeafNode> propertyKeywords(ICompositeNode node) {
    var keywords = new ArrayList<ILeafNode>();
    for (INode child : node.getChildren()) {
      if (child instanceof ILeafNode leaf && PropertyGrammar.startsProperty(leaf.getGrammarElement())) {
        keywords.add(leaf);
      } else if (child instanceof ICompositeNode composite && isFragmentCall(composite)) {
        keywords.addAll(propertyKeywords(composite));
      }
    }
    return keywords;
  }

  private static boolean isFragmentCall(ICompositeNode node) {
    return node.getGrammarElement() instanceof RuleCall call
        && call.getRule() instanceof ParserRule rule && rule.isFragment();
  }

  /** Return whether the kind of a memory says what it does not. */
  private static boolean isOfKind(EObject declaration, EStructuralFeature feature) {
    return declaration instanceof MemoryDecl memory && memory.isSetKind()
        && (feature == MEMORY_DECL__READ || feature == MEMORY_DECL__WRITE);
  }

  /** Report stand-alone converters without a rate. */
  @Check
  public void checkSurveyedConvertersHaveARate(AdcDecl adc) {
    if (effective(adc).getModel() == AdcModelKind.SURVEY && effective(adc).getDelay() == null) {
      reportMissing(adc, ADC_DECL__DELAY);
    }
  }

  private static boolean isGlobalPool(EObject declaration) {
    return declaration instanceof PoolDecl pool && pool.isGlobal();
  }

  private void reportMissing(EObject declaration, EStructuralFeature feature) {
    EObject named = declaration.eClass().getEStructuralFeature("name") == null
        ? declaration.eContainer()
        : declaration;
    Object name = named.eGet(NAMED_DECL__NAME);
    String what = named == declaration
        ? "%s '%s'".formatted(Kinds.capitalised(declaration.eClass()), name)
        : "The %s of '%s'".formatted(Kinds.word(declaration.eClass()), name);
    String property = Properties.keyword(feature);
    String problem = feature == EXPLORE_DECL__AXES ? "varies nothing" : "has no '%s'".formatted(property);
    error("%s %s. Maybe add '%s'.".formatted(what, problem, Examples.of(feature)),
        named, NAMED_DECL__NAME, IssueCodes.PROPERTY_MISSING, property);
  }
}
