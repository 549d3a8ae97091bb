package org.imc.dsl.ide.live;

/**
 * The one stretch in which two texts differ.
 *
 * @param offset first character that differs, from 0
 * @param length characters of the old text that go
 * @param text what comes in their place
 */
public record TextDifference(int offset, int length, String text) {

  /** Return what turns one text into another; empty when they are equal. */
  public static TextDifference between(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    return new TextDifference(start, before.length() - start - end, after.substring(start, after.length() - end));
  }
}
