package org.imc.dsl.survey;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers from one to another, both included.
 *
 * @param low the least
 * @param high the greatest
 */
public record ValueRange(double low, double high) {

  /** Every number. */
  public static final ValueRange ALL = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,9})?";
  private static final Pattern SINGLE = Pattern.compile(NUMBER);
  private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")?\\.\\.(" + NUMBER + ")?");

  /** Return what {@code 28}, {@code 22..28}, {@code ..28} or {@code 22..} says, or nothing for any other text. */
  public static Optional<ValueRange> parse(String text) {
    if (SINGLE.matcher(text).matches()) {
      return Optional.of(new ValueRange(Double.parseDouble(text), Double.parseDouble(text)));
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches() || text.equals("..")) {
      return Optional.empty();
    }
    double low = range.group(1) == null ? ALL.low : Double.parseDouble(range.group(1));
    double high = range.group(2) == null ? ALL.high : Double.parseDouble(range.group(2));
    return low <= high ? Optional.of(new ValueRange(low, high)) : Optional.empty();
  }

  /** Return whether a number lies within; one that is not known lies within all numbers alone. */
  boolean contains(double value) {
    return equals(ALL) || value >= low && value <= high;
  }
}
