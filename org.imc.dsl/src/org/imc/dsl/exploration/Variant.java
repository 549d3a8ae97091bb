package org.imc.dsl.exploration;

import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.imc.dsl.quantity.ExploredProperties;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.quantity.Quantity;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ImcFactory;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityAxisDecl;
import org.imc.model.imc.TechnologyDecl;

/**
 * One design as declarations that stand nowhere: an architecture, a macro and a technology that extend those that were
 * written and give what differs, just as a person would write them. What extending means is said in one place, by
 * {@link org.imc.dsl.inheritance.Effective}.
 */
public final class Variant {

  private final ArchitectureDecl architecture = ImcFactory.eINSTANCE.createArchitectureDecl();
  private final MacroDecl macro = ImcFactory.eINSTANCE.createMacroDecl();
  private final TechnologyDecl technology = ImcFactory.eINSTANCE.createTechnologyDecl();

  Variant(Family family) {
    technology.setName(family.technology().getName());
    technology.setBase(family.technology());
    macro.setName(family.macro().getName());
    macro.setStyle(family.macro().getStyle());
    macro.setBase(family.macro());
    macro.setTechnology(technology);
    architecture.setName(family.architecture().getName());
    architecture.setBase(family.architecture());
    architecture.setMacro(macro);
  }

  /** Return the architecture, whose macro and technology are those of this design. */
  public ArchitectureDecl architecture() {
    return architecture;
  }

  /** Give what an axis varies a value. */
  void set(QuantityAxisDecl axis, LiteralDecl value, Family family) {
    LiteralDecl own = EcoreUtil.copy(value);
    if (axis.isSetProperty()) {
      EStructuralFeature feature = ExploredProperties.feature(axis).orElseThrow();
      (feature == ImcPackage.Literals.ARCHITECTURE_DECL__COUNT ? architecture : macro).eSet(feature, own);
    } else if (axis.isSetConverter()) {
      adc().eSet(ExploredProperties.feature(axis).orElseThrow(), own);
    } else if (axis.isSetLevel()) {
      memory(axis.getMemory().getName()).eSet(ExploredProperties.feature(axis).orElseThrow(), own);
    } else {
      ParameterDecl parameter = ImcFactory.eINSTANCE.createParameterDecl();
      parameter.setName(axis.getParameter().getName());
      parameter.setValue(own);
      copy(family.giver(axis).orElseThrow(), family).getParameters().add(parameter);
    }
  }

  private ParametrisedDecl copy(ParametrisedDecl written, Family family) {
    return written == family.architecture() ? architecture : written == family.macro() ? macro : technology;
  }

  private AdcDecl adc() {
    if (macro.getAdc() == null) {
      macro.setAdc(ImcFactory.eINSTANCE.createAdcDecl());
    }
    return macro.getAdc();
  }

  private MemoryDecl memory(String name) {
    return architecture.getMemories().stream().filter(memory -> memory.getName().equals(name)).findFirst().orElseGet(() -> {
      MemoryDecl memory = ImcFactory.eINSTANCE.createMemoryDecl();
      memory.setName(name);
      architecture.getMemories().add(memory);
      return memory;
    });
  }

  /** Return whether this design meets a condition on properties of its macro. */
  boolean meets(LimitDecl limit) {
    MacroDecl around = ImcFactory.eINSTANCE.createMacroDecl(); // in which the names of the condition mean this macro's
    around.setBase(macro);
    LimitDecl inside = EcoreUtil.copy(limit);
    ParameterDecl left = ImcFactory.eINSTANCE.createParameterDecl();
    left.setValue(inside.getLeft());
    ParameterDecl right = ImcFactory.eINSTANCE.createParameterDecl();
    right.setValue(inside.getBound());
    around.getParameters().addAll(List.of(left, right));
    Quantity a = Quantities.evaluate(left.getValue(), problem -> { }).orElseThrow(() -> unknown(limit));
    Quantity b = Quantities.evaluate(right.getValue(), problem -> { }).orElseThrow(() -> unknown(limit));
    int order = a.inBase().compareTo(b.inBase());
    return switch (limit.getComparison()) {
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
      case EQUAL -> order == 0;
    };
  }

  private IllegalArgumentException unknown(LimitDecl limit) {
    return new IllegalArgumentException("Macro '%s' does not give what 'where %s %s' compares.".formatted(
        macro.getName(), Quantities.text(limit.getLeft()), limit.getComparison().getLiteral()));
  }

  /** Return the name of a declaration that was written, for people. */
  static String name(NamedDecl declaration) {
    return declaration.getName() == null ? "" : declaration.getName();
  }
}
