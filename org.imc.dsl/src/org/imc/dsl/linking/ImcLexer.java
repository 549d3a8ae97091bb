package org.imc.dsl.linking;

import org.antlr.runtime.CharStream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.imc.dsl.parser.NestingBound;
import org.imc.dsl.parser.RangeStart;
import org.imc.dsl.parser.antlr.internal.InternalImcLexer;

/**
 * Say in plain words that a comment, a text in quotes or a number has no end: no other word can be broken off. Bounds the
 * depth of parentheses. Reads numbers in front of two points.
 */
public class ImcLexer extends InternalImcLexer {

  static final String COMMENT_NOT_CLOSED = "The comment is not closed. Maybe add '*/'.";
  static final String TEXT_NOT_CLOSED = "The text is not closed in its line. Maybe add '\"'.";

  static final String NUMBER_NOT_COMPLETE = "The number has no digits behind its '.' or 'e'. Maybe add one.";

  private final NestingBound nesting = new NestingBound(RULE_ANY_OTHER);

  /** Create a lexer; Xtext calls this by reflection. */
  public ImcLexer(CharStream input) {
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

  @Override
  public Token nextToken() {
    return nesting.bound(super.nextToken());
  }

  @Override
  public String getErrorMessage(RecognitionException error, String[] tokenNames) {
    char first = input.substring(state.tokenStartCharIndex, state.tokenStartCharIndex).charAt(0);
    return first == '/' ? COMMENT_NOT_CLOSED : Character.isDigit(first) ? NUMBER_NOT_COMPLETE : TEXT_NOT_CLOSED;
  }
}
