package org.imc.dsl.quantity;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.dsl.inheritance.Effective;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MacroPropertyKind;
import org.imc.model.imc.PropertyReferenceDecl;
import org.imc.model.imc.QuantityDecl;
import org.jspecify.annotations.Nullable;

/** Find the property of the macro that an expression names. */
public final class MacroProperties {

  private MacroProperties() { }

  /** Return the quantity that a macro gives for a property, itself or by a base; nothing where there is no macro. */
  static Optional<QuantityDecl> find(PropertyReferenceDecl reference) {
    MacroDecl macro = macro(reference);
    return macro == null || macro.eIsProxy()
        ? Optional.empty()
        : Optional.ofNullable((QuantityDecl) Effective.of(macro).joined().eGet(feature(reference.getProperty())));
  }

  /** Return the feature of a macro that a property is. */
  public static EStructuralFeature feature(MacroPropertyKind property) {
    return switch (property) {
      case ROWS -> ImcPackage.Literals.MACRO_DECL__ROWS;
      case COLUMNS -> ImcPackage.Literals.MACRO_DECL__COLUMNS;
      case CELLS -> ImcPackage.Literals.MACRO_DECL__CELLS_PER_MULTIPLIER;
      case WEIGHT -> ImcPackage.Literals.MACRO_DECL__WEIGHT;
      case ACTIVATION -> ImcPackage.Literals.MACRO_DECL__ACTIVATION;
      case SERIAL -> ImcPackage.Literals.MACRO_DECL__SERIAL;
      case DAC -> ImcPackage.Literals.MACRO_DECL__DAC;
      case SUPPLY -> ImcPackage.Literals.MACRO_DECL__SUPPLY;
      case CLOCK -> ImcPackage.Literals.MACRO_DECL__CLOCK;
    };
  }

  private static @Nullable MacroDecl macro(EObject part) {
    for (EObject container = part; container != null; container = container.eContainer()) {
      if (container instanceof MacroDecl macro) {
        return macro;
      }
      if (container instanceof ArchitectureDecl architecture) {
        return Effective.of(architecture).joined().getMacro();
      }
      if (container instanceof LimitDecl limit && limit.eContainer() instanceof ExploreDecl explore) {
        return explore.getArchitectures().isEmpty() || explore.getArchitectures().get(0).eIsProxy()
            ? null
            : Effective.of(explore.getArchitectures().get(0)).joined().getMacro(); // one of many, as an example
      }
    }
    return null;
  }
}
