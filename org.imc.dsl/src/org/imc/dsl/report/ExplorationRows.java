package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;

/** Write the designs of an exploration as rows of CSV (RFC 4180), one at a time: there may be millions. */
public final class ExplorationRows {

  private ExplorationRows() { }

  /** Return the row of titles. */
  public static String header(Exploration exploration) {
    var cells = new ArrayList<>(List.of("exploration", "design", "status"));
    cells.addAll(exploration.space().columns());
    for (Metric metric : ExplorationText.all(exploration)) {
      cells.add("%s [%s]".formatted(metric.label(), metric.unit()));
    }
    cells.add("reason");
    return line(cells);
  }

  /** Return the row of a design. */
  public static String row(Exploration exploration, Design design, Outcome outcome) {
    var cells = new ArrayList<>(List.of(exploration.name(), Long.toString(design.index()),
        outcome.status().name().toLowerCase(Locale.ROOT)));
    cells.addAll(design.values());
    for (Metric metric : ExplorationText.all(exploration)) {
      cells.add(outcome.cost().map(cost -> number(metric, cost)).orElse(""));
    }
    cells.add(outcome.reason());
    return line(cells);
  }

  private static String number(Metric metric, DesignCost cost) {
    return Double.toString(metric.of(cost));
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(ExplorationRows::quoted).toList()) + "\r\n";
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
