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
   * block, not of a whole declaration.
   */
  public static boolean startsProperty(EObject grammarElement) {
    if (!(grammarElement instanceof Keyword keyword) || !Character.isLetter(keyword.getValue().charAt(0))) {
      return false;
    }
    return keyword.eContainer() instanceof Group alternative
        && alternative.getElements().get(0) == keyword
        && alternative.eContainer() instanceof Alternatives;
  }
}
