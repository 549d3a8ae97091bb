package org.imc.dsl.parser;

import org.antlr.runtime.CharStream;

/**
 * Tell {@code 3..8} from {@code 3.8}. The generated lexers look one character ahead, and take the point behind a number for
 * that of a fraction.
 */
public final class RangeStart {

  private RangeStart() { }

  /** Return how many digits stand at this place in front of two points; 0 where something else does. */
  public static int digits(CharStream input) {
    int digits = 0;
    while (input.LA(digits + 1) >= '0' && input.LA(digits + 1) <= '9') {
      digits++;
    }
    return input.LA(digits + 1) == '.' && input.LA(digits + 2) == '.' ? digits : 0;
  }

  /** Go past some characters. */
  public static void pass(CharStream input, int characters) {
    for (int i = 0; i < characters; i++) {
      input.consume();
    }
  }
}
