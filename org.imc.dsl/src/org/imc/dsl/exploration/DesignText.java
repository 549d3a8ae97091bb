package org.imc.dsl.exploration;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.ExploredProperties;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.ExploredProperty;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.ParametrisedDecl;
import org.imc.model.imc.QuantityAxisDecl;
import org.imc.model.imc.TechnologyDecl;
import org.imc.model.imc.WeightsKind;

/**
 * Write one design of an exploration as a file of the language: declarations that extend those that were explored and give
 * what differs, and the questions that price it. Beside the files of the exploration, they are answered with the figures that
 * the exploration has for the design, bit by bit.
 */
public class DesignText {

  @Inject private IQualifiedNameProvider names;

  /**
   * Return the text of a design, laid out as the formatter does.
   *
   * @param exploration without errors, in itself and in all that it refers to
   * @throws IllegalArgumentException when there is no such design
   */
  public String of(ExploreDecl exploration, long index) {
    return new Text(Designs.of(exploration), index).render(exploration);
  }

  /** The text of one design, while it is written. */
  private final class Text {

    private final long index;
    private final Designs designs;
    private final Family family;
    private final Map<ParametrisedDecl, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, List<String>> memories = new LinkedHashMap<>();
    private final List<String> converter = new ArrayList<>();
    private final Map<String, QualifiedName> meant = new LinkedHashMap<>();
    private final StringBuilder declarations = new StringBuilder();
    private String count = "";

    Text(Designs designs, long index) {
      this.index = index;
      this.designs = designs;
      family = designs.family(index);
      designs.settings(index).forEach(this::set);
    }

    private void set(QuantityAxisDecl axis, LiteralDecl value) {
      String text = Quantities.text(value);
      if (axis.isSetConverter()) {
        converter.add("%s %s".formatted(axis.getConverter().getLiteral(), text));
      } else if (axis.isSetLevel()) {
        memories.computeIfAbsent(axis.getMemory().getName(), name -> new ArrayList<>())
            .add("%s %s".formatted(axis.getLevel().getLiteral(), text));
      } else if (!axis.isSetProperty()) {
        line(family.giver(axis).orElseThrow(), "%s = %s".formatted(ExploredProperties.words(axis), text));
      } else if (axis.getProperty() == ExploredProperty.MACROS) {
        count = " x " + text;
      } else {
        line(family.macro(), "%s %s%s".formatted(
            ExploredProperties.words(axis), text, axis.getProperty() == ExploredProperty.CELLS ? " per multiplier" : ""));
      }
    }

    private void line(ParametrisedDecl declaration, String line) {
      lines.computeIfAbsent(declaration, each -> new ArrayList<>()).add(line);
    }

    String render(ExploreDecl exploration) {
      if (!converter.isEmpty()) {
        block(family.macro(), "adc", converter);
      }
      memories.forEach((name, given) -> block(family.architecture(), "memory " + name, given));
      String architecture = architecture();
      for (NetworkDecl network : exploration.getNetworks()) {
        declarations.append("evaluate %s on %s minimising %s%s\n".formatted(name(network), architecture,
            designs.mappedFor(index).getLiteral(), exploration.getWeights() == WeightsKind.RESIDENT ? " weights resident" : ""));
      }
      var text = new StringBuilder("// Design %d of the exploration %s.\n\n".formatted(index, exploration.getName()));
      meant.values().stream().filter(name -> name.getSegmentCount() > 1).sorted()
          .forEach(name -> text.append("import %s\n".formatted(name)));
      return text.append('\n').append(declarations).toString();
    }

    private void block(ParametrisedDecl declaration, String head, List<String> given) {
      line(declaration, "%s {".formatted(head));
      given.forEach(each -> line(declaration, "  " + each));
      line(declaration, "}");
    }

    private String architecture() {
      ArchitectureDecl written = family.architecture();
      lines.computeIfAbsent(written, each -> new ArrayList<>()).add(0, "macro " + macro() + count);
      return declare("architecture", written);
    }

    /** Write the macro, if it differs from the one that was written; return the name of the one to use. */
    private String macro() {
      MacroDecl written = family.macro();
      TechnologyDecl technology = family.technology();
      if (lines.containsKey(technology)) {
        line(written, "technology " + declare("technology", technology));
      } else if (Effective.of(written).joined().getTechnology() != technology) {
        line(written, "technology " + name(technology));
      }
      return lines.containsKey(written) ? declare(written.getStyle().getLiteral() + " macro", written) : name(written);
    }

    private String declare(String kind, NamedDecl base) {
      String own = "%s_%d".formatted(base.getName().replace("^", ""), index);
      declarations.append("%s %s extends %s {\n".formatted(kind, own, name(base)));
      lines.get(base).forEach(line -> declarations.append("  %s\n".formatted(line)));
      declarations.append("}\n\n");
      return own;
    }

    /** Return how a declaration is called here: by its own name, or with its package where two have the same. */
    private String name(NamedDecl declaration) {
      QualifiedName whole = names.getFullyQualifiedName(declaration);
      return meant.computeIfAbsent(whole.getLastSegment(), own -> whole).equals(whole)
          ? whole.getLastSegment() : whole.toString();
    }
  }
}
