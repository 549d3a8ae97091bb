package org.imc.dsl.report;

import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.EnergyExplanation;
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
    text.append("\n%s: %s\n".formatted(layer.layer().name(), Figures.energy(layer.energy().totalPj())));
    PartText.of(EnergyExplanation.of(architecture, layer.energy()), architecture.macro(), Figures::energy)
        .forEach(line -> text.append(line).append('\n'));
  }
}
