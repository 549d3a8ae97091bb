package org.imc.dsl.naming;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;
import org.imc.model.imc.ElementDecl;
import org.imc.model.imc.FileDecl;

/** Let other files see the declarations of the top level, and nothing inside them. */
public class ImcExportedNames extends DefaultResourceDescriptionStrategy {

  @Override
  public boolean createEObjectDescriptions(EObject object, IAcceptor<IEObjectDescription> acceptor) {
    if (object instanceof ElementDecl) {
      super.createEObjectDescriptions(object, acceptor);
    }
    return object instanceof FileDecl; // look inside files only
  }
}
