package org.imc.dsl.naming;

import org.eclipse.xtext.naming.DefaultDeclarativeQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.imc.model.imc.FileDecl;
import org.jspecify.annotations.Nullable;

/** Name declarations by their package, their parents and themselves. */
public class ImcQualifiedNames extends DefaultDeclarativeQualifiedNameProvider {

  /** Return the package as the name of a file; null when it has none. Found by name and type (Xtext). */
  protected @Nullable QualifiedName qualifiedName(FileDecl file) {
    return file.getPackage() == null ? null : getConverter().toQualifiedName(file.getPackage());
  }
}
