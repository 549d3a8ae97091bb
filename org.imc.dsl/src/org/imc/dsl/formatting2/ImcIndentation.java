package org.imc.dsl.formatting2;

import org.eclipse.xtext.formatting.IIndentationInformation;

/** Indent by two spaces. */
public class ImcIndentation implements IIndentationInformation {

  @Override
  public String getIndentString() {
    return "  ";
  }
}
