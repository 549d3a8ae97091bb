package org.imc.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two designs to compare.
 *
 * @param one number of the first
 * @param other number of the second
 */
record ComparedDesigns(long one, long other) {

  private static final Pattern PAIR = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

  /** Return what {@code 12:40} means; nothing when it is written otherwise. */
  static Optional<ComparedDesigns> parse(String text) {
    Matcher pair = PAIR.matcher(text);
    return pair.matches()
        ? Optional.of(new ComparedDesigns(Long.parseLong(pair.group(1)), Long.parseLong(pair.group(2))))
        : Optional.empty();
  }
}
