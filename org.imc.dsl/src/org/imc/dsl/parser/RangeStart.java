package org.imc.dsl.parser;

import org.antlr.runtime.CharStream;

/**
 * Tell {@code 3..8} from {@code 3.8}. The generated lexers look one character ahead, and take the point behind a number for
 * that of a fraction.
 */
public final class RangeStart {

  private RangeStart() { }

  /** Go past the digits that stand at this place in front of two points, and tell whether there are any. */
  public static boolean pass(CharStream input) {
    int digits = 0;
    while (input.LA(digits + 1) >= '0' && input.LA(digits + 1) <= '9') {
      digits++;
    }
    if (digits == 0 || input.LA(digits + 1) != '.' || input.LA(digits + 2) != '.') {
      return false;
    }
    for (int i = 0; i < digits; i++) {
      input.consume();
    }
    return true;
  }
}
