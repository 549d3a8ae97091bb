package org.imc.dsl.ide.formatting;

import java.util.ArrayList;
import java.util.List;

/** Find what a formatter did to a text, as replacements of white space, so that cursors and folds stay where they are. */
public final class SpaceEdits {

  private SpaceEdits() { }

  /**
   * A replacement of a stretch of text.
   *
   * @param offset first character, from 0
   * @param length characters
   * @param text what takes their place
   */
  public record SpaceEdit(int offset, int length, String text) { }

  /** Return the edits that turn one text into another; one edit of everything when more than white space differs. */
  public static List<SpaceEdit> between(String before, String after) {
    var edits = new ArrayList<SpaceEdit>();
    int i = 0;
    int j = 0;
    while (i < before.length() || j < after.length()) {
      int spaceBefore = spaces(before, i);
      int spaceAfter = spaces(after, j);
      String old = before.substring(i, i + spaceBefore);
      String laidOut = after.substring(j, j + spaceAfter);
      if (!old.equals(laidOut)) {
        edits.add(smallest(i, old, laidOut));
      }
      i += spaceBefore;
      j += spaceAfter;
      while (i < before.length() && j < after.length()
          && !isSpace(before.charAt(i)) && before.charAt(i) == after.charAt(j)) {
        i++;
        j++;
      }
      boolean ended = i == before.length() && j == after.length();
      if (!ended && spaces(before, i) + spaces(after, j) == 0) {
        return List.of(new SpaceEdit(0, before.length(), after));
      }
    }
    return edits;
  }

  private static SpaceEdit smallest(int offset, String old, String laidOut) {
    int start = 0;
    int shorter = Math.min(old.length(), laidOut.length());
    while (start < shorter && old.charAt(start) == laidOut.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && old.charAt(old.length() - 1 - end) == laidOut.charAt(laidOut.length() - 1 - end)) {
      end++;
    }
    return new SpaceEdit(
        offset + start, old.length() - start - end, laidOut.substring(start, laidOut.length() - end));
  }

  private static int spaces(String text, int from) {
    int end = from;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end - from;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
