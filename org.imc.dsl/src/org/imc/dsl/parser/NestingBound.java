package org.imc.dsl.parser;

import org.antlr.runtime.Token;

/**
 * Make a parenthesis that stands in too many others a character without meaning. Parsers go as deep as parentheses are
 * nested, and an exhausted stack cannot be reported at a place.
 */
public final class NestingBound {

  /** The parentheses that may be open at once. */
  public static final int DEPTH = 100;

  private final int meaningless;
  private int open;

  /**
   * Begin a text.
   *
   * @param meaningless the type of a token that the grammar has no use for
   */
  public NestingBound(int meaningless) {
    this.meaningless = meaningless;
  }

  /** Return the next token of the text, changed where it nests too deep. */
  public Token bound(Token token) {
    if (token.getType() == Token.EOF) {
      return token;
    }
    switch (token.getText()) {
      case "(" -> {
        if (open == DEPTH) {
          token.setType(meaningless);
        } else {
          open++;
        }
      }
      case ")" -> open = Math.max(0, open - 1);
      case "{", "}" -> open = 0; // no quantity goes on behind a brace
      default -> { }
    }
    return token;
  }
}
