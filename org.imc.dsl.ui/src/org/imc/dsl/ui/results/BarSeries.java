package org.imc.dsl.ui.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.RGB;
import org.imc.dsl.ide.results.TimeUse;
import org.imc.dsl.ui.views.Palette;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.NamedPart;
import org.imc.engine.result.Transfer;

/**
 * What one component has of each bar.
 *
 * @param label the component of the macro, or the memory level
 * @param colour its colour in all charts
 * @param values one for each bar, in the chart's canonical unit
 */
record BarSeries(String label, RGB colour, List<Double> values) {

  BarSeries {
    values = List.copyOf(values);
  }

  /** Return the components that spend anything, in pJ a layer: those of the macro, then memories from the array outwards. */
  static List<BarSeries> energy(Evaluation evaluation) {
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
    var series = new ArrayList<BarSeries>();
    array.forEach((component, pj) -> add(component.label(), Palette.macro(component), pj, series));
    int level = 0;
    for (Map.Entry<String, double[]> memory : memories.entrySet()) {
      add(memoryLabel(memory.getKey()), Palette.memory(level++, memories.size()), memory.getValue(), series);
    }
    return series;
  }

  /** Return what a layer's time is spent on, in ns a layer. */
  static List<BarSeries> time(Evaluation evaluation) {
    var series = new ArrayList<BarSeries>();
    for (TimeUse use : TimeUse.values()) {
      add(use.label(), Palette.time(use), evaluation.layers().stream()
          .mapToDouble(layer -> use.cycles(layer.latency()) * layer.latency().clockPeriodNs()).toArray(), series);
    }
    return series;
  }

  /** Return what the chip's area is used for, in mm²: one bar, of which each part has its share. */
  static List<BarSeries> area(Evaluation evaluation) {
    var series = new ArrayList<BarSeries>();
    List<String> memories = evaluation.study().architecture().memories().levels().stream().map(MemoryLevel::name).toList();
    int other = 0;
    for (NamedPart part : evaluation.area().parts()) {
      int level = memories.indexOf(part.name());
      RGB colour = level >= 0 ? Palette.memory(level, memories.size()) : Palette.area(part.name(), other++);
      add(level >= 0 ? memoryLabel(part.name()) : part.name(), colour, new double[] {part.value()}, series);
    }
    return series;
  }

  /** Tell a memory that is named like a part of the macro from that part. */
  private static String memoryLabel(String level) {
    return Stream.of(Component.values()).anyMatch(component -> component.label().equals(level))
        ? level + " (memory)"
        : level;
  }

  private static void add(String label, RGB colour, double[] pj, List<BarSeries> series) {
    var values = new ArrayList<Double>();
    double sum = 0;
    for (double value : pj) {
      values.add(value);
      sum += value;
    }
    if (sum > 0) {
      series.add(new BarSeries(label, colour, values));
    }
  }
}
