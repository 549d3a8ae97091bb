package org.imc.dsl.inheritance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityDecl;
import org.jspecify.annotations.Nullable;

/**
 * A declaration with all that it has from the ones it extends: its own properties, then those of its base, and so on. Blocks
 * inside are joined in the same way: single ones (an ADC) property by property, named ones (memories) by their name. A
 * parameter that is given again holds everywhere, in what the bases wrote too.
 *
 * <p>Survives half-typed declarations and circles. The joined declaration is a copy that stands nowhere; each of its parts
 * knows what it was written as. A declaration without a base is its own.
 *
 * @param <T> the kind of declaration
 */
public final class Effective<T extends ParametrisedDecl> {

  private static final String BASE = "base";

  private final List<T> chain;
  private final T joined;
  private final Map<EObject, EObject> copies;
  private final Map<EObject, EObject> origins;

  private Effective(List<T> chain) {
    this.chain = chain;
    if (chain.size() == 1) {
      joined = chain.get(0);
      copies = Map.of();
      origins = Map.of();
      return;
    }
    var copier = new NearestFirstCopier();
    joined = own(copier.copy(chain.get(0)));
    chain.stream().skip(1).forEach(base -> join(joined, base, copier));
    copier.copyReferences();
    base(joined.eClass()).ifPresent(joined::eUnset);
    copies = Map.copyOf(copier);
    origins = new HashMap<>();
    copier.forEach((original, copy) -> origins.putIfAbsent(copy, original)); // the nearest writer comes first
  }

  /** Copies references of whoever comes first only: what stands nearer is copied before what it extends. */
  private static final class NearestFirstCopier extends EcoreUtil.Copier {

    private static final long serialVersionUID = 1L;

    @Override
    protected void copyReference(EReference reference, EObject original, EObject copy) {
      if (!copy.eIsSet(reference)) {
        super.copyReference(reference, original, copy);
      }
    }
  }

  @SuppressWarnings("unchecked") // a copy is of the class of its original
  private T own(EObject copy) {
    return (T) copy;
  }

  /** Return a declaration with what it has from its bases. */
  public static <T extends ParametrisedDecl> Effective<T> of(T declaration) {
    return new Effective<>(chain(declaration));
  }

  /** Return whether a declaration is, through any number of bases, its own. */
  public static boolean isCircular(ParametrisedDecl declaration) {
    List<ParametrisedDecl> chain = chain(declaration);
    return baseOf(chain.get(chain.size() - 1)) == declaration;
  }

  /** Return a declaration, what it extends, what that extends, and so on; up to an unknown one or a circle. */
  @SuppressWarnings("unchecked") // a declaration extends one of its own kind
  public static <T extends ParametrisedDecl> List<T> chain(T declaration) {
    var chain = new ArrayList<T>();
    T next = declaration;
    while (next != null && !next.eIsProxy() && !chain.contains(next)) {
      chain.add(next);
      next = (T) baseOf(next);
    }
    return chain;
  }

  private static @Nullable EObject baseOf(ParametrisedDecl declaration) {
    return base(declaration.eClass()).map(declaration::eGet).map(EObject.class::cast).orElse(null);
  }

  private static Optional<EStructuralFeature> base(EClass kind) {
    return Optional.ofNullable(kind.getEStructuralFeature(BASE));
  }

  /** Return the declaration with everything in it; of a declaration without a base, itself. */
  public T joined() {
    return joined;
  }

  /** Return what a part of the joined declaration was written as: the part that says most of it. */
  public EObject origin(EObject part) {
    return origins.getOrDefault(part, part);
  }

  /** Return what a part that one of the declarations wrote has become. */
  public EObject effective(EObject original) {
    return copies.getOrDefault(original, original);
  }

  /** Return whether a part of the joined declaration was written, in part at least, by the declaration itself. */
  public boolean isOwn(EObject part) {
    return EcoreUtil.isAncestor(chain.get(0), origin(part));
  }

  /** Return whether the declaration itself gives a property. */
  public boolean gives(EStructuralFeature property) {
    return chain.get(0).eIsSet(property);
  }

  private static void join(EObject target, EObject base, EcoreUtil.Copier copier) {
    copier.putIfAbsent(base, target);
    for (EStructuralFeature feature : base.eClass().getEAllStructuralFeatures()) {
      if (!base.eIsSet(feature) || feature == ImcPackage.Literals.NAMED_DECL__NAME || feature.getName().equals(BASE)) {
        continue;
      }
      if (feature instanceof EReference reference && reference.isContainment()) {
        if (feature.isMany()) {
          joinParts(target, base, reference, copier);
        } else {
          joinPart(target, (EObject) base.eGet(feature), reference, copier);
        }
      } else if (feature instanceof EAttribute && !target.eIsSet(feature)) { // references are the copier's
        target.eSet(feature, feature.isMany() ? List.copyOf((List<?>) base.eGet(feature)) : base.eGet(feature));
      }
    }
  }

  private static void joinPart(EObject target, EObject part, EReference feature, EcoreUtil.Copier copier) {
    if (!target.eIsSet(feature)) {
      target.eSet(feature, copier.copy(part));
    } else if (!(part instanceof QuantityDecl)) {
      join((EObject) target.eGet(feature), part, copier);
    }
  }

  @SuppressWarnings("unchecked") // a feature with many values is a list
  private static void joinParts(EObject target, EObject base, EReference feature, EcoreUtil.Copier copier) {
    var own = (List<EObject>) target.eGet(feature);
    var inherited = (List<EObject>) base.eGet(feature);
    if (!ImcPackage.Literals.NAMED_DECL.isSuperTypeOf(feature.getEReferenceType())) {
      if (own.isEmpty()) {
        own.addAll(copier.copyAll(inherited));
      }
      return;
    }
    Map<String, EObject> byName = new HashMap<>();
    own.forEach(part -> byName.putIfAbsent(((NamedDecl) part).getName(), part));
    int position = 0;
    for (EObject part : inherited) {
      EObject same = byName.remove(((NamedDecl) part).getName()); // a base that has two gives the first
      if (same == null) {
        own.add(position++, copier.copy(part));
      } else if (feature == ImcPackage.Literals.PARAMETRISED_DECL__PARAMETERS) {
        copier.put(part, same); // whoever refers to the old one gets the new one
      } else {
        join(same, part, copier);
        own.remove(same);
        own.add(position++, same);
      }
    }
  }
}
