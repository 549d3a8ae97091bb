package org.imc.dsl.ide.outline;

import java.util.List;
import org.eclipse.emf.ecore.EClass;

/**
 * A declaration, with those inside it. Holds no part of the model but its kind.
 *
 * @param name what it is called; a question is called by what it asks about
 * @param kind of the declaration
 * @param word the language's word for the kind
 * @param whole all of its text
 * @param significant the part of it to select
 * @param children what is declared inside
 */
public record OutlineNode(
    String name, EClass kind, String word, Region whole, Region significant, List<OutlineNode> children) {

  /**
   * A stretch of text.
   *
   * @param offset first character, from 0
   * @param length characters
   */
  public record Region(int offset, int length) {

    /** Return whether an offset lies in it or right behind it. */
    public boolean contains(int at) {
      return offset <= at && at <= offset + length;
    }
  }

  public OutlineNode {
    children = List.copyOf(children);
  }
}
