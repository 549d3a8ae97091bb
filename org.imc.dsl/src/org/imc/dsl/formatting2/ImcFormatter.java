package org.imc.dsl.formatting2;

import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.imc.model.imc.FileDecl;

public class ImcFormatter extends AbstractJavaFormatter {
  protected void format(FileDecl file, IFormattableDocument document) { }
}
