package org.imc.cli;

/**
 * The line of a text that holds a place, with marks under the place.
 *
 * @param line the line, without what cannot be shown; cut around the place when it is long
 * @param marks blanks and tabs, so that it aligns with the line, then carets
 */
record Excerpt(String line, String marks) {

  private static final int LONGEST = 100;
  private static final int CONTEXT = 40;
  private static final String CUT = "…";

  /**
   * Return the excerpt of a place.
   *
   * @param offset first character, from 0
   * @param length characters; what lies beyond the line is not marked
   */
  static Excerpt of(String text, int offset, int length) {
    int at = Math.clamp(offset, 0, text.length());
    int start = start(text, at);
    int end = end(text, at);
    int markEnd = Math.max(at + 1, Math.min((int) Math.min((long) at + length, Integer.MAX_VALUE), end));
    int from = start;
    int to = end;
    if (end - start > LONGEST) {
      from = Math.max(start, Math.min(at - CONTEXT, end - LONGEST));
      to = Math.min(end, from + LONGEST);
      from += splitsPair(text, from) ? 1 : 0;
      to -= splitsPair(text, to) ? 1 : 0;
    }
    String before = text.substring(from, at);
    String marked = text.substring(at, Math.max(at, Math.min(markEnd, to)));
    int carets = Math.max(1, marked.codePointCount(0, marked.length()));
    return new Excerpt(
        (from > start ? CUT : "") + Printable.characters(text.substring(from, to)) + (to < end ? CUT : ""),
        (from > start ? " " : "") + blanks(before) + "^".repeat(carets));
  }

  private static int start(String text, int at) {
    int start = at;
    while (start > 0 && !isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int end(String text, int at) {
    int end = at;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0 && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
  }

  private static String blanks(String text) {
    var blanks = new StringBuilder();
    text.codePoints().forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
    return blanks.toString();
  }
}
