package org.imc.dsl.ide.contentassist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/** Tell declarations of one kind apart by the figures that one chooses them by. Stateless. */
final class KeyFigures {

  private KeyFigures() { }

  /** Return the figures that a declaration gives itself, such as {@code 64 x 64 cells}; none for most kinds. */
  static List<String> of(EObject declaration) {
    return switch (declaration) {
      case ParameterDecl parameter -> texts(parameter.getValue());
      case TechnologyDecl technology -> texts(technology.getNode(), technology.getSupply());
      case MacroDecl macro -> macro(macro);
      case ArchitectureDecl architecture -> architecture(architecture);
      case NetworkDecl network ->
          List.of("%d layers".formatted(EcoreUtil2.typeSelect(network.getNodes(), LayerDecl.class).size()));
      default -> List.of();
    };
  }

  private static List<String> macro(MacroDecl macro) {
    var figures = new ArrayList<String>(List.of(macro.getStyle().getLiteral()));
    List<String> array = texts(macro.getRows(), macro.getColumns());
    if (array.size() == 2) {
      figures.add("%s x %s cells".formatted(array.get(0), array.get(1)));
    }
    return figures;
  }

  private static List<String> architecture(ArchitectureDecl architecture) {
    var figures = new ArrayList<String>();
    if (architecture.getMacro() != null && architecture.getMacro().getName() != null) {
      String count = architecture.getCount() == null ? "" : String.join("", texts(architecture.getCount())) + " x ";
      figures.add(count + architecture.getMacro().getName());
    }
    List<String> memories = architecture.getMemories().stream().map(MemoryDecl::getName).filter(Objects::nonNull).toList();
    if (!memories.isEmpty()) {
      figures.add(String.join(", ", memories));
    }
    return figures;
  }

  /** Return the values of quantities that have one. */
  private static List<String> texts(@Nullable QuantityDecl... quantities) {
    return Stream.of(quantities)
        .filter(Objects::nonNull)
        .filter(quantity -> Quantities.evaluate(quantity, problem -> { }).isPresent())
        .map(Quantities::text)
        .toList();
  }
}
