package org.imc.dsl.ide.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.report.CsvReport;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * Two answers side by side, layer by layer; layers are the same when they have the same name.
 *
 * @param layers those of either, the later answer's first
 * @param total of the networks
 */
public record Comparison(List<Line> layers, Line total) {

  /**
   * A layer, or all together, in both answers. Not a number where one of them does not have it.
   *
   * @param name of the layer
   * @param energyPjBefore energy of the earlier answer, pJ
   * @param energyPj energy of the later one, pJ
   * @param timeNsBefore time of the earlier answer, ns
   * @param timeNs time of the later one, ns
   */
  public record Line(String name, double energyPjBefore, double energyPj, double timeNsBefore, double timeNs) { }

  public Comparison {
    layers = List.copyOf(layers);
  }

  /** Compare two answers. */
  public static Comparison of(Evaluation before, Evaluation after) {
    Map<String, LayerEvaluation> old = byName(before);
    Map<String, LayerEvaluation> now = byName(after);
    var names = new ArrayList<>(now.keySet());
    old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(names::add);
    List<Line> lines = names.stream().map(name -> new Line(name, pj(old.get(name)), pj(now.get(name)), ns(old.get(name)),
        ns(now.get(name)))).toList();
    return new Comparison(lines, new Line("Total", before.energy().totalPj(), after.energy().totalPj(),
        before.latencyNs(), after.latencyNs()));
  }

  private static Map<String, LayerEvaluation> byName(Evaluation evaluation) {
    var layers = new LinkedHashMap<String, LayerEvaluation>();
    evaluation.layers().forEach(layer -> layers.put(layer.layer().name(), layer));
    return layers;
  }

  private static double pj(@Nullable LayerEvaluation layer) {
    return layer == null ? Double.NaN : layer.energy().totalPj();
  }

  private static double ns(@Nullable LayerEvaluation layer) {
    return layer == null ? Double.NaN : layer.latency().totalNs();
  }

  /** Return a line for each layer and one for all as CSV. */
  public String csv() {
    var csv = new StringBuilder("layer,energy_pj_before,energy_pj,latency_ns_before,latency_ns\r\n");
    var all = new ArrayList<>(layers);
    all.add(total);
    all.forEach(line -> csv.append(String.join(",", CsvReport.quoted(line.name()), number(line.energyPjBefore()),
        number(line.energyPj()), number(line.timeNsBefore()), number(line.timeNs()))).append("\r\n"));
    return csv.toString();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
