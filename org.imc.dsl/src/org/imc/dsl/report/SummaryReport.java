package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Totals;

/** Many studies together: a line each, their peaks, where which style wins, and the claims about them. */
final class SummaryReport {

  private static final List<String> HEAD = List.of("network", "architecture", "minimising", "energy", "macros", "writing weights",
      "memories", "time", "utilisation", "TOPS/W", "of peak", "TOPS/mm²", "of peak", "layers");
  private static final List<String> RESIDENT_HEAD = List.of("resident", "single shot", "in");

  /** Return the results of one or more studies, with a line feed at the end of each line. */
  String render(List<StudyResult> results, List<ClaimAnswer> claims) {
    if (results.isEmpty()) {
      return "";
    }
    return sections(results).stream().map(Section::text).collect(Collectors.joining("\n")) + ClaimText.render(claims);
  }

  /** Return the same as Markdown, for a comment of a continuous integration. */
  String markdown(List<StudyResult> results, List<ClaimAnswer> claims) {
    return sections(results).stream().map(section -> section.markdown() + "\n").collect(Collectors.joining())
        + (claims.isEmpty() ? "" : "### Claims\n\n" + ClaimText.markdown(claims));
  }

  /** Return what there is to say about studies together. */
  static List<Section> sections(List<StudyResult> results) {
    var sections = new ArrayList<Section>();
    sections.add(new Section("Networks on architectures", List.of("Energy and time are of one inference; "
        + "utilisation is the share of what all macros could compute in that time."), table(results)));
    sections.add(PeakTable.of(results));
    AnalogAgainstDigital.of(results).ifPresent(sections::add);
    return sections;
  }

  private static TextTable table(List<StudyResult> results) {
    var table = new TextTable(3);
    boolean anyStay = results.stream().anyMatch(result -> result.evaluation().study().weights().anyMayStay());
    List<String> head = new ArrayList<>(HEAD);
    head.addAll(anyStay ? RESIDENT_HEAD : List.of());
    table.row(head);
    table.rule();
    for (StudyResult result : results) {
      List<String> row = new ArrayList<>(row(result));
      row.addAll(anyStay ? weights(result.evaluation()) : List.of());
      table.row(row);
    }
    return table;
  }

  /** Return how many layers keep their weights in the cells, and what an inference costs that loads them first. */
  private static List<String> weights(Evaluation evaluation) {
    Totals first = evaluation.singleShot();
    return List.of(Integer.toString(evaluation.residence().residents().size()), Figures.energy(first.energyPj()),
        Figures.time(first.ns()));
  }

  private static List<String> row(StudyResult result) {
    Evaluation evaluation = result.evaluation();
    EnergyBreakdown energy = evaluation.energy();
    double writes = energy.pj(Component.WEIGHT_WRITE);
    return List.of(
        evaluation.study().network().name(),
        evaluation.study().architecture().name(),
        result.lowered().asked(),
        Figures.energy(energy.totalPj()),
        Figures.percent((energy.arrayPj() - writes) / energy.totalPj()),
        Figures.percent(writes / energy.totalPj()),
        Figures.percent(energy.pj(Component.MEMORY) / energy.totalPj()),
        Figures.time(evaluation.latencyNs()),
        Figures.percent(evaluation.utilization()),
        Figures.plain(evaluation.topsPerWatt()),
        Figures.percent(evaluation.topsPerWatt() / evaluation.macro().topsPerWatt()),
        Figures.plain(evaluation.topsPerMm2()),
        Figures.percent(evaluation.topsPerMm2() / evaluation.macro().topsPerMm2()),
        "%d of %d".formatted(evaluation.layers().size(), evaluation.study().network().layers().size()));
  }
}
