package org.imc.dsl.scoping;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.ISelectable;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.ImportedNamespaceAwareLocalScopeProvider;
import org.eclipse.xtext.scoping.impl.MultimapBasedSelectable;
import org.imc.model.imc.FileDecl;

/**
 * Find declarations by imports and packages. Only those of the top level: nothing else is referred to from outside, and a
 * long network has thousands of layers whose names would be made after each key press.
 */
public class ImcImports extends ImportedNamespaceAwareLocalScopeProvider {

  @Override
  protected ISelectable internalGetAllDescriptions(Resource resource) {
    List<? extends EObject> declared =
        !resource.getContents().isEmpty() && resource.getContents().get(0) instanceof FileDecl file
            ? file.getElements()
            : List.of();
    return new MultimapBasedSelectable(Scopes.scopedElementsFor(declared, getQualifiedNameProvider()));
  }
}
