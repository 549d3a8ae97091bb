package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.NAMED_DECL__NAME;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.linking.Kinds;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.ParameterReferenceDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.UseDecl;

/** Parameters, and declarations that extend others. */
public class ParameterChecks extends ImcChecks {

  /** Report a declaration that extends itself. */
  @Check
  public void checkNothingExtendsItself(ParametrisedDecl declaration) {
    EStructuralFeature base = declaration.eClass().getEStructuralFeature("base");
    if (base != null && declaration.eGet(base) instanceof EObject given
        && !given.eIsProxy() && Effective.isCircular(declaration)) {
      error("%s '%s' extends itself. Maybe another base is meant.".formatted(
              Kinds.capitalised(declaration.eClass()), declaration.getName()),
          declaration, base, IssueCodes.EXTENDS_CIRCLE);
    }
  }

  /** Warn about a parameter inside a declaration that nothing there, or in what it extends, uses. */
  @Check
  public void checkParametersAreUsed(ParametrisedDecl declaration) {
    if (declaration.getParameters().isEmpty() || declaration instanceof UseDecl) {
      return;
    }
    List<ParametrisedDecl> chain = Effective.chain(declaration);
    Set<String> known = new HashSet<>();
    chain.stream().skip(1).flatMap(base -> base.getParameters().stream()).map(ParameterDecl::getName).forEach(known::add);
    EcoreUtil2.getAllContentsOfType(declaration, ParameterReferenceDecl.class).stream()
        .map(ParameterReferenceDecl::getParameter)
        .filter(parameter -> parameter != null && !parameter.eIsProxy())
        .map(ParameterDecl::getName)
        .forEach(known::add);
    for (ParameterDecl parameter : declaration.getParameters()) {
      if (parameter.getName() != null && !known.contains(parameter.getName())) {
        warning("Nothing in %s '%s' uses parameter '%s'. Maybe remove it.".formatted(
                Kinds.word(declaration.eClass()), declaration.getName(), parameter.getName()),
            parameter, NAMED_DECL__NAME, IssueCodes.PARAMETER_UNUSED);
      }
    }
  }
}
