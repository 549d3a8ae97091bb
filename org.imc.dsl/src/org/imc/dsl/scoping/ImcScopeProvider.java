package org.imc.dsl.scoping;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.FilteringScope;
import org.eclipse.xtext.scoping.impl.MapBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import org.imc.model.imc.ImcPackage;
import org.imc.dsl.inheritance.Effective;
import org.imc.model.imc.GraphDecl;
import org.imc.model.imc.ParametrisedDecl;

/**
 * Let a layer read the inputs and layers of its own network, and a quantity the parameters of the declaration around it;
 * everything else is found by imports and packages.
 */
public class ImcScopeProvider extends AbstractImcScopeProvider {

  @Inject private IResourceScopeCache cache;

  @Override
  public IScope getScope(EObject context, EReference reference) {
    if (reference == ImcPackage.Literals.LAYER_DECL__FROM) {
      GraphDecl network = EcoreUtil2.getContainerOfType(context, GraphDecl.class);
      return network == null
          ? IScope.NULLSCOPE
          : new FilteringScope(nodes(network), node -> node.getEObjectOrProxy() != context);
    }
    return reference == ImcPackage.Literals.PARAMETER_REFERENCE_DECL__PARAMETER
        ? parameters(context, super.getScope(context, reference))
        : super.getScope(context, reference);
  }

  /** Return the parameters of the declarations around a quantity and of what they extend, before those of files. */
  private static IScope parameters(EObject context, IScope files) {
    ParametrisedDecl around = EcoreUtil2.getContainerOfType(context, ParametrisedDecl.class);
    if (around == null) {
      return files;
    }
    List<ParametrisedDecl> chain = Effective.chain(around);
    IScope scope = around.eContainer() == null ? files : parameters(around.eContainer(), files);
    for (int i = chain.size() - 1; i >= 0; i--) {
      scope = Scopes.scopeFor(chain.get(i).getParameters(), scope);
    }
    return scope;
  }

  /** Return the inputs and layers of a network or block by name; made once, since every layer asks. */
  private IScope nodes(GraphDecl network) {
    return cache.get(Tuples.pair(ImcScopeProvider.class, network), network.eResource(), () ->
        MapBasedScope.createScope(IScope.NULLSCOPE, Scopes.scopedElementsFor(network.getNodes())));
  }
}
