package org.imc.dsl.ui.editor;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Show which brace belongs to which. */
public final class ImcBrackets extends DefaultCharacterPairMatcher {

  public ImcBrackets() {
    super(new char[] {'{', '}'});
  }
}
