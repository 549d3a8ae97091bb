package org.imc.cli;

/** What the command tells the shell. Documented in {@code --help} and {@code docs/cli.md}. */
final class ExitCode {

  /** All is well. */
  static final int OK = 0;

  /** The input has errors, is not formatted, or a layer does not fit. */
  static final int PROBLEMS = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  /** A file cannot be read or written. */
  static final int FILES = 3;

  /** A fault of this program. */
  static final int FAULT = 70;

  /** Interrupted; what the JVM returns after Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitCode() { }
}
