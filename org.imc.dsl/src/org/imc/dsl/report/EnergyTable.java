package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;

/** Align the list of {@link EnergyShares}: names and bars to the left, numbers to the right. */
final class EnergyTable {

  private final List<EnergyShares.Line> lines = new ArrayList<>();

  void add(EnergyShares.Line line) {
    lines.add(line);
  }

  List<String> lines() {
    var table = new TextTable(1);
    lines.forEach(line -> table.row(List.of(line.label(), line.energy(), line.share())));
    List<String> aligned = table.lines();
    var all = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      all.add((aligned.get(i) + "  " + lines.get(i).bar()).stripTrailing());
    }
    return all;
  }
}
