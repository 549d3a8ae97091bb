package org.imc.dsl.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much a figure may change: {@code energy>+2%} is broken when the energy grows by more than 2 %.
 *
 * @param figure what changes
 * @param above whether changes above the limit break it, or those below
 * @param limitPercent of the earlier value
 */
public record ChangeBound(ComparedFigure figure, boolean above, double limitPercent) {

  private static final Pattern FORM = Pattern.compile("\\s*([a-zA-Z]+)\\s*([<>])\\s*([+-]?\\d{1,9}(?:\\.\\d{1,9})?)\\s*%\\s*");

  /**
   * Read a bound.
   *
   * @throws IllegalArgumentException that says what is wrong
   */
  public static ChangeBound parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no bound of a change. Maybe 'energy>+2%%' or 'efficiency<-5%%'.".formatted(text));
    }
    String word = parts.group(1).toLowerCase(Locale.ROOT);
    Optional<ComparedFigure> figure = Arrays.stream(ComparedFigure.values()).filter(each -> each.word().equals(word)).findFirst();
    return new ChangeBound(
        figure.orElseThrow(() -> new IllegalArgumentException("There is no figure '%s'. There are %s.".formatted(word,
            Arrays.stream(ComparedFigure.values()).map(ComparedFigure::word).collect(Collectors.joining(", "))))),
        parts.group(2).equals(">"), Double.parseDouble(parts.group(3)));
  }

  /** Return whether a change, in percent, breaks it; one that is not known does. */
  boolean isBroken(double percent) {
    return Double.isNaN(percent) || (above ? percent > limitPercent : percent < limitPercent);
  }

  /** Return the bound as it is written. */
  @Override
  public String toString() {
    return "%s%s%s%%".formatted(figure.word(), above ? ">" : "<", Comparison.signed(limitPercent));
  }
}
