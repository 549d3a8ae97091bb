package org.imc.dsl.linking;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;

/** Recognise, in the grammar, the words that begin a property of a block. */
public final class PropertyGrammar {

  private PropertyGrammar() { }

  /**
   * Return whether a grammar element is the first word of a property: the first keyword of one of the alternatives in a
   * block, or of what a block repeats, not of a whole declaration.
   */
  public static boolean startsProperty(EObject grammarElement) {
    if (!(grammarElement instanceof Keyword keyword) || !Character.isLetter(keyword.getValue().charAt(0))) {
      return false;
    }
    return keyword.eContainer() instanceof Group alternative
        && alternative.getElements().get(0) == keyword
        && (alternative.eContainer() instanceof Alternatives || opensBlock(alternative));
  }

  private static boolean opensBlock(Group repeated) {
    return repeated.eContainer() instanceof Group block
        && block.getElements().indexOf(repeated) > 0
        && block.getElements().get(block.getElements().indexOf(repeated) - 1) instanceof Keyword open
        && open.getValue().equals("{");
  }
}
