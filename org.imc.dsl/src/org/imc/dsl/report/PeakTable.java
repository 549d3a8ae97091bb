package org.imc.dsl.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.MacroCost;

/** What each architecture's macro reaches at its peak, beside the best that any network makes of it. */
final class PeakTable {

  private static final List<String> HEAD = List.of("architecture", "style", "cells", "macros", "peak TOPS", "peak TOPS/W",
      "best network", "TOPS/W", "of peak", "peak TOPS/mm²", "best network", "TOPS/mm²", "of peak");

  private PeakTable() { }

  static Section of(List<StudyResult> results) {
    var table = new TextTable(3);
    table.row(HEAD);
    table.rule();
    byArchitecture(results).values().forEach(studies -> table.row(row(studies)));
    return new Section("Peak against effective", List.of("The peak is that of one macro, with all rows and columns used in every"
        + " cycle and nothing moved; effective is the chip with its memories, on the network that reaches most."), table);
  }

  /** Return the evaluations of each architecture, in the order of the studies. */
  static Map<String, List<Evaluation>> byArchitecture(List<StudyResult> results) {
    var groups = new LinkedHashMap<String, List<Evaluation>>();
    for (StudyResult result : results) {
      groups.merge(result.evaluation().study().architecture().name(), List.of(result.evaluation()), Words::joined);
    }
    return groups;
  }

  private static List<String> row(List<Evaluation> studies) {
    Evaluation first = studies.getFirst();
    MacroCost macro = first.macro();
    MacroGeometry array = first.study().architecture().macro().geometry();
    Optional<Evaluation> efficient = best(studies, Evaluation::topsPerWatt);
    Optional<Evaluation> dense = best(studies, Evaluation::topsPerMm2);
    return List.of(
        first.study().architecture().name(),
        Words.style(first.study().architecture()),
        "%d x %d".formatted(array.rows(), array.columns()),
        Integer.toString(first.study().architecture().macros()),
        Figures.plain(macro.tops()),
        Figures.plain(macro.topsPerWatt()),
        network(efficient),
        figure(efficient, Evaluation::topsPerWatt),
        share(efficient, each -> each.topsPerWatt() / macro.topsPerWatt()),
        Figures.plain(macro.topsPerMm2()),
        network(dense),
        figure(dense, Evaluation::topsPerMm2),
        share(dense, each -> each.topsPerMm2() / macro.topsPerMm2()));
  }

  private static Optional<Evaluation> best(List<Evaluation> studies, ToDoubleFunction<Evaluation> figure) {
    return studies.stream().filter(Evaluation::isComplete).max(Comparator.comparingDouble(figure));
  }

  private static String network(Optional<Evaluation> best) {
    return best.map(each -> each.study().network().name()).orElse(Figures.NOTHING);
  }

  private static String figure(Optional<Evaluation> best, ToDoubleFunction<Evaluation> figure) {
    return best.map(each -> Figures.plain(figure.applyAsDouble(each))).orElse(Figures.NOTHING);
  }

  private static String share(Optional<Evaluation> best, ToDoubleFunction<Evaluation> share) {
    return best.map(each -> Figures.percent(share.applyAsDouble(each))).orElse(Figures.NOTHING);
  }
}
