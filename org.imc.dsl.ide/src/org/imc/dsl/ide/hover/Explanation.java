package org.imc.dsl.ide.hover;

import java.util.List;

/**
 * What a stretch of text means.
 *
 * @param offset first character, from 0
 * @param length characters
 * @param title what it is, in a few words
 * @param paragraphs plain text; hosts format it
 */
public record Explanation(int offset, int length, String title, List<String> paragraphs) {

  public Explanation {
    paragraphs = List.copyOf(paragraphs);
  }
}
