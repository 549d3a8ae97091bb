package org.imc.dsl.ui.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.report.Bounds;
import org.imc.engine.ElementId;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table: a layer, or all of them together. Not a number where there is nothing to say.
 *
 * @param id the element that it stands for; null for all together
 * @param position in the network, from 0
 * @param name shown
 * @param operation the field's word
 * @param macs multiply-accumulates
 * @param used share of the multipliers that work
 * @param energyPj energy
 * @param latencyNs time
 * @param topsPerWatt efficiency
 * @param distance how many times its lower bound it costs, in terms of what was minimised
 */
record Row(
    @Nullable ElementId id, int position, String name, String operation, double macs, double used, double energyPj,
    double latencyNs, double topsPerWatt, double distance) {

  boolean isTotal() {
    return id == null;
  }

  /** Return a row for each layer of the network, with or without a result, and one for all together. */
  static List<Row> of(Evaluation evaluation) {
    var bounds = new Bounds(evaluation.study().objective());
    Map<ElementId, LayerEvaluation> results = new HashMap<>();
    evaluation.layers().forEach(result -> results.put(result.layer().id(), result));
    var rows = new ArrayList<Row>();
    for (Layer layer : evaluation.study().network().layers()) {
      LayerEvaluation result = results.get(layer.id());
      rows.add(result == null ? missing(layer, rows.size()) : of(result, bounds, rows.size()));
    }
    rows.add(new Row(null, rows.size(), "Total", "", evaluation.macs(), Double.NaN, evaluation.energy().totalPj(),
        evaluation.latencyNs(), evaluation.topsPerWatt(), bounds.distance(evaluation)));
    return rows;
  }

  private static Row of(LayerEvaluation result, Bounds bounds, int position) {
    boolean computes = result.layer().macs() > 0;
    double energy = result.energy().totalPj();
    return new Row(result.layer().id(), position, result.layer().name(), result.layer().operation(),
        computes ? result.layer().macs() : Double.NaN, computes ? result.spatialUtilization() : Double.NaN,
        energy, result.latency().totalNs(), computes ? result.topsPerWatt() : Double.NaN,
        bounds.distance(result));
  }

  private static Row missing(Layer layer, int position) {
    return new Row(layer.id(), position, layer.name(), layer.operation(),
        layer.macs() > 0 ? layer.macs() : Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
