package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.Residence;
import org.imc.engine.result.Transfer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.jspecify.annotations.Nullable;

/**
 * Write a table with one row for each layer of each study.
 *
 * <p>Units stand in the header. After the fixed columns comes one for each component of the macros and one for each stream
 * through a memory that occurs in any study; together they sum to {@code energy_pj}. A layer that has no mapping has empty
 * cells. Fields are quoted and lines end as RFC 4180 says.
 */
public final class CsvReport {

  private static final List<String> FIXED = List.of(
      "study", "network", "architecture", "objective", "layer", "operation", "macs", "mapped", "proven_optimal", "gap",
      "columns", "rows", "macros", "temporal_loops", "spatial_utilization", "energy_pj", "energy_bound_pj",
      "latency_cycles", "latency_ns", "latency_bound_cycles", "compute_cycles", "access_cycles",
      "weight_write_cycles",
      "overlapped_write_cycles", "wait_cycles", "fill_cycles", "drain_cycles", "stall_cycles", "tops_per_watt",
      "output_memory", "weights", "load_energy_pj", "load_cycles");

  private static final List<Component> COMPONENTS =
      Arrays.stream(Component.values()).filter(component -> component != Component.MEMORY).toList();

  /** Return the results as CSV, header included. */
  public String render(List<StudyResult> results) {
    List<Transfer> transfers = transfers(results);
    var csv = new StringBuilder();
    append(csv, header(transfers));
    for (StudyResult result : results) {
      Evaluation evaluation = result.evaluation();
      Map<String, LayerEvaluation> layers = evaluation.layers().stream()
          .collect(Collectors.toMap(layer -> layer.layer().name(), Function.identity()));
      for (Layer layer : evaluation.study().network().layers()) {
        append(csv, row(result, layer, layers.get(layer.name()), transfers));
      }
    }
    return csv.toString();
  }

  private static List<Transfer> transfers(List<StudyResult> results) {
    Set<Transfer> transfers = new LinkedHashSet<>();
    for (StudyResult result : results) {
      for (EnergyPart part : result.evaluation().energy().parts()) {
        if (part.transfer() != null) {
          transfers.add(part.transfer());
        }
      }
    }
    return List.copyOf(transfers);
  }

  private static List<String> header(List<Transfer> transfers) {
    var header = new ArrayList<>(FIXED);
    COMPONENTS.forEach(component -> header.add(Words.of(component) + "_pj"));
    transfers.forEach(transfer -> header.add(transfer.toString().replace(' ', '_') + "_pj"));
    return header;
  }

  private static List<String> row(
      StudyResult result, Layer layer, @Nullable LayerEvaluation evaluation, List<Transfer> transfers) {
    var study = result.evaluation().study();
    var row = new ArrayList<>(List.of(
        result.lowered().title(), study.network().name(), study.architecture().name(), Words.of(study.objective()),
        layer.name(), layer.operation(), Long.toString(layer.macs())));
    if (evaluation == null) {
      row.add("false");
      while (row.size() < FIXED.size() + COMPONENTS.size() + transfers.size()) {
        row.add("");
      }
    } else {
      row.add("true");
      row.add(evaluation.search() == null ? "" : Boolean.toString(evaluation.search().proven()));
      row.add(evaluation.search() == null ? "" : number(evaluation.search().gap()));
      row.addAll(loops(evaluation.mapping()));
      row.addAll(figures(evaluation));
      row.add(result.evaluation().outputMemory(layer.name()));
      row.addAll(weights(layer, result.evaluation().residence().of(layer.name())));
      COMPONENTS.forEach(component -> row.add(number(evaluation.energy().pj(component))));
      transfers.forEach(transfer -> row.add(number(
          evaluation.energy().sumPj(part -> transfer.equals(part.transfer())))));
    }
    return row;
  }

  private static List<String> loops(@Nullable Mapping mapping) {
    return mapping == null
        ? List.of("", "", "", "")
        : List.of(loops(mapping.spatial().on(ArrayAxis.COLUMNS)), loops(mapping.spatial().on(ArrayAxis.ROWS)),
            loops(mapping.spatial().on(ArrayAxis.MACROS)), loops(mapping.temporal().loops()));
  }

  /** Return loops in a cell. */
  static String loops(List<Loop> loops) {
    return loops.stream().map(Loop::toString).collect(Collectors.joining(" "));
  }

  private static List<String> weights(Layer layer, Optional<Residence.Resident> resident) {
    String where = !(layer instanceof MacLayer) ? "" : resident.isPresent() ? "resident" : "reloaded";
    return List.of(where, resident.map(each -> number(each.loadEnergy().totalPj())).orElse(""),
        resident.map(each -> number(each.loadCycles())).orElse(""));
  }

  private static List<String> figures(LayerEvaluation layer) {
    LatencyBreakdown latency = layer.latency();
    boolean computes = layer.layer().macs() > 0;
    return List.of(
        computes ? number(layer.spatialUtilization()) : "",
        number(layer.energy().totalPj()),
        number(layer.bounds().energyPj()),
        number(latency.totalCycles()),
        number(latency.totalNs()),
        number(layer.bounds().latencyCycles()),
        Long.toString(latency.computeCycles()),
        number(latency.accessCycles()),
        Long.toString(latency.weightWriteCycles()),
        Long.toString(latency.overlappedWriteCycles()),
        number(latency.waitCycles()),
        number(latency.fillCycles()),
        number(latency.drainCycles()),
        number(latency.stallCycles()),
        computes ? number(layer.topsPerWatt()) : "");
  }

  /** Return the shortest text that reads back as the same number; nothing where there is no number. */
  static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  /** Add a row. */
  static void append(StringBuilder csv, List<String> fields) {
    csv.append(fields.stream().map(CsvReport::quoted).collect(Collectors.joining(","))).append("\r\n");
  }

  /** Return a field in quotes if it needs them. */
  public static String quoted(String field) {
    boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
