package org.imc.dsl.report;

import java.util.Locale;
import org.imc.engine.arch.Sharing;

/** The words that reports use for the engine's constants: those of the language where it has them. */
final class Words {

  private Words() { }

  /** Return a constant in lower case: {@code energy}, {@code input}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Return how the language says it: {@code row}, {@code output}, {@code macro}, {@code chip}. */
  static String of(Sharing sharing) {
    return switch (sharing) {
      case PER_ROW -> "row";
      case PER_OUTPUT -> "output";
      case PER_MACRO -> "macro";
      case GLOBAL -> "chip";
    };
  }
}
