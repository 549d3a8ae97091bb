package org.imc.dsl.quantity;

import java.util.Optional;

/**
 * What a quantity measures, as powers of the language's base units: all others are products of these (F = J/V², Hz = 1/s).
 *
 * @param metre power of m
 * @param second power of s
 * @param volt power of V
 * @param joule power of J
 * @param bit power of bit
 * @param cycle power of cycle
 * @param operation power of the arithmetic operation that throughput counts
 */
public record Measure(int metre, int second, int volt, int joule, int bit, int cycle, int operation) {

  /** A bare number. */
  public static final Measure NONE = new Measure(0, 0, 0, 0, 0, 0, 0);

  /** Return what a product measures. */
  public Measure times(Measure other) {
    return new Measure(metre + other.metre, second + other.second, volt + other.volt, joule + other.joule,
        bit + other.bit, cycle + other.cycle, operation + other.operation);
  }

  /** Return what a quotient measures. */
  public Measure over(Measure other) {
    return new Measure(metre - other.metre, second - other.second, volt - other.volt, joule - other.joule,
        bit - other.bit, cycle - other.cycle, operation - other.operation);
  }

  /** Return the dimension that the language's properties know it by, if there is one. */
  public Optional<Dimension> dimension() {
    return Dimension.of(this);
  }

  /** Return words for people, with their article. */
  public String description() {
    return dimension().map(Dimension::description).orElseGet(() -> "a quantity in " + symbols());
  }

  private String symbols() {
    var text = new StringBuilder();
    append(text, "J", joule);
    append(text, "m", metre);
    append(text, "s", second);
    append(text, "V", volt);
    append(text, "bit", bit);
    append(text, "cycle", cycle);
    append(text, "OP", operation);
    return text.toString();
  }

  private static void append(StringBuilder text, String symbol, int power) {
    if (power != 0) {
      text.append(text.isEmpty() ? "" : " ").append(symbol).append(power == 1 ? "" : "^" + power);
    }
  }
}
