package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.lowering.SourceMap;
import org.imc.engine.Objective;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;

/**
 * Where analog macros win and where digital ones do: of each network, and of its layers by kind, the best architecture of
 * either style by what was minimised, and what makes the difference.
 */
final class AnalogAgainstDigital {

  private static final List<String> HEAD = List.of("network", "layers", "minimising", "wins", "by", "best analog", "", "best digital",
      "", "because");

  /** Nearer than this is no win: a memory that both share decides, or rounding. */
  private static final double EVEN = 0.01;

  /** Architectures call their memories differently. */
  private static final String MEMORIES = "memories";

  private static final String EVERYTHING = "all";

  private AnalogAgainstDigital() { }

  /** Return the table; nothing when no network runs on both. */
  static Optional<Section> of(List<StudyResult> results) {
    var rows = new ArrayList<List<String>>();
    groups(results).values().forEach(group -> rows.addAll(rows(group)));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var table = new TextTable(4);
    table.row(HEAD);
    table.rule();
    rows.forEach(table::row);
    table.lastColumnToTheLeft();
    String what = "Of each network, and of its layers by kind, the architecture of either style that needs least, among those of "
        + "one file; used is the share of multipliers that work while the array computes.";
    return Optional.of(new Section("Where analog wins and where digital does", List.of(what), table));
  }

  /** Return of several studies that ask the same the best, by what was minimised: one of either style. */
  static Set<Evaluation> best(List<StudyResult> results) {
    Set<Evaluation> best = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Evaluation> studies : groups(results).values()) {
      if (studies.size() > 1) {
        Side.best(studies, true, layer -> true).ifPresent(side -> best.add(side.study()));
        Side.best(studies, false, layer -> true).ifPresent(side -> best.add(side.study()));
      }
    }
    return best;
  }

  /** What is compared: chips of one file are built alike around their macros, those of another file may lack its memories. */
  private record Question(Optional<URI> file, String network, String asked) { }

  private static Map<Question, List<Evaluation>> groups(List<StudyResult> results) {
    var groups = new LinkedHashMap<Question, List<Evaluation>>();
    for (StudyResult result : results) {
      Evaluation evaluation = result.evaluation();
      if (evaluation.isComplete()) {
        Optional<URI> file = result.lowered().sources().place(evaluation.study().id()).map(SourceMap.Place::file);
        groups.merge(new Question(file, evaluation.study().network().name(), result.lowered().asked()), List.of(evaluation), Words::joined);
      }
    }
    return groups;
  }

  private static List<List<String>> rows(List<Evaluation> studies) {
    var kinds = new LinkedHashSet<String>();
    studies.getFirst().layers().stream().filter(each -> each.layer().macs() > 0).forEach(each -> kinds.add(kind(each.layer())));
    var rows = new ArrayList<List<String>>();
    duel(studies, EVERYTHING, layer -> true).ifPresent(rows::add);
    if (kinds.size() > 1) {
      kinds.forEach(kind -> duel(studies, kind, layer -> layer.macs() > 0 && kind(layer).equals(kind)).ifPresent(rows::add));
    }
    return rows;
  }

  /** Return what people call a layer: a convolution with a kernel of one pixel is pointwise. */
  private static String kind(Layer layer) {
    boolean onePixel = layer instanceof MacLayer mac && mac.bounds().get(LoopDim.FX) == 1 && mac.bounds().get(LoopDim.FY) == 1;
    return onePixel && layer.operation().equals("conv2d") ? "pointwise" : layer.operation();
  }

  /** The layers of one kind on one architecture. */
  private record Side(Evaluation study, List<LayerEvaluation> layers) {

    static Optional<Side> best(List<Evaluation> studies, boolean analog, Predicate<Layer> which) {
      return studies.stream()
          .filter(each -> each.study().architecture().macro() instanceof AnalogMacro == analog)
          .map(each -> new Side(each, each.layers().stream().filter(layer -> which.test(layer.layer())).toList()))
          .min(Comparator.comparingDouble(Side::cost));
    }

    private Objective objective() {
      return study.study().objective();
    }

    private double pj() {
      return layers.stream().mapToDouble(layer -> layer.energy().totalPj()).sum();
    }

    private double ns() {
      return layers.stream().mapToDouble(layer -> layer.latency().totalNs()).sum();
    }

    double cost() {
      return switch (objective()) {
        case ENERGY -> pj();
        case LATENCY -> ns();
        case EDP -> pj() * ns();
      };
    }

    String figure() {
      return switch (objective()) {
        case ENERGY -> Figures.energy(pj());
        case LATENCY -> Figures.time(ns());
        case EDP -> "%s x %s".formatted(Figures.energy(pj()), Figures.time(ns()));
      };
    }

    private EnergyBreakdown energy() {
      return EnergyBreakdown.sum(layers.stream().map(LayerEvaluation::energy).toList());
    }

    /** Return where what was minimised goes: energy in pJ, or else time in ns. */
    Map<String, Double> places() {
      return objective() == Objective.ENERGY ? Places.energyPj(energy(), MEMORIES)
          : Places.timeNs(layers.stream().map(LayerEvaluation::latency).toList());
    }

    String place(String place) {
      double value = places().getOrDefault(place, 0.0);
      String figure = objective() == Objective.ENERGY ? Figures.energy(value) : Figures.time(value);
      return place.equals(Places.ARRAY) || place.equals(MEMORIES)
          ? "%s, %s most".formatted(figure, Places.largest(energy(), place.equals(Places.ARRAY))) : figure;
    }

    double share(String place) {
      return places().getOrDefault(place, 0.0) / places().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Return the share of multipliers that work while the array computes, over all layers. */
    String used() {
      double macs = 0;
      double offered = 0;
      for (LayerEvaluation layer : layers) {
        macs += layer.layer().macs();
        offered += layer.layer().macs() == 0 ? 0 : layer.layer().macs() / layer.spatialUtilization();
      }
      return Figures.percent(macs / offered);
    }
  }

  private static Optional<List<String>> duel(List<Evaluation> studies, String kind, Predicate<Layer> which) {
    Optional<Side> analog = Side.best(studies, true, which);
    Optional<Side> digital = Side.best(studies, false, which);
    if (analog.isEmpty() || digital.isEmpty()) {
      return Optional.empty();
    }
    Side one = analog.get();
    Side other = digital.get();
    boolean analogWins = one.cost() < other.cost();
    double times = Math.max(one.cost(), other.cost()) / Math.min(one.cost(), other.cost());
    boolean even = times < 1 + EVEN;
    return Optional.of(List.of(one.study().study().network().name(),
        "%s %d".formatted(kind, one.layers().size()), Words.of(one.objective()),
        even ? "neither" : analogWins ? "analog" : "digital", Figures.ratio(times),
        one.study().study().architecture().name(), one.figure(), other.study().study().architecture().name(), other.figure(),
        even ? common(one, other) : reason(analogWins ? one : other, analogWins ? other : one)));
  }

  /** Say what takes most of both. */
  private static String common(Side one, Side other) {
    String largest = one.places().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return "%s: %s and %s of all".formatted(largest, Figures.percent(one.share(largest)), Figures.percent(other.share(largest)));
  }

  /** Say where the winner saves most, and how much of their arrays both use. */
  private static String reason(Side winner, Side loser) {
    Map<String, Double> saved = new LinkedHashMap<>(loser.places());
    winner.places().forEach((place, value) -> saved.merge(place, -value, Double::sum));
    String most = saved.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return "%s: %s, against %s; used %s against %s".formatted(
        most, winner.place(most), loser.place(most), winner.used(), loser.used());
  }
}
