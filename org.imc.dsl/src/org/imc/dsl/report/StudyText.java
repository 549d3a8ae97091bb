package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.Placement;
import org.imc.engine.result.Residence;
import org.imc.engine.result.Residence.Resident;
import org.imc.engine.result.SearchReport;
import org.imc.engine.result.Totals;
import org.imc.engine.workload.MacLayer;

/** The words and figures of one study, as the text report's template sets them. */
final class StudyText {

  private static final int MOST_NAMES = 8;

  private final StudyResult result;
  private final Evaluation evaluation;

  StudyText(StudyResult result) {
    this.result = result;
    this.evaluation = result.evaluation();
  }

  /** Return what was asked. */
  String title() {
    return result.lowered().title();
  }

  /** Return what it was asked about. */
  String subtitle() {
    Architecture architecture = evaluation.study().architecture();
    MacroGeometry array = architecture.macro().geometry();
    return "%d x %s, %s, %d x %d cells, %d bit weights, clock period %s".formatted(
        architecture.macros(), architecture.macro().name(), Words.style(architecture), array.rows(), array.columns(), array.weightBits(),
        Figures.time(evaluation.macro().clockPeriodNs()));
  }

  /** Return the table of the layers. */
  List<String> layers() {
    return new LayerTable(evaluation).table().lines();
  }

  /** Return where the energy goes, line by line. */
  List<String> energy() {
    var table = new EnergyTable();
    new EnergyShares(evaluation.energy()).lines().forEach(table::add);
    return table.lines();
  }

  /** Return whether any layer has a result. */
  boolean hasResults() {
    return !evaluation.layers().isEmpty();
  }

  /** Return where the time goes. */
  String time() {
    return LatencyShares.of(evaluation.layers().stream().map(LayerEvaluation::latency).toList());
  }

  /** Return how much is computed in that time. */
  String throughput() {
    return "%s TOPS, %s of the peak".formatted(
        Figures.plain(evaluation.tops()), Figures.percent(evaluation.utilization()));
  }

  /** Return in which memories the outputs of layers wait for those that read them; nothing where there is no choice. */
  List<String> placement() {
    Map<String, List<String>> homes = new TreeMap<>();
    for (Placement.Home home : evaluation.placement().tensors()) {
      homes.computeIfAbsent(evaluation.outputMemory(home.layer()), memory -> new ArrayList<>()).add(home.layer());
    }
    boolean anyChosen = evaluation.placement().tensors().stream().anyMatch(home -> home.memory().isPresent());
    return !anyChosen ? List.of() : homes.entrySet().stream().map(home -> "in %s: %s".formatted(home.getKey(),
        names("outputs", home.getValue())))
        .toList();
  }

  /** Return which weights stay in the cells, and what the inference costs that loads them; nothing where none may stay. */
  List<String> weights() {
    if (!evaluation.study().weights().anyMayStay()) {
      return List.of();
    }
    Residence residence = evaluation.residence();
    if (residence.residents().isEmpty()) {
      return List.of("none stay in the cells");
    }
    List<String> lines = new ArrayList<>();
    lines.add("resident: %s".formatted(names("layers", residence.residents().stream().map(Resident::layer).toList())));
    residence.others().ifPresent(cells -> lines.add("reloaded: %s, into %d of %d weights per multiplier of %d macros".formatted(
        names("layers", evaluation.layers().stream().filter(layer -> layer.layer() instanceof MacLayer)
            .map(layer -> layer.layer().name()).filter(layer -> residence.of(layer).isEmpty()).toList()),
        cells.weightsPerMultiplier(), evaluation.study().architecture().macro().geometry().weightsPerMultiplier(), cells.macros())));
    Totals first = evaluation.singleShot();
    lines.add("single shot, loading them: %s and %s; %s TOPS/W, %s TOPS, %s of the peak".formatted(
        Figures.energy(first.energyPj()), Figures.time(first.ns()), Figures.plain(first.topsPerWatt()),
        Figures.plain(first.tops()), Figures.percent(first.utilization())));
    return lines;
  }

  private static String names(String what, List<String> names) {
    return names.size() > MOST_NAMES ? "%d %s".formatted(names.size(), what) : String.join(", ", names);
  }

  /** Return the whole network's figures in a line. */
  String summary() {
    return "%s · %s · %s and %s per inference".formatted(
        IntervalText.efficiency(evaluation), Figures.area(evaluation.area().totalMm2()), Figures.energy(evaluation.energy().totalPj()),
        Figures.time(evaluation.latencyNs()));
  }

  /** Return how good the mappings are, in a line. */
  String optimality() {
    var bounds = new Bounds(evaluation.study().objective());
    return "%s %s its lower bound · %s".formatted(
        bounds.word(), Figures.ratio(bounds.distance(evaluation)), proof());
  }

  private String proof() {
    List<SearchReport> searches = evaluation.layers().stream()
        .map(LayerEvaluation::search)
        .filter(Objects::nonNull)
        .toList();
    if (!evaluation.isProven()) {
      return "%d of %d mappings proven optimal within the budget, the others within %s of the optimum".formatted(
          searches.stream().filter(SearchReport::proven).count(), searches.size(), Figures.percent(evaluation.gap()));
    }
    if (evaluation.residence().gap() > 0) {
      return "every mapping proven optimal where its tensors and weights live; that they live there within %s of the optimum".formatted(
          Figures.percent(evaluation.residence().gap()));
    }
    if (evaluation.placement().gap() > 0) {
      return "every mapping proven optimal where its tensors live; that they live there within %s of the optimum".formatted(
          Figures.percent(evaluation.placement().gap()));
    }
    String proven = evaluation.isComplete() ? "every mapping proven optimal" : "every mapping that was found is proven optimal";
    long constrained = searches.stream().filter(SearchReport::constrained).count();
    return constrained == 0 ? proven : "%s, %d of them among those that the study allows".formatted(proven, constrained);
  }

  /** Return what there is to say about the results, a line each. */
  List<String> findings() {
    return evaluation.findings().stream().map(StudyText::finding).toList();
  }

  private static String finding(Finding finding) {
    return "%s: %s".formatted(finding.severity().name().toLowerCase(Locale.ROOT), finding.message());
  }

  /** Return how many layers have no result, in words; empty when all have one. */
  String incompleteness() {
    int all = evaluation.study().network().layers().size();
    int missing = all - evaluation.layers().size();
    return missing == 0 ? "" : "%d of %d layers %s no mapping; the figures leave %s out.".formatted(
        missing, all, missing == 1 ? "has" : "have", missing == 1 ? "it" : "them");
  }
}
