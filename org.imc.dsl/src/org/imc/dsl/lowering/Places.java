package org.imc.dsl.lowering;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.util.ITextRegion;
import org.imc.engine.ElementId;
import org.imc.model.imc.NamedDecl;
import org.jspecify.annotations.Nullable;

/** Name declarations towards the engine and remember where they stand. */
class Places {

  private final @Nullable IQualifiedNameProvider names;
  private final @Nullable ILocationInFileProvider locations;
  private final Map<ElementId, SourceMap.Place> places = new HashMap<>();
  private final Map<ElementId, Map<String, SourceMap.Place>> properties = new HashMap<>();

  private Places(@Nullable IQualifiedNameProvider names, @Nullable ILocationInFileProvider locations) {
    this.names = names;
    this.locations = locations;
  }

  /** Make empty ones. */
  static final class Factory {

    @Inject private IQualifiedNameProvider names;
    @Inject private ILocationInFileProvider locations;

    Places create() {
      return new Places(names, locations);
    }
  }

  /**
   * Return places for declarations that were made, not written, such as the designs of an exploration: their names tell
   * them apart, and they stand nowhere. Asks nobody, so that threads do not share a cache.
   */
  static Places nowhere() {
    return new Places(null, null) {
      @Override
      ElementId id(EObject declaration) {
        return new ElementId(((NamedDecl) declaration).getName());
      }

      @Override
      void property(ElementId id, String property, @Nullable EObject value) {
        // it stands nowhere
      }
    };
  }

  /** Return the id of a declaration: its qualified name, or what it is where it has none. */
  ElementId id(EObject declaration) {
    QualifiedName name = names.getFullyQualifiedName(declaration);
    var id = new ElementId(name == null ? declaration.eResource().getURIFragment(declaration) : name.toString());
    places.computeIfAbsent(id, key -> place(declaration));
    return id;
  }

  /** Return the id of a part of a declaration that stands in the text as something else, such as the use of a block. */
  ElementId id(EObject declaration, String part, EObject written) {
    var id = new ElementId(id(declaration) + "." + part);
    places.computeIfAbsent(id, key -> place(written));
    return id;
  }

  /** Return the id of a block without a name, which is to be marked where it gives a property. */
  ElementId id(EObject block, EStructuralFeature marked) {
    var id = new ElementId(block.eResource().getURIFragment(block));
    places.computeIfAbsent(id, key -> place(block, locations.getSignificantTextRegion(block, marked, 0)));
    return id;
  }

  /** Remember where a property of an element stands. */
  void property(ElementId id, String property, @Nullable EObject value) {
    if (value != null && NodeModelUtils.getNode(value) != null) {
      properties.computeIfAbsent(id, key -> new HashMap<>()).computeIfAbsent(property, key -> place(value));
    }
  }

  SourceMap toSourceMap() {
    return new SourceMap(places, properties);
  }

  /** Return where a declaration stands. */
  SourceMap.Place place(EObject declaration) {
    return place(declaration, locations.getSignificantTextRegion(declaration));
  }

  private static SourceMap.Place place(EObject declaration, ITextRegion region) {
    var node = NodeModelUtils.findActualNodeFor(declaration);
    var start = NodeModelUtils.getLineAndColumn(node, region.getOffset());
    return new SourceMap.Place(declaration.eResource().getURI(), region.getOffset(), region.getLength(),
        start.getLine(), start.getColumn());
  }
}
