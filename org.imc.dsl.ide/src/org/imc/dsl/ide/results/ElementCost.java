package org.imc.dsl.ide.results;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imc.engine.ElementId;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;

/**
 * What an element of a study costs: a macro with all its instances, a memory with all its instances, or a layer.
 *
 * @param id of the element
 * @param name shown
 * @param kind what it is
 * @param energyPj of one inference
 * @param energyShare of the energy of all layers, 0 to 1
 * @param areaMm2 0 for a layer, which has none
 * @param areaShare of the area of the chip, 0 to 1
 */
public record ElementCost(
    ElementId id, String name, Kind kind, double energyPj, double energyShare, double areaMm2, double areaShare) {

  /** What an element is. */
  public enum Kind {
    MACRO, MEMORY, LAYER
  }

  /** Return the costs of all elements: the macros, the memories from the array outwards, the mapped layers. */
  public static Map<ElementId, ElementCost> of(Evaluation evaluation) {
    var costs = new LinkedHashMap<ElementId, ElementCost>();
    double energy = evaluation.energy().totalPj();
    double area = evaluation.area().totalMm2();
    var architecture = evaluation.study().architecture();
    add(costs, architecture.macro().id(), architecture.macro().name(), Kind.MACRO, evaluation.energy().arrayPj(), energy,
        evaluation.macro().area().totalMm2() * architecture.macros(), area);
    for (MemoryLevel level : architecture.memories().levels()) {
      double pj = evaluation.energy().sumPj(
          part -> part.transfer() != null && part.transfer().level().equals(level.name()));
      add(costs, level.id(), level.name(), Kind.MEMORY, pj, energy, evaluation.area().mm2(level.name()), area);
    }
    for (LayerEvaluation layer : evaluation.layers()) {
      add(costs, layer.layer().id(), layer.layer().name(), Kind.LAYER, layer.energy().totalPj(), energy, 0, area);
    }
    return costs;
  }

  /** Return the cost of one element, if the study has it. */
  public static Optional<ElementCost> of(Evaluation evaluation, ElementId id) {
    return Optional.ofNullable(of(evaluation).get(id));
  }

  /** Return the costs of macros and memories as CSV: a line each, numbers that read back the same. */
  public static String csv(Evaluation evaluation) {
    var csv = new StringBuilder("element,kind,energy_pj,energy_share,area_mm2,area_share\r\n");
    of(evaluation).values().stream().filter(cost -> cost.kind() != Kind.LAYER).forEach(cost ->
        csv.append(String.join(",", cost.name(), cost.kind().name().toLowerCase(Locale.ROOT),
            Double.toString(cost.energyPj()), Double.toString(cost.energyShare()),
            Double.toString(cost.areaMm2()), Double.toString(cost.areaShare()))).append("\r\n"));
    return csv.toString();
  }

  private static void add(Map<ElementId, ElementCost> costs, ElementId id, String name, Kind kind, double pj,
      double allPj, double mm2, double allMm2) {
    costs.put(id, new ElementCost(id, name, kind, pj, share(pj, allPj), mm2, share(mm2, allMm2)));
  }

  private static double share(double part, double all) {
    return all > 0 ? part / all : 0;
  }
}
