package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * What a command did.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Outcome(int code, String out, String err) {

  /** Assert what every run owes its user: no stack trace, and this exit code. */
  Outcome expect(int expected) {
    assertFalse((out + err).contains("\tat "), () -> "A stack trace: " + this);
    assertFalse(err.contains("internal error"), () -> "A fault: " + this);
    assertEquals(expected, code, this::toString);
    return this;
  }

  /** Assert all of standard error. */
  Outcome expectErr(String expected) {
    assertEquals(expected, err);
    return this;
  }

  /** Assert all of standard output. */
  Outcome expectOut(String expected) {
    assertEquals(expected, out);
    return this;
  }
}
