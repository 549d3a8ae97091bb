package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imc.dsl.chart.Axis;
import org.imc.dsl.chart.HeatMap;
import org.imc.dsl.chart.Mark;
import org.imc.dsl.chart.Mark.Look;
import org.imc.dsl.chart.Mark.Shape;
import org.imc.dsl.chart.Palette;
import org.imc.dsl.chart.ScatterChart;
import org.imc.dsl.chart.StackedBars;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;

/** The charts of an evaluation: studies side by side, and the layers of one. */
final class ReportCharts {

  private static final double SCATTER_HEIGHT = 560;

  private ReportCharts() { }

  /** Return efficiency over density: each macro at its peak, and each network on each chip. */
  static ScatterChart efficiency(List<StudyResult> results) {
    List<Evaluation> studies = complete(results);
    List<String> networks = networks(computing(results));
    var marks = new ArrayList<Mark>();
    for (Evaluation each : computing(results)) {
      String name = each.study().network().name();
      marks.add(new Mark(each.topsPerMm2(), each.topsPerWatt(), network(each, networks.indexOf(name)), "",
          description("%s on %s".formatted(name, each.study().architecture().name()), each.topsPerWatt(), each.topsPerMm2()), 1));
    }
    PeakTable.byArchitecture(results).forEach((name, same) -> {
      Evaluation each = same.getFirst();
      marks.add(new Mark(each.macro().topsPerMm2(), each.macro().topsPerWatt(), peak(each), name,
          description("peak of " + name, each.macro().topsPerWatt(), each.macro().topsPerMm2()), 0));
    });
    return new ScatterChart("Efficiency and density: macros at their peak, and networks on the chips",
        Axis.decades("TOPS/mm²", marks.stream().mapToDouble(Mark::x).toArray()),
        Axis.decades("TOPS/W", marks.stream().mapToDouble(Mark::y).toArray()), marks, legend(networks, studies), List.of(), SCATTER_HEIGHT);
  }

  private static String description(String what, double topsPerWatt, double topsPerMm2) {
    return "%s: %s TOPS/W, %s TOPS/mm²".formatted(what, Figures.plain(topsPerWatt), Figures.plain(topsPerMm2));
  }

  private static Shape shape(Evaluation study) {
    return Words.style(study.study().architecture()).equals("analog") ? Shape.CIRCLE : Shape.DIAMOND;
  }

  private static Look network(Evaluation study, int network) {
    return new Look(shape(study), Palette.color(network), Palette.color(network), true, false);
  }

  private static Look peak(Evaluation study) {
    return new Look(shape(study), "#ffffff", "#000000", false, true);
  }

  private static List<ScatterChart.Entry> legend(List<String> networks, List<Evaluation> studies) {
    var legend = new ArrayList<ScatterChart.Entry>();
    legend.add(new ScatterChart.Entry("Effective", List.of()));
    for (int i = 0; i < networks.size(); i++) {
      String network = networks.get(i);
      int color = i;
      legend.add(new ScatterChart.Entry(network, studies.stream().filter(each -> each.study().network().name().equals(network))
          .map(each -> network(each, color)).distinct().toList()));
    }
    legend.add(new ScatterChart.Entry("Peak", List.of()));
    for (String style : List.of("analog", "digital")) {
      studies.stream().filter(each -> Words.style(each.study().architecture()).equals(style)).findFirst()
          .ifPresent(each -> legend.add(new ScatterChart.Entry(style, List.of(peak(each)))));
    }
    return legend;
  }

  /** Return the effective efficiency of each network on each architecture, the best where one was asked for more than once. */
  static HeatMap heat(List<StudyResult> results) {
    List<Evaluation> studies = computing(results);
    List<String> networks = networks(studies);
    double least = studies.stream().mapToDouble(Evaluation::topsPerWatt).min().orElse(1);
    double most = studies.stream().mapToDouble(Evaluation::topsPerWatt).max().orElse(1);
    var rows = new ArrayList<HeatMap.Row>();
    PeakTable.byArchitecture(results).forEach((name, same) -> rows.add(new HeatMap.Row(name, networks.stream().map(network -> {
      double best = same.stream().filter(each -> each.isComplete() && each.study().network().name().equals(network))
          .mapToDouble(Evaluation::topsPerWatt).max().orElse(Double.NaN);
      double shade = Double.isNaN(best) ? 0 : most > least ? Math.log(best / least) / Math.log(most / least) : 1;
      return new HeatMap.Cell(shade, Figures.plain(best));
    }).toList())));
    return new HeatMap("Effective TOPS/W", networks, rows, Figures.plain(least), Figures.plain(most) + " TOPS/W, logarithmic");
  }

  /** Return one chart for each network: energy of an inference on each architecture. */
  static List<StackedBars> energies(List<StudyResult> results) {
    return byNetwork(results, "Energy of %s", each -> Places.energyPj(each.energy()), each -> Figures.energy(each.energy().totalPj()));
  }

  /** Return one chart for each network: time of an inference on each architecture. */
  static List<StackedBars> times(List<StudyResult> results) {
    return byNetwork(results, "Time of %s", each -> Places.timeNs(each.layers().stream().map(LayerEvaluation::latency).toList()),
        each -> Figures.time(each.latencyNs()));
  }

  private static List<StackedBars> byNetwork(List<StudyResult> results, String title, Function<Evaluation, Map<String, Double>> places,
      Function<Evaluation, String> total) {
    Map<StudyResult, String> labels = labels(results);
    var charts = new ArrayList<StackedBars>();
    byNetwork(results).forEach((network, studies) -> charts.add(bars(title.formatted(network), studies, labels::get,
        each -> places.apply(each.evaluation()), each -> total.apply(each.evaluation()))));
    return charts;
  }

  private static Map<String, List<StudyResult>> byNetwork(List<StudyResult> results) {
    var groups = new LinkedHashMap<String, List<StudyResult>>();
    for (StudyResult each : results) {
      if (each.evaluation().isComplete()) {
        groups.merge(each.evaluation().study().network().name(), List.of(each), Words::joined);
      }
    }
    return groups;
  }

  /** Return a label for each study that no other of its network has. */
  static Map<StudyResult, String> labels(List<StudyResult> results) {
    Map<StudyResult, String> labels = new IdentityHashMap<>();
    byNetwork(results).values().forEach(studies -> labels.putAll(StudyLabels.of(studies)));
    return labels;
  }

  /** Return the energy of each layer. */
  static StackedBars layerEnergies(Evaluation evaluation) {
    return bars("Energy of each layer", evaluation.layers(), each -> each.layer().name(), each -> Places.energyPj(each.energy()),
        each -> Figures.energy(each.energy().totalPj()));
  }

  /** Return the time of each layer. */
  static StackedBars layerTimes(Evaluation evaluation) {
    return bars("Time of each layer", evaluation.layers(), each -> each.layer().name(),
        each -> Places.timeNs(List.of(each.latency())), each -> Figures.time(each.latency().totalNs()));
  }

  private static <T> StackedBars bars(String title, List<T> things, Function<T, String> label, Function<T, Map<String, Double>> places,
      Function<T, String> total) {
    var sums = new LinkedHashMap<String, Double>();
    things.forEach(thing -> places.apply(thing).forEach((place, value) -> sums.merge(place, value, Double::sum)));
    List<String> series = sums.keySet().stream().filter(place -> sums.get(place) > 0).toList();
    return new StackedBars(title, series, things.stream().map(thing -> {
      Map<String, Double> own = places.apply(thing);
      return new StackedBars.Bar(label.apply(thing), series.stream().map(place -> own.getOrDefault(place, 0.0)).toList(),
          total.apply(thing));
    }).toList());
  }

  /** Return the studies whose networks compute something: what only moves data has no efficiency to draw by its logarithm. */
  private static List<Evaluation> computing(List<StudyResult> results) {
    return complete(results).stream().filter(each -> each.topsPerWatt() > 0).toList();
  }

  private static List<Evaluation> complete(List<StudyResult> results) {
    return results.stream().map(StudyResult::evaluation).filter(Evaluation::isComplete).toList();
  }

  private static List<String> networks(List<Evaluation> studies) {
    return studies.stream().map(each -> each.study().network().name()).distinct().toList();
  }
}
