package org.imc.dsl.report;

import java.util.List;
import java.util.Locale;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.Evaluation;

/** Many studies in one table, a line each, and the claims about them. */
final class SummaryReport {

  private static final List<String> HEAD = List.of("network", "architecture", "minimising", "energy", "macros", "writing weights",
      "memories", "time", "TOPS/W", "of peak", "TOPS/mm²", "layers");

  /** Return the results of one or more studies, with a line feed at the end of each line. */
  String render(List<StudyResult> results, List<ClaimAnswer> claims) {
    if (results.isEmpty()) {
      return "";
    }
    return String.join("\n", table(results).lines()) + "\n" + ClaimText.render(claims);
  }

  /** Return the studies, a row each. */
  static TextTable table(List<StudyResult> results) {
    var table = new TextTable(3);
    table.row(HEAD);
    table.rule();
    results.forEach(result -> table.row(row(result.evaluation())));
    return table;
  }

  private static List<String> row(Evaluation evaluation) {
    EnergyBreakdown energy = evaluation.energy();
    double writes = energy.pj(Component.WEIGHT_WRITE);
    return List.of(
        evaluation.study().network().name(),
        evaluation.study().architecture().name(),
        evaluation.study().objective().name().toLowerCase(Locale.ROOT),
        Figures.energy(energy.totalPj()),
        Figures.percent((energy.arrayPj() - writes) / energy.totalPj()),
        Figures.percent(writes / energy.totalPj()),
        Figures.percent(energy.pj(Component.MEMORY) / energy.totalPj()),
        Figures.time(evaluation.latencyNs()),
        Figures.plain(evaluation.topsPerWatt()),
        Figures.percent(evaluation.topsPerWatt() / evaluation.macro().topsPerWatt()),
        Figures.plain(evaluation.topsPerMm2()),
        "%d of %d".formatted(evaluation.layers().size(), evaluation.study().network().layers().size()));
  }
}
