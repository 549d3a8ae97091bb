package org.imc.dsl.ui.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.RGB;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.Transfer;

/**
 * What one component spends in each layer.
 *
 * @param label the component of the macro, or the memory level
 * @param colour its colour in all charts
 * @param pj energy, one value for each layer that has a result
 */
record EnergySeries(String label, RGB colour, List<Double> pj) {

  EnergySeries {
    pj = List.copyOf(pj);
  }

  /** Return the components that spend anything: those of the macro, then memories from the array outwards. */
  static List<EnergySeries> of(Evaluation evaluation) {
    Map<Component, double[]> array = new EnumMap<>(Component.class);
    Map<String, double[]> memories = new LinkedHashMap<>();
    for (Component component : Component.values()) {
      if (component != Component.MEMORY) {
        array.put(component, new double[evaluation.layers().size()]);
      }
    }
    evaluation.study().architecture().memories().levels()
        .forEach(level -> memories.put(level.name(), new double[evaluation.layers().size()]));
    for (int i = 0; i < evaluation.layers().size(); i++) {
      LayerEvaluation layer = evaluation.layers().get(i);
      for (EnergyPart part : layer.energy().parts()) {
        Transfer transfer = part.transfer();
        (transfer == null ? array.get(part.component()) : memories.get(transfer.level()))[i] += part.pj();
      }
    }
    var series = new ArrayList<EnergySeries>();
    array.forEach((component, pj) -> add(component.label(), Palette.macro(component), pj, series));
    int level = 0;
    for (Map.Entry<String, double[]> memory : memories.entrySet()) {
      add(memoryLabel(memory.getKey()), Palette.memory(level++, memories.size()), memory.getValue(), series);
    }
    return series;
  }

  /** Tell a memory that is named like a part of the macro from that part. */
  private static String memoryLabel(String level) {
    return Stream.of(Component.values()).anyMatch(component -> component.label().equals(level))
        ? level + " (memory)"
        : level;
  }

  private static void add(String label, RGB colour, double[] pj, List<EnergySeries> series) {
    var values = new ArrayList<Double>();
    double sum = 0;
    for (double value : pj) {
      values.add(value);
      sum += value;
    }
    if (sum > 0) {
      series.add(new EnergySeries(label, colour, values));
    }
  }
}
