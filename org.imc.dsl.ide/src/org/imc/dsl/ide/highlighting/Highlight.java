package org.imc.dsl.ide.highlighting;

/**
 * A stretch of text of one kind.
 *
 * @param offset first character, from 0
 * @param length characters
 * @param kind what it is
 */
public record Highlight(int offset, int length, Kind kind) {

  /** What a stretch of text is. */
  public enum Kind {
    /** A word that introduces a declaration or an import. */
    DECLARATION,
    /** Any other word of the language. */
    KEYWORD,
    NUMBER,
    UNIT,
    STRING,
    COMMENT
  }

  /** Return the offset behind the last character. */
  public int end() {
    return offset + length;
  }
}
