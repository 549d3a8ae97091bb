package org.imc.engine.arch;

/** Refuse values that cannot be: the one place that words these refusals. */
final class Require {

  private Require() { }

  static void positive(String kind, String name, String what, double value, String unit) {
    if (!(value > 0) || Double.isInfinite(value)) { // also refuses NaN
      throw new IllegalArgumentException("%s '%s' has a %s of %s %s. It must be more than 0."
          .formatted(kind, name, what, value, unit));
    }
  }

  static void notNegative(String kind, String name, String what, double value, String unit) {
    if (!(value >= 0) || Double.isInfinite(value)) { // also refuses NaN
      throw new IllegalArgumentException("%s '%s' has a %s of %s %s. It must not be negative."
          .formatted(kind, name, what, value, unit));
    }
  }

  static void atLeast(String kind, String name, String what, long value, long bound) {
    if (value < bound) {
      throw new IllegalArgumentException("%s '%s' has %d %s. It must have at least %d."
          .formatted(kind, name, value, what, bound));
    }
  }

  static void refuse(String kind, String name, String misfit) {
    throw new IllegalArgumentException("%s '%s' %s.".formatted(kind, name, misfit));
  }
}
