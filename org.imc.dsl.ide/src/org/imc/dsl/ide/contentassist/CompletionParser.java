package org.imc.dsl.ide.contentassist;

import java.util.Collection;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.AbstractInternalContentAssistParser;
import org.imc.dsl.ide.contentassist.antlr.ImcParser;

/**
 * Find out what may follow at an offset. Xtext parses no more than the innermost node around it, and gives up where that
 * is the word of an enumeration, as in {@code padding sa|me}; this class knows what may stand there.
 */
public class CompletionParser extends ImcParser {

  @Override
  protected Collection<FollowElement> getFollowElements(
      AbstractInternalContentAssistParser parser, AbstractElement entryPoint) {
    return entryPoint instanceof RuleCall call && call.getRule() instanceof EnumRule literals
        ? getFollowElements(parser, getRuleNames().getAntlrRuleName(literals))
        : super.getFollowElements(parser, entryPoint);
  }
}
