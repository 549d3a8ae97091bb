package org.imc.dsl.scoping;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.NodeDecl;

/** Let a layer read the inputs and layers of its own network; everything else is found by imports and packages. */
public class ImcScopeProvider extends AbstractImcScopeProvider {

  @Override
  public IScope getScope(EObject context, EReference reference) {
    if (reference == ImcPackage.Literals.LAYER_DECL__FROM) {
      NetworkDecl network = EcoreUtil2.getContainerOfType(context, NetworkDecl.class);
      List<NodeDecl> nodes = network == null ? List.of() : network.getNodes();
      return Scopes.scopeFor(nodes.stream().filter(node -> node != context).toList());
    }
    return super.getScope(context, reference);
  }
}
