package org.imc.dsl.report;

import java.util.List;
import java.util.stream.Collectors;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.cost.MappingUse;
import org.imc.engine.mapping.Loop;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.LevelUse.OperandUse;
import org.imc.engine.result.LevelUse.PortUse;

/** Explain mappings to people, level by level. */
final class LevelReport {

  private static final int LEFT_COLUMNS = 3;

  private final StringBuilder text = new StringBuilder();

  /** Return the mappings of one or more studies. */
  String render(List<StudyResult> results) {
    for (StudyResult result : results) {
      text.append(text.isEmpty() ? "" : "\n").append(result.lowered().title()).append('\n');
      for (LayerEvaluation layer : result.evaluation().layers()) {
        List<LevelUse> levels = MappingUse.of(layer);
        if (!levels.isEmpty()) {
          text.append('\n').append(title(layer)).append('\n');
          operands(levels);
          exchanges(layer.latency());
          ports(levels, layer.latency());
        }
      }
    }
    return text.toString();
  }

  private static String title(LayerEvaluation layer) {
    return "%s: %s; %s".formatted(layer.layer().name(), Figures.time(layer.latency().totalNs()),
        LatencyShares.of(List.of(layer.latency())));
  }

  private void operands(List<LevelUse> levels) {
    var table = new TextTable(LEFT_COLUMNS);
    table.row(List.of("level", "operand", "loops inside", "instances", "words kept", "bits kept", "of capacity",
        "words read", "bits read", "words written", "bits written"));
    for (LevelUse level : levels) {
      for (OperandUse use : level.operands()) {
        table.row(List.of(level.level(), Words.of(use.operand()), loops(use.loopsInside()),
            Figures.count(level.instances()), Figures.count(use.keptWords()), Figures.count(use.keptBits()),
            Figures.percent((double) use.keptBits() / level.capacityBits()),
            Figures.count(use.readWords()), Figures.count(use.readBits()),
            Figures.count(use.writtenWords()), Figures.count(use.writtenBits())));
      }
    }
    append(table);
  }

  private void exchanges(LatencyBreakdown latency) {
    var table = new TextTable(2);
    table.row(List.of("tiles in", "operand", "fill or drain cycles", "wait cycles", "of the time"));
    for (LatencyBreakdown.Exchange each : latency.exchanges()) {
      table.row(List.of(each.place(), Words.of(each.operand()), Figures.fixed(each.endCycles(), 0),
          Figures.fixed(each.waitCycles(), 0),
          Figures.percent((each.endCycles() + each.waitCycles()) / latency.totalCycles())));
    }
    append(table);
  }

  private void ports(List<LevelUse> levels, LatencyBreakdown latency) {
    var table = new TextTable(LEFT_COLUMNS);
    table.row(List.of("port", "carries", "", "busy cycles", "of the time", "needs bit/cycle", "has bit/cycle"));
    for (LevelUse level : levels) {
      for (PortUse use : level.ports()) {
        table.row(List.of("%s %d".formatted(level.level(), use.port()),
            Words.of(use.direction()).replace('_', '/'), use.isTooSlow() ? "all wait for it" : "",
            Figures.fixed(use.busyCycles(), 0), Figures.percent(use.busyCycles() / latency.totalCycles()),
            Figures.plain(use.neededBitsPerCycle()), Figures.plain(use.availableBitsPerCycle())));
      }
    }
    append(table);
  }

  private void append(TextTable table) {
    table.lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }

  private static String loops(List<Loop> loops) {
    return loops.isEmpty() ? Figures.NOTHING : loops.stream().map(Loop::toString).collect(Collectors.joining(", "));
  }
}
