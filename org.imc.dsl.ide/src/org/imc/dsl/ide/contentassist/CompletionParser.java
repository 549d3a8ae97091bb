package org.imc.dsl.ide.contentassist;

import java.util.Collection;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.AbstractInternalContentAssistParser;
import org.imc.dsl.ide.contentassist.antlr.ImcParser;
import org.imc.dsl.ide.contentassist.antlr.internal.InternalImcParser;
import org.imc.dsl.parser.NestingBound;

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

  @Override
  protected TokenSource createLexer(CharStream stream) {
    TokenSource tokens = new CompletionLexer(stream);
    var nesting = new NestingBound(InternalImcParser.RULE_ANY_OTHER);
    return new TokenSource() {

      @Override
      public Token nextToken() {
        return nesting.bound(tokens.nextToken());
      }

      @Override
      public String getSourceName() {
        return tokens.getSourceName();
      }
    };
  }
}
