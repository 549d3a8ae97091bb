package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.Layer;

/** The table of a text report: a row a layer, and one for all together. What leaks has a column if anything does. */
final class LayerTable {

  private static final int LEFT_COLUMNS = 2;
  private static final int LEAKAGE_COLUMN = 8;
  private static final int COLUMNS = 13;

  private final Evaluation evaluation;
  private final Bounds bounds;
  private final ColumnScale energy;
  private final ColumnScale time;
  private final boolean leaks;

  LayerTable(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.bounds = new Bounds(evaluation.study().objective());
    this.energy = ColumnScale.energy(largest(layer -> layer.energy().totalPj()));
    this.leaks = evaluation.energy().pj(Component.LEAKAGE) > 0;
    this.time = ColumnScale.time(largest(layer -> layer.latency().totalNs()));
  }

  private double largest(ToDoubleFunction<LayerEvaluation> value) {
    return evaluation.layers().stream().mapToDouble(value).max().orElse(0);
  }

  /** Return the table. */
  TextTable table() {
    var table = new TextTable(LEFT_COLUMNS);
    table.row(header("layer", "operation", "MACs", "used", "energy", "array", "writes", "memory", "leakage", "cycles",
        "time", "TOPS/W", bounds.title()));
    table.row(header("", "", "", "", energy.unit(), energy.unit(), energy.unit(), energy.unit(), energy.unit(), "",
        time.unit(), "", "bound"));
    table.rule();
    Map<String, LayerEvaluation> results = evaluation.layers().stream()
        .collect(Collectors.toMap(result -> result.layer().name(), Function.identity()));
    for (Layer layer : evaluation.study().network().layers()) {
      LayerEvaluation result = results.get(layer.name());
      table.row(result == null ? missing(layer) : row(result));
    }
    table.rule();
    table.row(total());
    return table;
  }

  private List<String> header(String... titles) {
    var cells = new ArrayList<String>(List.of(titles));
    if (!leaks) {
      cells.remove(LEAKAGE_COLUMN);
    }
    return cells;
  }

  private List<String> row(LayerEvaluation result) {
    boolean computes = result.layer().macs() > 0;
    var cells = new ArrayList<String>();
    cells.add(result.layer().name());
    cells.add(result.layer().operation());
    cells.add(computes ? Figures.count(result.layer().macs()) : "");
    cells.add(computes ? Figures.percent(result.spatialUtilization()) : "");
    cells.addAll(energies(result.energy()));
    cells.add(Figures.fixed(result.latency().totalCycles(), 0));
    cells.add(time.format(result.latency().totalNs()));
    cells.add(computes ? Figures.plain(result.topsPerWatt()) : "");
    cells.add(Figures.ratio(bounds.distance(result)));
    return cells;
  }

  private List<String> missing(Layer layer) {
    var cells = new ArrayList<String>();
    cells.add(layer.name());
    cells.add(layer.operation());
    cells.add(layer.macs() > 0 ? Figures.count(layer.macs()) : "");
    while (cells.size() < COLUMNS) {
      cells.add(Figures.NOTHING);
    }
    if (!leaks) {
      cells.remove(LEAKAGE_COLUMN);
    }
    return cells;
  }

  private List<String> total() {
    var cells = new ArrayList<String>();
    cells.add("total");
    cells.add("");
    cells.add(Figures.count(evaluation.macs()));
    cells.add("");
    cells.addAll(energies(evaluation.energy()));
    cells.add(Figures.fixed(evaluation.latencyCycles(), 0));
    cells.add(time.format(evaluation.latencyNs()));
    cells.add(Figures.plain(evaluation.topsPerWatt()));
    cells.add(Figures.ratio(bounds.distance(evaluation)));
    return cells;
  }

  private List<String> energies(EnergyBreakdown breakdown) {
    double writes = breakdown.pj(Component.WEIGHT_WRITE);
    double memories = breakdown.pj(Component.MEMORY);
    double leakage = breakdown.pj(Component.LEAKAGE);
    double array = breakdown.sumPj(part -> switch (part.component()) {
      case MEMORY, WEIGHT_WRITE, LEAKAGE -> false;
      default -> true;
    });
    var cells = new ArrayList<String>();
    for (double pj : new double[] {breakdown.totalPj(), array, writes, memories}) {
      cells.add(energy.format(pj));
    }
    if (leaks) {
      cells.add(energy.format(leakage));
    }
    return cells;
  }
}
