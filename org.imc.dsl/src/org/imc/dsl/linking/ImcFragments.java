package org.imc.dsl.linking;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.DefaultFragmentProvider;
import org.eclipse.xtext.util.IResourceScopeCache;

/**
 * Name the places of a model as EMF does, {@code //@elements.17/@nodes.3}, without counting each time what stands before
 * one: every problem and every name in sight asks for its place, which in a large file took longer than all else.
 */
public class ImcFragments extends DefaultFragmentProvider {

  @Inject private IResourceScopeCache cache;

  @Override
  public String getFragment(EObject object, Fallback fallback) {
    Resource resource = object.eResource();
    EObject container = object.eContainer();
    if (container == null || resource == null) {
      return fallback.getFragment(object);
    }
    EReference feature = object.eContainmentFeature();
    String step = "/@" + feature.getName();
    if (feature.isMany()) {
      Integer position = cache.get(ImcFragments.class, resource, () -> positions(resource)).get(object);
      if (position == null) {
        return fallback.getFragment(object);
      }
      step += "." + position;
    }
    return getFragment(container, fallback) + step;
  }

  private static Map<EObject, Integer> positions(Resource resource) {
    var positions = new HashMap<EObject, Integer>();
    resource.getAllContents().forEachRemaining(parent -> {
      var counts = new HashMap<EReference, Integer>();
      for (EObject child : parent.eContents()) {
        if (child.eContainmentFeature().isMany()) {
          positions.put(child, counts.merge(child.eContainmentFeature(), 1, Integer::sum) - 1);
        }
      }
    });
    return positions;
  }
}
