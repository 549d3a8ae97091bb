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
    int digits = RangeStart.digits(input);
    if (digits == 0) {
      super.mTokens();
    } else {
      RangeStart.pass(input, digits);
      state.type = RULE_NUMBER;
    }
  }
}
