package org.imc.dsl.ui.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.Transfer;

/**
 * What one component spends in each layer.
 *
 * @param label the component of the macro, or the memory level
 * @param isMemory whether it is a memory
 * @param pj energy, one value for each layer that has a result
 */
record EnergySeries(String label, boolean isMemory, List<Double> pj) {

  EnergySeries {
    pj = List.copyOf(pj);
  }

  /** Return the components that spend anything: those of the macro, then memories from the array outwards. */
  static List<EnergySeries> of(Evaluation evaluation) {
    Map<String, double[]> array = new LinkedHashMap<>();
    Map<String, double[]> memories = new LinkedHashMap<>();
    for (Component component : Component.values()) {
      if (component != Component.MEMORY) {
        array.put(component.label(), new double[evaluation.layers().size()]);
      }
    }
    evaluation.study().architecture().memories().levels()
        .forEach(level -> memories.put(level.name(), new double[evaluation.layers().size()]));
    for (int i = 0; i < evaluation.layers().size(); i++) {
      LayerEvaluation layer = evaluation.layers().get(i);
      for (EnergyPart part : layer.energy().parts()) {
        Transfer transfer = part.transfer();
        (transfer == null ? array.get(part.component().label()) : memories.get(transfer.level()))[i] += part.pj();
      }
    }
    var series = new ArrayList<EnergySeries>();
    array.forEach((label, pj) -> add(label, false, pj, series));
    memories.forEach((label, pj) -> add(label, true, pj, series));
    return series;
  }

  private static void add(String label, boolean isMemory, double[] pj, List<EnergySeries> series) {
    var values = new ArrayList<Double>();
    double sum = 0;
    for (double value : pj) {
      values.add(value);
      sum += value;
    }
    if (sum > 0) {
      series.add(new EnergySeries(label, isMemory, values));
    }
  }
}
