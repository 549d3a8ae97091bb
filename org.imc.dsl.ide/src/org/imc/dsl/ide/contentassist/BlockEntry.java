package org.imc.dsl.ide.contentassist;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.antlr.EntryPointFinder;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.parser.IParseResult;
import org.imc.model.imc.ImcPackage;

/**
 * Begin completion at a block, never inside a quantity: behind a finished number there may be a unit, a sign, or the next
 * property, of which a quantity by itself knows nothing.
 */
public class BlockEntry extends EntryPointFinder {

  @Override
  public ICompositeNode findEntryPoint(IParseResult parseResult, int offset) {
    ICompositeNode entry = super.findEntryPoint(parseResult, offset);
    while (entry != null && isQuantity(entry)) {
      entry = entry.getParent();
    }
    return entry != null && entry.getGrammarElement() instanceof AbstractElement ? entry : null;
  }

  /** Nodes of rules that only call others have the semantic element of what is around them; their rule tells more. */
  private static boolean isQuantity(ICompositeNode node) {
    AbstractRule rule = node.getGrammarElement() instanceof RuleCall call
        ? call.getRule()
        : GrammarUtil.containingRule(node.getGrammarElement());
    return rule != null && rule.getType().getClassifier() instanceof EClass type
        && ImcPackage.Literals.QUANTITY_DECL.isSuperTypeOf(type);
  }
}
