package org.imc.dsl.lowering;

import static org.imc.model.imc.ImcPackage.Literals.*;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.validation.Properties;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/** A macro with the properties that it has from the macros it extends. Survives half-typed macros and circles. */
public final class EffectiveMacro {

  private final Effective<MacroDecl> effective;
  private final MacroDecl macro;

  private EffectiveMacro(Effective<MacroDecl> effective) {
    this.effective = effective;
    macro = effective.joined();
  }

  /** Return a macro with what it has from its bases. */
  public static EffectiveMacro of(MacroDecl macro) {
    return new EffectiveMacro(Effective.of(macro));
  }

  /** Return the macro with all properties that it has, itself or by a base. */
  public MacroDecl joined() {
    return macro;
  }

  /** Return whether the macro or one of its bases gives a property. */
  public boolean has(EStructuralFeature property) {
    return macro.eIsSet(property);
  }

  /** Return whether the macro itself gives a property. */
  public boolean gives(EStructuralFeature property) {
    return effective.gives(property);
  }

  /** Return the technology, or null when there is none or it cannot be found. */
  public @Nullable TechnologyDecl technology() {
    TechnologyDecl technology = macro.getTechnology();
    return technology == null || technology.eIsProxy() ? null : technology;
  }

  /** Return the property that holds the bits per cycle: the serial bits, or those of an analog macro's one DAC per row. */
  public EStructuralFeature bitsPerCycleProperty() {
    return macro.getStyle() == ComputeStyle.ANALOG && macro.getSerial() == null ? MACRO_DECL__DAC : MACRO_DECL__SERIAL;
  }

  public @Nullable QuantityDecl bitsPerCycle() {
    return (QuantityDecl) macro.eGet(bitsPerCycleProperty());
  }

  /** Return whether the macro and its technology have every property that they need, with valid values. */
  public boolean isComplete() {
    boolean reads = macro.getStyle() == ComputeStyle.DIGITAL || macro.getAdc() != null && macro.getDac() != null;
    return reads && bitsPerCycle() != null && technology() != null
        && isComplete(macro) && isComplete(technology());
  }

  /** Return whether a technology has every property that it needs, itself or by a base, with valid values. */
  public static boolean isComplete(TechnologyDecl technology) {
    return Effective.chain(technology).stream()
        .allMatch(each -> isComplete((EObject) Effective.of(each).joined())); // scaling looks at the nodes of all bases
  }

  private static boolean isComplete(EObject declaration) {
    return Properties.required(declaration.eClass()).stream().allMatch(declaration::eIsSet)
        && declaration.eContents().stream().allMatch(content -> content instanceof QuantityDecl quantity
            ? Quantities.isValid(quantity)
            : content instanceof ParameterDecl || isComplete(content));
  }
}
