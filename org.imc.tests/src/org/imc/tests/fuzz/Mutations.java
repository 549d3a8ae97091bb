package org.imc.tests.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damage a text as typing, merging, copying and broken disks do. */
final class Mutations {

  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\\n]*\"|//[^\\n]*|/\\*.*?\\*/|[0-9]+(\\.[0-9]+)?|[\\p{L}_²][\\p{L}\\p{N}_²]*|\\s+|.", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9]+(\\.[0-9]+)?");

  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private final Dice dice;
  private final Tokens tokens;

  Mutations(Dice dice) {
    this.dice = dice;
    this.tokens = new Tokens(dice);
  }

  /** Return the text after one to five accidents. */
  String mutate(String text, String donor) {
    String mutated = text;
    for (int times = dice.oneIn(3) ? dice.between(2, 5) : 1; times > 0; times--) {
      mutated = once(mutated, donor);
    }
    return mutated;
  }

  /** Return the text with some numbers and words exchanged for others: it still parses, more often than not. */
  String exchange(String text) {
    String exchanged = text;
    for (int times = dice.between(1, 4); times > 0; times--) {
      exchanged = dice.oneIn(4)
          ? replaceOne(exchanged, WORD, tokens.name())
          : replaceOne(exchanged, NUMBER, tokens.number());
    }
    return exchanged;
  }

  private String once(String text, String donor) {
    int at = dice.below(text.length() + 1);
    return switch (dice.below(17)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> cut(text, at, dice.between(1, 3));
      case 3 -> cut(text, at, dice.between(4, 200));
      case 4 -> insert(text, at, tokens.any());
      case 5 -> insert(text, at, text.substring(at, Math.min(text.length(), at + dice.between(1, 80))));
      case 6 -> insert(text, at, donor.substring(dice.below(donor.length() + 1)));
      case 7, 8, 9 -> tokensOf(text, donor);
      case 10, 11 -> linesOf(text);
      case 12 -> without(text, dice.of("{", "}", "\"", "/", "*", ",", "\n", " "));
      case 13 -> noise(text, at);
      case 14 -> text.replace("\n", dice.of("\r\n", "\r", " ", "\n\n\n", "\u2028", ""));
      case 15 -> insert(text, at, dice.of("{", "}", "(", "/*", "a ", "1 ", "from ", "x ", "network n { ")
          .repeat(dice.between(2, 60)));
      default -> exchange(text);
    };
  }

  private String tokensOf(String text, String donor) {
    List<String> found = tokens(text);
    if (found.size() < 2) {
      return text + tokens.any();
    }
    int at = dice.below(found.size());
    switch (dice.below(4)) {
      case 0 -> Collections.swap(found, at, dice.below(found.size()));
      case 1 -> found.remove(at);
      case 2 -> found.add(at, found.get(dice.below(found.size())));
      default -> {
        List<String> others = tokens(donor);
        found.set(at, others.isEmpty() ? tokens.any() : dice.of(others));
      }
    }
    return String.join("", found);
  }

  private static List<String> tokens(String text) {
    var found = new ArrayList<String>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private String linesOf(String text) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = dice.below(lines.size());
    switch (dice.below(4)) {
      case 0 -> Collections.swap(lines, at, dice.below(lines.size()));
      case 1 -> lines.remove(at);
      case 2 -> lines.add(dice.below(lines.size()), lines.get(at));
      default -> Collections.shuffle(
          lines.subList(at, Math.min(lines.size(), at + dice.between(2, 12))), new Random(dice.below(1000)));
    }
    return String.join("\n", lines);
  }

  /** Return the text without one occurrence of a character, or without any. */
  private String without(String text, String gone) {
    if (dice.oneIn(2)) {
      return text.replace(gone, "");
    }
    int at = text.indexOf(gone, dice.below(text.length() + 1));
    return at < 0 ? text : text.substring(0, at) + text.substring(at + gone.length());
  }

  private String noise(String text, int at) {
    var noise = new StringBuilder();
    for (int length = dice.between(1, 30); length > 0; length--) {
      noise.append((char) (dice.oneIn(3) ? dice.below(0x10000) : dice.below(256)));
    }
    return insert(text, at, noise.toString());
  }

  private String replaceOne(String text, Pattern pattern, String replacement) {
    Matcher matcher = pattern.matcher(text);
    int start = dice.below(text.length() + 1);
    return matcher.find(start) || matcher.find(0)
        ? text.substring(0, matcher.start()) + replacement + text.substring(matcher.end())
        : text;
  }

  private static String insert(String text, int at, String inserted) {
    return text.substring(0, at) + inserted + text.substring(at);
  }

  private static String cut(String text, int at, int length) {
    return text.substring(0, at) + text.substring(Math.min(text.length(), at + length));
  }
}
