package org.imc.cli;

/** When output is coloured. */
enum ColorMode {
  ALWAYS, NEVER,
  /** Where a person sees it, unless the environment variable NO_COLOR is set. */
  AUTO;

  /** Return whether to colour a stream. */
  boolean colors(boolean isTerminal) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> isTerminal && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    };
  }
}
