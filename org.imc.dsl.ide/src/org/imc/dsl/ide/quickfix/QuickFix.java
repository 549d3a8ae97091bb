package org.imc.dsl.ide.quickfix;

import java.util.List;

/**
 * A way to mend an issue.
 *
 * @param title what it does, beginning with a verb
 * @param edits in the file, not overlapping
 * @param preferred whether it is what the text advises
 */
public record QuickFix(String title, List<Edit> edits, boolean preferred) {

  /**
   * A replacement of a stretch of text.
   *
   * @param offset first character, from 0
   * @param length characters
   * @param text what takes their place
   */
  public record Edit(int offset, int length, String text) { }

  public QuickFix {
    edits = List.copyOf(edits);
  }

  static QuickFix of(String title, Edit edit) {
    return new QuickFix(title, List.of(edit), true);
  }
}
