package org.imc.cli;

/** Make text from files fit to be shown: what would move the cursor or turn the writing direction is replaced. */
final class Printable {

  private static final int LONGEST_MESSAGE = 600;
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() { }

  /** Return a message in one line of bearable length. */
  static String of(String message) {
    String line = message.replaceAll("\\s*\\R\\s*", " ");
    if (line.length() > LONGEST_MESSAGE) {
      int half = LONGEST_MESSAGE / 2;
      line = line.substring(0, half) + " … " + line.substring(line.length() - half);
    }
    return characters(line);
  }

  /** Return a text with each character that is not harmless replaced by one that is; tabs stay. */
  static String characters(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printable.appendCodePoint(isHarmless(c) ? c : REPLACEMENT));
    return printable.toString();
  }

  private static boolean isHarmless(int codePoint) {
    return codePoint == '\t' || switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
