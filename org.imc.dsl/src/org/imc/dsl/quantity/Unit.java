package org.imc.dsl.quantity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A unit as it may be typed: a prefix and a symbol, or a quotient of two of them.
 *
 * @param dimension what it measures
 * @param factor how many canonical units of the dimension one of it is; exact
 */
public record Unit(Dimension dimension, BigDecimal factor) {

  /** The base symbols, each worth {@code inBase} of the physical base unit of its kind. */
  private enum Base {
    METRE, SQUARE_METRE, SECOND, HERTZ, VOLT, FARAD, JOULE, BIT, CYCLE
  }

  private record Atom(Base base, BigDecimal inBase) { }

  private static final Map<String, BigDecimal> DECIMAL_PREFIXES = Map.ofEntries(
      Map.entry("a", power(-18)), Map.entry("f", power(-15)), Map.entry("p", power(-12)), Map.entry("n", power(-9)),
      Map.entry("u", power(-6)), Map.entry("µ", power(-6)), Map.entry("μ", power(-6)), Map.entry("m", power(-3)),
      Map.entry("k", power(3)), Map.entry("M", power(6)), Map.entry("G", power(9)), Map.entry("T", power(12)));

  private static final Map<String, BigDecimal> BINARY_PREFIXES = Map.of(
      "Ki", BigDecimal.valueOf(1L << 10), "Mi", BigDecimal.valueOf(1L << 20), "Gi", BigDecimal.valueOf(1L << 30));

  private static final Map<String, Atom> SYMBOLS = Map.of(
      "m", new Atom(Base.METRE, BigDecimal.ONE),
      "s", new Atom(Base.SECOND, BigDecimal.ONE),
      "Hz", new Atom(Base.HERTZ, BigDecimal.ONE),
      "V", new Atom(Base.VOLT, BigDecimal.ONE),
      "F", new Atom(Base.FARAD, BigDecimal.ONE),
      "J", new Atom(Base.JOULE, BigDecimal.ONE),
      "bit", new Atom(Base.BIT, BigDecimal.ONE),
      "B", new Atom(Base.BIT, BigDecimal.valueOf(8)),
      "cycle", new Atom(Base.CYCLE, BigDecimal.ONE));

  /** Return the unit that a text stands for, or nothing when no unit of the language is written so. */
  public static Optional<Unit> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return atom(text).flatMap(Unit::ofAtom);
    }
    Optional<Atom> over = atom(text.substring(0, slash));
    Optional<Atom> under = atom(text.substring(slash + 1));
    return over.isPresent() && under.isPresent() ? ofQuotient(over.get(), under.get()) : Optional.empty();
  }

  private static Optional<Unit> ofAtom(Atom atom) {
    return switch (atom.base()) {
      case METRE -> unit(Dimension.LENGTH, atom.inBase(), 9);
      case SQUARE_METRE -> unit(Dimension.AREA, atom.inBase(), 12);
      case SECOND -> unit(Dimension.TIME, atom.inBase(), 9);
      case HERTZ -> unit(Dimension.FREQUENCY, atom.inBase(), -6);
      case VOLT -> unit(Dimension.VOLTAGE, atom.inBase(), 0);
      case FARAD -> unit(Dimension.CAPACITANCE, atom.inBase(), 15);
      case BIT -> unit(Dimension.INFORMATION, atom.inBase(), 0);
      case JOULE, CYCLE -> Optional.empty(); // only in quotients
    };
  }

  private static Optional<Unit> ofQuotient(Atom over, Atom under) {
    if (over.base() == Base.JOULE && under.base() == Base.BIT) {
      // 8 is the only divisor that is not a power of ten or two times it: the quotient is exact
      return unit(Dimension.ENERGY_PER_BIT, over.inBase().divide(under.inBase()), 12);
    }
    if (over.base() == Base.BIT && under.base() == Base.CYCLE && under.inBase().equals(BigDecimal.ONE)) {
      return unit(Dimension.BITS_PER_CYCLE, over.inBase(), 0);
    }
    if (over.base() == Base.BIT && under.base() == Base.SECOND) {
      return unit(Dimension.BITS_PER_TIME, over.inBase().divide(under.inBase()), -9);
    }
    return Optional.empty();
  }

  private static Optional<Unit> unit(Dimension dimension, BigDecimal inBase, int canonicalPerBaseExponent) {
    return Optional.of(new Unit(dimension, inBase.multiply(power(canonicalPerBaseExponent))));
  }

  private static Optional<Atom> atom(String text) {
    Atom plain = SYMBOLS.get(text);
    if (plain != null) {
      return Optional.of(plain);
    }
    if (text.endsWith("m2") || text.endsWith("m²")) {
      String prefix = text.substring(0, text.length() - 2);
      BigDecimal length = prefix.isEmpty() ? BigDecimal.ONE : DECIMAL_PREFIXES.get(prefix);
      return Optional.ofNullable(length).map(l -> new Atom(Base.SQUARE_METRE, l.multiply(l)));
    }
    for (Map.Entry<String, Atom> symbol : SYMBOLS.entrySet()) {
      if (text.endsWith(symbol.getKey())) {
        String prefix = text.substring(0, text.length() - symbol.getKey().length());
        Optional<BigDecimal> factor = prefix(prefix, symbol.getValue().base());
        if (factor.isPresent()) {
          return factor.map(f -> new Atom(symbol.getValue().base(), symbol.getValue().inBase().multiply(f)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> prefix(String prefix, Base base) {
    if (base == Base.CYCLE) {
      return Optional.empty();
    }
    BigDecimal binary = BINARY_PREFIXES.get(prefix);
    if (binary != null) {
      return base == Base.BIT ? Optional.of(binary) : Optional.empty();
    }
    BigDecimal decimal = DECIMAL_PREFIXES.get(prefix);
    boolean fractionOfBit = base == Base.BIT && decimal != null && decimal.compareTo(BigDecimal.ONE) < 0;
    return fractionOfBit ? Optional.empty() : Optional.ofNullable(decimal);
  }

  private static BigDecimal power(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent);
  }
}
