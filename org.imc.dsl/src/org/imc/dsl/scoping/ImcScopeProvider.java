package org.imc.dsl.scoping;

import com.google.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.FilteringScope;
import org.eclipse.xtext.scoping.impl.MapBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import org.imc.model.imc.ImcPackage;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.exploration.Family;
import org.imc.dsl.lowering.FlatNetwork;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.FigureDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.GraphDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.MappingDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityAxisDecl;

/**
 * Let a layer read the inputs and layers of its own network, a quantity the parameters of the declaration around it, and
 * a mapping or a figure of a claim the layers of its network and the memories of its architecture, an axis of an
 * exploration the memories and parameters of its architectures;
 * everything else is found by imports and packages.
 */
public class ImcScopeProvider extends AbstractImcScopeProvider {

  @Inject private IResourceScopeCache cache;
  @Inject private IQualifiedNameConverter qualifiedNames;

  @Override
  public IScope getScope(EObject context, EReference reference) {
    if (context.eResource() == null) {
      return IScope.NULLSCOPE; // broken off from a half-typed quantity: it stands nowhere and sees nothing
    }
    if (reference == ImcPackage.Literals.LAYER_DECL__FROM) {
      GraphDecl network = EcoreUtil2.getContainerOfType(context, GraphDecl.class);
      return network == null
          ? IScope.NULLSCOPE
          : new FilteringScope(nodes(network), node -> node.getEObjectOrProxy() != context);
    }
    MappingDecl mapping = EcoreUtil2.getContainerOfType(context, MappingDecl.class);
    if (mapping != null && reference == ImcPackage.Literals.LAYER_MAPPING_DECL__LAYERS) {
      return mapping.getNetwork() == null || mapping.getNetwork().eIsProxy()
          ? IScope.NULLSCOPE
          : layers(mapping.getNetwork());
    }
    if (mapping != null && reference == ImcPackage.Literals.HELD_DECL__MEMORY) {
      return mapping.getArchitecture() == null || mapping.getArchitecture().eIsProxy()
          ? IScope.NULLSCOPE
          : memories(mapping.getArchitecture());
    }
    if (context instanceof FigureDecl figure && reference == ImcPackage.Literals.FIGURE_DECL__LAYER) {
      return figure.getNetwork() == null || figure.getNetwork().eIsProxy() ? IScope.NULLSCOPE : layers(figure.getNetwork());
    }
    if (context instanceof FigureDecl figure && reference == ImcPackage.Literals.FIGURE_DECL__MEMORY) {
      return figure.getArchitecture() == null || figure.getArchitecture().eIsProxy()
          ? IScope.NULLSCOPE
          : memories(figure.getArchitecture());
    }
    if (context instanceof QuantityAxisDecl axis && reference == ImcPackage.Literals.QUANTITY_AXIS_DECL__MEMORY) {
      return Scopes.scopeFor(explored(axis).flatMap(ImcScopeProvider::memoriesOf).toList());
    }
    if (context instanceof QuantityAxisDecl axis && reference == ImcPackage.Literals.QUANTITY_AXIS_DECL__PARAMETER) {
      return Scopes.scopeFor(explored(axis).flatMap(Family::parametrised)
          .flatMap(declaration -> declaration.getParameters().stream()).toList());
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

  /** Return the layers of a network by name, those of blocks too, each for what it was written as. */
  private IScope layers(NetworkDecl network) {
    return cache.get(Tuples.pair(FlatNetwork.class, network), network.eResource(), () -> {
      var flat = FlatNetwork.of(network);
      List<IEObjectDescription> layers = flat.network().getNodes().stream()
          .filter(node -> node instanceof LayerDecl && node.getName() != null)
          .map(node -> EObjectDescription.create(qualifiedNames.toQualifiedName(node.getName()), flat.written(node)))
          .toList();
      return MapBasedScope.createScope(IScope.NULLSCOPE, layers);
    });
  }

  /** Return the memories of an architecture and of what it extends. */
  private static IScope memories(ArchitectureDecl architecture) {
    return Scopes.scopeFor(memoriesOf(architecture).toList());
  }

  private static Stream<EObject> memoriesOf(ArchitectureDecl architecture) {
    var effective = Effective.of(architecture);
    return effective.joined().getMemories().stream().map(effective::origin);
  }

  /** Return the architectures that an axis varies, as far as they are known. */
  private static Stream<ArchitectureDecl> explored(QuantityAxisDecl axis) {
    return axis.eContainer() instanceof ExploreDecl exploration
        ? exploration.getArchitectures().stream().filter(architecture -> !architecture.eIsProxy())
        : Stream.empty();
  }

  /** Return the inputs and layers of a network or block by name; made once, since every layer asks. */
  private IScope nodes(GraphDecl network) {
    return cache.get(Tuples.pair(ImcScopeProvider.class, network), network.eResource(), () ->
        MapBasedScope.createScope(IScope.NULLSCOPE, Scopes.scopedElementsFor(network.getNodes())));
  }
}
