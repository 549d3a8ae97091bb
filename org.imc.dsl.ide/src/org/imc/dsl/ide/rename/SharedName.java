package org.imc.dsl.ide.rename;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.imc.dsl.inheritance.Effective;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.UseDecl;

/**
 * Declarations that mean one thing by one name, though nothing refers from one to the other: a parameter or a memory, those of
 * what extends its declaration, which give it anew, and the values that uses of a block give to a parameter.
 */
final class SharedName {

  private SharedName() { }

  /** Return a declaration and all others of its resource set that must keep one name with it. */
  static Set<NamedDecl> of(NamedDecl declaration) {
    var same = new LinkedHashSet<NamedDecl>(List.of(declaration));
    if (declaration.eContainer() instanceof ParametrisedDecl && declaration.getName() != null) {
      NamedDecl first = first(declaration);
      same.add(first); // which may stand in a file of the library
      for (Resource file : new ArrayList<>(declaration.eResource().getResourceSet().getResources())) {
        EcoreUtil.getAllProperContents(file, true).forEachRemaining(content -> {
          if (content instanceof NamedDecl other && declaration.getName().equals(other.getName()) && first(other) == first) {
            same.add(other);
          }
        });
      }
    }
    return same;
  }

  /** Return the declaration that has the name first: in the outermost base, or in the block that is used. */
  private static NamedDecl first(NamedDecl declaration) {
    EObject around = declaration.eContainer();
    if (around instanceof UseDecl use) {
      return use.getBlock() == null ? declaration : part(use.getBlock(), declaration);
    }
    return around instanceof ParametrisedDecl derived
        ? Effective.chain(derived).stream().map(base -> part(base, declaration)).filter(part -> part != declaration)
            .reduce(declaration, (nearer, farther) -> farther)
        : declaration;
  }

  /** Return the part of a declaration that stands in the same place and has the same name as another, or the other. */
  private static NamedDecl part(EObject around, NamedDecl like) {
    EStructuralFeature place = like.eContainingFeature();
    return around.eClass().getEAllStructuralFeatures().contains(place)
        ? EcoreUtil2.typeSelect(around.eContents(), NamedDecl.class).stream()
            .filter(part -> part.eContainingFeature() == place && like.getName().equals(part.getName()))
            .findFirst().orElse(like)
        : like;
  }
}
