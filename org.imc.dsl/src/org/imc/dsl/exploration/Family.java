package org.imc.dsl.exploration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.ExploredProperties;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ExploredProperty;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityAxisDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/**
 * The designs of one architecture with one macro and one technology: those that differ in quantities alone.
 *
 * @param architecture that was written
 * @param macro in it: its own, or one of a choice
 * @param technology of the macro: its own, or one of a choice
 */
public record Family(ArchitectureDecl architecture, MacroDecl macro, TechnologyDecl technology) {

  /** Return the family of an architecture; nothing while one of its parts is unknown. */
  static Optional<Family> of(
      ArchitectureDecl architecture, @Nullable MacroDecl chosen, @Nullable TechnologyDecl chosenTechnology) {
    MacroDecl macro = chosen == null ? Effective.of(architecture).joined().getMacro() : chosen;
    if (macro == null || macro.eIsProxy()) {
      return Optional.empty();
    }
    TechnologyDecl technology = chosenTechnology == null ? Effective.of(macro).joined().getTechnology() : chosenTechnology;
    return technology == null || technology.eIsProxy()
        ? Optional.empty()
        : Optional.of(new Family(architecture, macro, technology));
  }

  /** Return whether its designs have what an axis varies. */
  boolean has(QuantityAxisDecl axis) {
    boolean analog = macro.getStyle() == ComputeStyle.ANALOG;
    if (axis.isSetProperty()) {
      return axis.getProperty() != ExploredProperty.DAC && axis.getProperty() != ExploredProperty.SERIAL
          || analog == (axis.getProperty() == ExploredProperty.DAC);
    }
    if (axis.isSetConverter()) {
      return analog;
    }
    if (axis.isSetLevel()) {
      return axis.getMemory() != null && Effective.of(architecture).joined().getMemories().stream()
          .anyMatch(memory -> Objects.equals(memory.getName(), axis.getMemory().getName()));
    }
    return ExploredProperties.feature(axis).isEmpty() && axis.getParameter() != null && giver(axis).isPresent();
  }

  /** Return which of its declarations has the parameter that an axis varies: the outermost. */
  Optional<ParametrisedDecl> giver(QuantityAxisDecl axis) {
    String name = axis.getParameter().getName();
    return Stream.<ParametrisedDecl>of(architecture, macro, technology)
        .filter(each -> Effective.chain(each).stream()
            .anyMatch(link -> link.getParameters().stream().anyMatch(own -> Objects.equals(own.getName(), name))))
        .findFirst();
  }

  /** Return the declarations whose parameters may be varied, each with what it extends. */
  public static Stream<ParametrisedDecl> parametrised(ArchitectureDecl architecture) {
    Stream<Family> family = of(architecture, null, null).stream();
    return Stream.concat(Stream.of(architecture), family.flatMap(each -> Stream.of(each.macro, each.technology)))
        .flatMap(each -> Effective.chain(each).stream());
  }

  /** Return the axes that its designs have. */
  List<QuantityAxisDecl> of(List<QuantityAxisDecl> axes) {
    return axes.stream().filter(this::has).toList();
  }
}
