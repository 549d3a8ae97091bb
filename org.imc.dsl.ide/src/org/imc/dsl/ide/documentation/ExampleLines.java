package org.imc.dsl.ide.documentation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.dsl.validation.Examples;
import org.imc.dsl.validation.Properties;
import org.imc.model.imc.ImcPackage;

/** Write a property that a declaration lacks, in full, as the manual's examples do. */
public final class ExampleLines {

  private ExampleLines() { }

  /** Return the lines, without the indent of what they stand in. */
  public static List<String> of(EStructuralFeature feature) {
    if (feature == ImcPackage.Literals.ARCHITECTURE_DECL__MEMORIES) {
      return memory();
    }
    if (feature == ImcPackage.Literals.CHIP_DECL__REPORTED) {
      return List.of("reported {", "  " + Examples.of(ImcPackage.Literals.REPORTED_DECL__EFFICIENCY), "}");
    }
    return List.of(feature == ImcPackage.Literals.CHIP_DECL__SOURCE
        ? "source \"where it is published\""
        : Examples.of(feature));
  }

  private static List<String> memory() {
    var lines = new ArrayList<>(List.of("memory sram {"));
    for (EStructuralFeature inner : Properties.required(ImcPackage.Literals.MEMORY_DECL)) {
      lines.add("  " + (inner == ImcPackage.Literals.MEMORY_DECL__SERVES
          ? "serves weights, inputs, outputs"
          : Examples.of(inner)));
    }
    lines.add("}");
    return lines;
  }
}
