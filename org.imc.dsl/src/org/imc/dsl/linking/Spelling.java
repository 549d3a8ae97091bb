package org.imc.dsl.linking;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Guess which name was meant. */
public final class Spelling {

  private record Guess(String name, int distance) { }

  private Spelling() { }

  /**
   * Return the candidate nearest to what was typed, when it is near enough to be meant: at most a third of its letters
   * differ. Case differences count least; equal distances are decided alphabetically.
   */
  public static Optional<String> nearest(String typed, Stream<String> candidates) {
    return candidates
        .filter(candidate -> !candidate.equals(typed))
        .filter(candidate -> 2 * Math.abs(candidate.length() - typed.length()) <= tolerated(candidate)) // is quick
        .map(candidate -> new Guess(candidate, distance(typed, candidate)))
        .filter(guess -> guess.distance() <= tolerated(guess.name()))
        .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::name))
        .map(Guess::name);
  }

  private static int tolerated(String candidate) {
    return Math.max(2, 2 * candidate.length() / 3);
  }

  /** Return the edit distance; a letter in the other case costs 1, any other change of a letter 2. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = 2 * j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = 2 * i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + replacement(a.charAt(i - 1), b.charAt(j - 1));
        current[j] = Math.min(replace, 2 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }

  private static int replacement(char a, char b) {
    if (a == b) {
      return 0;
    }
    return Character.toLowerCase(a) == Character.toLowerCase(b) ? 1 : 2;
  }
}
