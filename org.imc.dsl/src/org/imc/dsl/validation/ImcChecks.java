package org.imc.dsl.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityDecl;
import org.jspecify.annotations.Nullable;

/**
 * What every class of checks shares: users may set the severity of a warning, while an error is always one. Each class is
 * registered by {@link ImcValidator} alone.
 */
abstract class ImcChecks extends AbstractDeclarativeValidator {

  @Override
  public void register(EValidatorRegistrar registrar) {
    // by composition
  }

  @Override
  protected List<EPackage> getEPackages() {
    return List.of(ImcPackage.eINSTANCE);
  }

  /** Report a problem as severe as the user takes it; Xtext asks the settings once for each file. */
  @Override
  public void acceptWarning(
      String message, EObject object, EStructuralFeature feature, int index, String code, String... data) {
    switch (severity(code)) {
      case ERROR -> super.acceptError(message, object, feature, index, code, data);
      case WARNING -> super.acceptWarning(message, object, feature, index, code, data);
      case INFO -> super.acceptInfo(message, object, feature, index, code, data);
      case IGNORE -> { }
    }
  }

  @Override
  public void acceptWarning(String message, EObject object, int offset, int length, String code, String... data) {
    switch (severity(code)) {
      case ERROR -> super.acceptError(message, object, offset, length, code, data);
      case WARNING -> super.acceptWarning(message, object, offset, length, code, data);
      case INFO -> super.acceptInfo(message, object, offset, length, code, data);
      case IGNORE -> { }
    }
  }

  private Severity severity(String code) {
    return getIssueSeverities(getContext(), getCurrentObject()).getSeverity(code);
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

  /** Return a number to four digits, as people write it. */
  protected static String number(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
