package org.imc.tests.engine;

/** Work out a formula as people write it: numbers, + − · / ^ ² ½, brackets and log10. */
final class Arithmetic {

  private final String text;
  private int at;

  private Arithmetic(String text) {
    this.text = text.replace(" ", "").replace("½", "0.5").replace("²", "^2");
  }

  static double of(String text) {
    var formula = new Arithmetic(text);
    double value = formula.sum();
    if (formula.at != formula.text.length()) {
      throw new IllegalArgumentException("'%s' makes no sense at %d.".formatted(formula.text, formula.at));
    }
    return value;
  }

  private double sum() {
    double value = product();
    while (true) {
      if (takes("+")) {
        value += product();
      } else if (takes("−")) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = power();
    while (true) {
      if (takes("·")) {
        value *= power();
      } else if (takes("/")) {
        value /= power();
      } else {
        return value;
      }
    }
  }

  private double power() {
    double value = primary();
    return takes("^") ? Math.pow(value, primary()) : value;
  }

  private double primary() {
    if (takes("log10(")) {
      return Math.log10(closed());
    }
    if (takes("(")) {
      return closed();
    }
    int from = at;
    while (at < text.length() && "0123456789.E-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private double closed() {
    double value = sum();
    if (!takes(")")) {
      throw new IllegalArgumentException("'%s' lacks a bracket at %d.".formatted(text, at));
    }
    return value;
  }

  private boolean takes(String token) {
    boolean is = text.startsWith(token, at);
    at += is ? token.length() : 0;
    return is;
  }
}
