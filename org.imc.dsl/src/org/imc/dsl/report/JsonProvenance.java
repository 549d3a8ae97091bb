package org.imc.dsl.report;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.EnergyExplanation;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.Provenance;
import org.imc.engine.cost.Symbol;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;

/** Write by which formulas energies are priced. */
final class JsonProvenance {

  private JsonProvenance() { }

  /** What prices a component, and where that was published. */
  record Priced(Component component, String formula, String source) { }

  /** Return what prices the energies of some studies, each once. */
  static List<Priced> distinct(List<StudyResult> results) {
    Set<Priced> distinct = new LinkedHashSet<>();
    for (StudyResult result : results) {
      EnergyBreakdown energy = result.evaluation().energy();
      List<Part> parts = EnergyExplanation.of(result.evaluation().study().architecture(), energy);
      for (int i = 0; i < parts.size(); i++) {
        Provenance provenance = parts.get(i).provenance();
        distinct.add(new Priced(energy.parts().get(i).component(), provenance.formula().with(Symbol::label),
            provenance.source()));
      }
    }
    return List.copyOf(distinct);
  }

  /** Write a part of an energy: how many there are of what, and what one costs. */
  static void part(JsonFields json, Part part, Macro macro) throws IOException {
    Provenance provenance = part.provenance();
    json.field("part", part.name());
    json.field("count", part.count());
    json.field("counted", provenance.counted());
    json.field("eachPj", provenance.each());
    json.field("formula", provenance.formula().with(Symbol::label));
    json.field("numbers", ExplanationReport.withNumbers(provenance, macro));
    json.field("source", provenance.source());
    json.field("range", provenance.range());
  }
}
