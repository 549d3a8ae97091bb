package org.imc.dsl.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Write numbers for people: three significant digits and a prefix that keeps them short.
 *
 * <p>The same text in every locale. What is not a finite number becomes {@link #NOTHING}.
 */
public final class Figures {

  /** Stands where there is no number. */
  public static final String NOTHING = "–";

  private static final int DIGITS = 3;

  private static final int PICO = -12;
  private static final int NANO = -9;

  /** Prefixes by three powers of ten, from femto to tera. */
  private static final String[] PREFIXES = {"f", "p", "n", "µ", "m", "", "k", "M", "G", "T"};

  private static final int SMALLEST = -15;
  private static final int LARGEST = SMALLEST + 3 * (PREFIXES.length - 1);

  private Figures() { }

  /** Return an energy given in pJ: {@code 4.21 µJ}. */
  public static String energy(double pj) {
    return prefixed(pj, PICO, SMALLEST, 0, "J");
  }

  /** Return a time given in ns: {@code 14.6 µs}. */
  public static String time(double ns) {
    return prefixed(ns, NANO, PICO, 0, "s");
  }

  /** Return a count: exact below 1000, then {@code 12.5 M}. */
  public static String count(double count) {
    if (Math.abs(count) < 1000 && count == Math.rint(count)) {
      return Long.toString((long) count);
    }
    return prefixed(count, 0, 0, LARGEST, "");
  }

  /** Return an area given in mm²: {@code 0.832 mm²}, {@code 0.00241 mm²}. */
  public static String area(double mm2) {
    return Double.isFinite(mm2) ? significant(mm2, DIGITS) + " mm²" : NOTHING;
  }

  /** Return a share of 1 in percent: {@code 45.2%}. */
  public static String percent(double share) {
    return Double.isFinite(share) ? fixed(100 * share, 1) + "%" : NOTHING;
  }

  /** Return how many times a bound something is: {@code 1.13x}, {@code 12.3x}. */
  public static String ratio(double ratio) {
    return Double.isFinite(ratio) ? significant(ratio, DIGITS) + "x" : NOTHING;
  }

  /** Return a number without a prefix: {@code 12.4}. */
  public static String plain(double value) {
    return significant(value, DIGITS);
  }

  /** Return a number rounded to some significant digits, never to fewer digits than its whole part has. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = round(value, digits);
    if (exponent(rounded) >= digits) {
      return fixed(value, 0);
    }
    return rounded.setScale(digits - 1 - exponent(rounded), RoundingMode.UNNECESSARY).toPlainString();
  }

  /** Return a number with some digits behind the point; {@code <0.1} rather than {@code 0.0} for what is not 0. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    if (value > 0 && rounded.signum() == 0) {
      return "<" + BigDecimal.ONE.movePointLeft(decimals).toPlainString();
    }
    return rounded.toPlainString();
  }

  private static String prefixed(double value, int power, int smallest, int largest, String unit) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    if (value == 0) {
      return unit.isEmpty() ? "0" : "0 " + PREFIXES[index(power)] + unit;
    }
    BigDecimal rounded = round(value, DIGITS).scaleByPowerOfTen(power);
    int exponent = exponent(rounded);
    int prefix = Math.clamp(Math.floorDiv(exponent, 3) * 3, smallest, largest);
    BigDecimal scaled = rounded.scaleByPowerOfTen(-prefix)
        .setScale(Math.max(0, DIGITS - 1 - (exponent - prefix)), RoundingMode.HALF_UP);
    return (scaled.toPlainString() + " " + PREFIXES[index(prefix)] + unit).stripTrailing();
  }

  private static BigDecimal round(double value, int digits) {
    return BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /** Return the power of ten of the first digit. */
  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static int index(int prefix) {
    return (prefix - SMALLEST) / 3;
  }
}
