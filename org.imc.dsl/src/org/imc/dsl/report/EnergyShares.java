package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Transfer;

/** Where the energy of a network goes: components of the macros, then memories from the array outwards. */
final class EnergyShares {

  private static final int BAR = 40;

  private final EnergyBreakdown energy;

  EnergyShares(EnergyBreakdown energy) {
    this.energy = energy;
  }

  /**
   * One line of the list.
   *
   * @param label what spends it
   * @param energy with unit
   * @param share of the total, in percent
   * @param bar its length is the share; empty for a memory's single streams
   */
  record Line(String label, String energy, String share, String bar) { }

  /** Return the list; what spends nothing is left out. */
  List<Line> lines() {
    var lines = new ArrayList<Line>();
    var memories = new LinkedHashMap<String, List<EnergyPart>>();
    for (EnergyPart part : energy.parts()) {
      Transfer transfer = part.transfer();
      if (part.pj() == 0) {
        continue;
      }
      if (transfer == null) {
        lines.add(line(part.label(), part.pj(), true));
      } else {
        memories.computeIfAbsent(transfer.level(), level -> new ArrayList<>()).add(part);
      }
    }
    memories.forEach((level, parts) -> addMemory(level, parts, lines));
    return lines;
  }

  private void addMemory(String level, List<EnergyPart> parts, List<Line> lines) {
    double sum = 0;
    var streams = new LinkedHashMap<String, Double>();
    for (EnergyPart part : parts) {
      sum += part.pj();
      streams.merge(stream(part.transfer()), part.pj(), Double::sum);
    }
    lines.add(line(level, sum, true));
    for (Map.Entry<String, Double> stream : streams.entrySet()) {
      lines.add(line("  " + stream.getKey(), stream.getValue(), false));
    }
  }

  private static String stream(Transfer transfer) {
    return switch (transfer.direction()) {
      case READ -> transfer.operand().name().toLowerCase(Locale.ROOT) + "s read";
      case WRITE -> transfer.operand().name().toLowerCase(Locale.ROOT) + "s written";
    };
  }

  private Line line(String label, double pj, boolean withBar) {
    double share = pj / energy.totalPj();
    String bar = withBar ? "━".repeat((int) Math.round(share * BAR)) : "";
    return new Line(label, Figures.energy(pj), Figures.percent(share), bar);
  }
}
