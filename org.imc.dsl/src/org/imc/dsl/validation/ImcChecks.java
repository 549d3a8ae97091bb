package org.imc.dsl.validation;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityDecl;
import org.jspecify.annotations.Nullable;

/** What every class of checks shares. Each is registered by {@link ImcValidator} alone. */
abstract class ImcChecks extends AbstractDeclarativeValidator {

  @Override
  public void register(EValidatorRegistrar registrar) {
    // by composition
  }

  @Override
  protected List<EPackage> getEPackages() {
    return List.of(ImcPackage.eINSTANCE);
  }

  /** Return whether quantities are there and valid, so that a check may compute with them. */
  protected static boolean valid(@Nullable QuantityDecl... quantities) {
    for (QuantityDecl quantity : quantities) {
      if (!Quantities.isValid(quantity)) {
        return false;
      }
    }
    return true;
  }

  /** Return whether a quantity that may be left out is left out or valid. */
  protected static boolean validOrLeftOut(@Nullable QuantityDecl quantity) {
    return quantity == null || Quantities.isValid(quantity);
  }

  /** Return a part of a declaration with what it has from the bases of that declaration. */
  @SuppressWarnings("unchecked") // what is joined is of the same class
  protected static <T extends EObject> T effective(T part) {
    ParametrisedDecl around = EcoreUtil2.getContainerOfType(part, ParametrisedDecl.class);
    return around == null ? part : (T) Effective.of(around).effective(part);
  }
}
