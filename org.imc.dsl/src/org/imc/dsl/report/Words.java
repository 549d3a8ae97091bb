package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Architecture;
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

  /** Return in which way an architecture computes: {@code analog}, {@code digital}. */
  static String style(Architecture architecture) {
    return architecture.macro() instanceof AnalogMacro ? "analog" : "digital";
  }

  /** Return both lists, one after the other. */
  static <T> List<T> joined(List<T> one, List<T> other) {
    var all = new ArrayList<T>(one);
    all.addAll(other);
    return all;
  }
}
