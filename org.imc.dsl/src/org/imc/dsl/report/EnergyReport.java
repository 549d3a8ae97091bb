package org.imc.dsl.report;

import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.EnergyExplanation;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.Provenance;
import org.imc.engine.cost.Symbol;
import org.imc.engine.result.LayerEvaluation;

/** Explain energies to people: for each layer its parts, how many there are of what, what one costs and why. */
final class EnergyReport {

  private final StringBuilder text = new StringBuilder();

  /** Return the energies of one or more studies. */
  String render(List<StudyResult> results) {
    for (StudyResult result : results) {
      text.append(text.isEmpty() ? "" : "\n").append(result.lowered().title()).append('\n');
      for (LayerEvaluation layer : result.evaluation().layers()) {
        add(result.evaluation().study().architecture(), layer);
      }
    }
    return text.toString();
  }

  private void add(Architecture architecture, LayerEvaluation layer) {
    double totalPj = layer.energy().totalPj();
    text.append("\n%s: %s\n".formatted(layer.layer().name(), Figures.energy(totalPj)));
    for (Part part : EnergyExplanation.of(architecture, layer.energy())) {
      if (part.value() == 0) {
        continue;
      }
      Provenance provenance = part.provenance();
      text.append("  %s: %s, %s\n".formatted(part.name(), Figures.energy(part.value()), Figures.percent(part.value() / totalPj)));
      text.append("    %s %s x %s\n".formatted(
          ExplanationReport.countOf(part), provenance.counted(), Figures.energy(provenance.each())));
      text.append("    formula: %s%s\n".formatted(provenance.formula().with(Symbol::label), provenance.formula().symbols().isEmpty()
          ? "" : " = " + ExplanationReport.withNumbers(provenance, architecture.macro())));
      text.append("    source: %s; range: %s\n".formatted(provenance.source(), provenance.range()));
    }
  }
}
