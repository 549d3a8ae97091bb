package org.imc.dsl.claim;

/** How two figures must compare. */
public enum Comparison {
  LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">=");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** Return the sign that it is written with. */
  public String sign() {
    return sign;
  }

  /** Return whether two numbers compare so. */
  boolean holds(double left, double right) {
    return switch (this) {
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case MORE -> left > right;
      case AT_LEAST -> left >= right;
    };
  }
}
