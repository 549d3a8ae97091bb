package org.imc.dsl.ide.contentassist;

import org.antlr.runtime.CharStream;
import org.antlr.runtime.RecognitionException;
import org.imc.dsl.ide.contentassist.antlr.internal.InternalImcLexer;
import org.imc.dsl.parser.RangeStart;

/** Read numbers in front of two points as the language does. */
final class CompletionLexer extends InternalImcLexer {

  CompletionLexer(CharStream input) {
    super(input);
  }

  @Override
  public void mTokens() throws RecognitionException {
    if (RangeStart.pass(input)) {
      state.type = RULE_NUMBER;
    } else {
      super.mTokens();
    }
  }
}
