package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.Provenance;
import org.imc.engine.cost.Symbol;

/** Explain the parts of a figure of a layer or chip to people: how many there are of what, what one costs and why. */
final class PartText {

  private PartText() { }

  /** Return the lines of the parts, but of those that cost nothing; a figure is written with its unit. */
  static List<String> of(List<Part> parts, Macro macro, DoubleFunction<String> figure) {
    return of(parts, macro, figure, figure);
  }

  /** Return the same with what one costs written otherwise than a part. */
  static List<String> of(List<Part> parts, Macro macro, DoubleFunction<String> figure, DoubleFunction<String> one) {
    double total = parts.stream().mapToDouble(Part::value).sum();
    var lines = new ArrayList<String>();
    for (Part part : parts) {
      if (part.value() != 0) {
        Provenance provenance = part.provenance();
        lines.add("  %s: %s, %s".formatted(part.name(), figure.apply(part.value()), Figures.percent(part.value() / total)));
        lines.add("    %s %s x %s".formatted(
            ExplanationReport.countOf(part), provenance.counted(), one.apply(provenance.each())));
        lines.add("    formula: %s%s".formatted(provenance.formula().with(Symbol::label), provenance.formula().symbols().isEmpty()
            ? "" : " = " + ExplanationReport.withNumbers(provenance, macro)));
        lines.add("    source: %s; range: %s".formatted(provenance.source(), provenance.range()));
      }
    }
    return lines;
  }
}
