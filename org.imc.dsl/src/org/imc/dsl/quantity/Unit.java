package org.imc.dsl.quantity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A unit as it may be typed: a prefix and a symbol, or a quotient of two of them.
 *
 * @param measure what it measures
 * @param inBase how many base units one of it is; exact
 */
public record Unit(Measure measure, BigDecimal inBase) {

  private static final Map<String, BigDecimal> DECIMAL_PREFIXES = Map.ofEntries(
      Map.entry("a", power(-18)), Map.entry("f", power(-15)), Map.entry("p", power(-12)), Map.entry("n", power(-9)),
      Map.entry("u", power(-6)), Map.entry("µ", power(-6)), Map.entry("μ", power(-6)), Map.entry("m", power(-3)),
      Map.entry("k", power(3)), Map.entry("M", power(6)), Map.entry("G", power(9)), Map.entry("T", power(12)),
      Map.entry("P", power(15)));

  private static final Map<String, BigDecimal> BINARY_PREFIXES = Map.of(
      "Ki", BigDecimal.valueOf(1L << 10), "Mi", BigDecimal.valueOf(1L << 20), "Gi", BigDecimal.valueOf(1L << 30));

  private static final Map<String, Unit> SYMBOLS = Map.ofEntries(
      symbol("m", Dimension.LENGTH, BigDecimal.ONE),
      symbol("s", Dimension.TIME, BigDecimal.ONE),
      symbol("Hz", Dimension.FREQUENCY, BigDecimal.ONE),
      symbol("V", Dimension.VOLTAGE, BigDecimal.ONE),
      symbol("F", Dimension.CAPACITANCE, BigDecimal.ONE),
      symbol("J", Dimension.ENERGY, BigDecimal.ONE),
      symbol("W", Dimension.POWER, BigDecimal.ONE),
      symbol("bit", Dimension.INFORMATION, BigDecimal.ONE),
      symbol("B", Dimension.INFORMATION, BigDecimal.valueOf(8)),
      symbol("OPS", Dimension.THROUGHPUT, BigDecimal.ONE),
      Map.entry("cycle", new Unit(
          Dimension.INFORMATION.measure().over(Dimension.BITS_PER_CYCLE.measure()), BigDecimal.ONE)));

  private static Map.Entry<String, Unit> symbol(String symbol, Dimension dimension, BigDecimal inBase) {
    return Map.entry(symbol, new Unit(dimension.measure(), inBase));
  }

  /** Return the unit that a text stands for, or nothing when no unit of the language is written so. */
  public static Optional<Unit> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return atom(text);
    }
    Optional<Unit> over = atom(text.substring(0, slash));
    Optional<Unit> under = atom(text.substring(slash + 1));
    return over.isPresent() && under.isPresent() ? over.get().over(under.get()) : Optional.empty();
  }

  /** Return what it measures, where the language's properties have a name for it. */
  public Optional<Dimension> dimension() {
    return measure.dimension();
  }

  /** Return how many canonical units of its dimension one of it is; exact. */
  public BigDecimal factor() {
    return dimension().map(dimension -> dimension.canonical(inBase)).orElse(inBase);
  }

  /** Return a quotient, or nothing where nobody writes it. */
  private Optional<Unit> over(Unit under) {
    // 8 is the only divisor that is not a power of ten or two times it: the quotient is exact
    var quotient = new Unit(measure.over(under.measure), inBase.divide(under.inBase));
    return quotient.dimension().filter(dimension -> dimension != Dimension.COUNT).map(dimension -> quotient);
  }

  private static Optional<Unit> atom(String text) {
    Unit plain = SYMBOLS.get(text);
    if (plain != null) {
      return Optional.of(plain);
    }
    if (text.endsWith("m2") || text.endsWith("m²")) {
      String prefix = text.substring(0, text.length() - 2);
      BigDecimal length = prefix.isEmpty() ? BigDecimal.ONE : DECIMAL_PREFIXES.get(prefix);
      return Optional.ofNullable(length).map(l -> new Unit(Dimension.AREA.measure(), l.multiply(l)));
    }
    for (Map.Entry<String, Unit> symbol : SYMBOLS.entrySet()) {
      if (text.endsWith(symbol.getKey())) {
        String prefix = text.substring(0, text.length() - symbol.getKey().length());
        Optional<BigDecimal> factor = prefix(prefix, symbol.getKey());
        if (factor.isPresent()) {
          return factor.map(f -> new Unit(symbol.getValue().measure(), symbol.getValue().inBase().multiply(f)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> prefix(String prefix, String symbol) {
    boolean bits = symbol.equals("bit") || symbol.equals("B");
    BigDecimal binary = BINARY_PREFIXES.get(prefix);
    if (symbol.equals("cycle") || binary != null && !bits) {
      return Optional.empty();
    }
    BigDecimal decimal = binary == null ? DECIMAL_PREFIXES.get(prefix) : binary;
    boolean indivisible = bits || symbol.equals("OPS");
    boolean fraction = indivisible && decimal != null && decimal.compareTo(BigDecimal.ONE) < 0;
    return fraction ? Optional.empty() : Optional.ofNullable(decimal);
  }

  private static BigDecimal power(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent);
  }
}
