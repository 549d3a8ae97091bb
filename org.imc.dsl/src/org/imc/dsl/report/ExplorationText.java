package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.imc.engine.explore.Comparison;
import org.imc.engine.explore.Comparison.Difference;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome.Status;
import org.imc.engine.explore.Sensitivity;
import org.imc.engine.explore.SweepResult;

/** Write an answered exploration for people. */
public final class ExplorationText {

  /** Parts of a comparison that are worth a line. */
  private static final int MOST_PARTS = 8;

  /** Share of a sum that the order of its terms may change. */
  private static final double ROUNDING = 1e-12;

  private static final String UNCHANGED = "±0";

  private ExplorationText() { }

  static String render(Explored explored) {
    var lines = new ArrayList<String>();
    SweepResult result = explored.result();
    lines.add("%s: %s".formatted(result.exploration().name(), asked(result.exploration())));
    lines.add(counts(result));
    lines.add("");
    if (result.front().isEmpty()) {
      lines.add("No design meets the conditions.");
    } else {
      lines.addAll(front(explored));
      explored.sensitivity().ifPresent(sensitivity -> sensitivity(result.exploration(), sensitivity, lines));
    }
    explored.comparison().ifPresent(comparison -> comparison(comparison, lines));
    return String.join("\n", lines) + "\n";
  }

  /** Return what is asked: the figures and the networks. */
  public static String asked(Exploration exploration) {
    return String.join(", ", exploration.metrics().stream()
        .map(metric -> (metric.moreIsBetter() ? "most " : "least ") + metric.label()).toList())
        + " of " + String.join(", ", exploration.networks().stream().map(network -> network.name()).toList());
  }

  /** Return what became of the designs. */
  public static String counts(SweepResult result) {
    return "%d of %d designs: %d priced, %d beaten by their bounds, %d excluded by conditions, %d impossible · %d on the front"
        .formatted(result.looked(), result.exploration().space().size(), result.count(Status.PRICED),
            result.count(Status.BEATEN), result.count(Status.EXCLUDED), result.count(Status.IMPOSSIBLE),
            result.front().size());
  }

  private static List<String> front(Explored explored) {
    Exploration exploration = explored.result().exploration();
    List<Metric> shown = shown(exploration);
    int words = 1 + exploration.space().columns().size();
    var table = new TextTable(words);
    table.row(Stream.concat(header(exploration), shown.stream().map(Metric::label)).toList());
    table.rule();
    for (Explored.Priced priced : explored.front()) {
      table.row(Stream.concat(
          Stream.concat(Stream.of(Long.toString(priced.design().index())), priced.design().values().stream()),
          shown.stream().map(metric -> figure(metric, priced.cost()))).toList());
    }
    return table.lines();
  }

  static Stream<String> header(Exploration exploration) {
    return Stream.concat(Stream.of("design"), exploration.space().columns().stream());
  }

  /** Return the figures that are asked for, then those that help to read them. */
  public static List<Metric> shown(Exploration exploration) {
    return Stream.concat(exploration.metrics().stream(),
        Stream.of(Metric.ENERGY, Metric.LATENCY, Metric.AREA, Metric.EFFICIENCY)).distinct().toList();
  }

  /** Return the figures that every exploration has, then those of its own. */
  public static List<Metric> all(Exploration exploration) {
    return Stream.concat(Stream.of(Metric.Single.values()), exploration.metrics().stream()).distinct().toList();
  }

  /** Return a figure of a design with its unit. */
  public static String figure(Metric metric, DesignCost cost) {
    double value = metric.of(cost);
    return switch (metric) {
      case Metric.Single.ENERGY -> Figures.energy(value);
      case Metric.Single.LATENCY -> Figures.time(value);
      case Metric.Single.AREA -> Figures.area(value);
      default -> Figures.significant(value, 3) + " " + metric.unit();
    };
  }

  private static void sensitivity(Exploration exploration, Sensitivity sensitivity, List<String> lines) {
    if (!sensitivity.steps().isEmpty()) {
      lines.add("");
      lines.add(stepsFrom(exploration, sensitivity) + ":");
      table(steps(exploration, sensitivity), lines);
    }
  }

  static String stepsFrom(Exploration exploration, Sensitivity sensitivity) {
    return "One step from design %d, the best by %s".formatted(
        sensitivity.design().index(), exploration.metrics().getFirst().label());
  }

  /** Return a row for each step: what differs, its value, and by how much each figure changes. */
  static List<List<String>> steps(Exploration exploration, Sensitivity sensitivity) {
    var rows = new ArrayList<List<String>>();
    for (Sensitivity.Step step : sensitivity.steps()) {
      var cells = new ArrayList<>(List.of(exploration.space().columns().get(step.column()),
          step.neighbour().values().get(step.column())));
      for (Metric metric : exploration.metrics()) {
        cells.add(step.cost().map(cost -> metric.label() + " " + change(metric, sensitivity.cost(), cost))
            .orElse("impossible"));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Return by how much a figure changes from one design to another. */
  public static String change(Metric metric, DesignCost from, DesignCost to) {
    double share = metric.of(to) / metric.of(from) - 1;
    return (share >= 0 ? "+" : "") + Figures.percent(share);
  }

  private static void comparison(Comparison comparison, List<String> lines) {
    lines.add("");
    lines.add(compared(comparison) + ":");
    table(parts(comparison), lines);
  }

  static String compared(Comparison comparison) {
    return "Design %d against design %d".formatted(comparison.other().index(), comparison.one().index());
  }

  /**
   * Return what sums to the difference of each figure: a row for each part that differs most, for the others together, and for
   * all; in each the figure, the part, what either design has of it, and the difference.
   */
  static List<List<String>> parts(Comparison comparison) {
    var rows = new ArrayList<List<String>>();
    parts("energy", comparison.energyPj(), Figures::energy, rows);
    parts("latency", comparison.latencyNs(), Figures::time, rows);
    parts("area", comparison.areaMm2(), Figures::area, rows);
    return rows;
  }

  private static void parts(String figure, List<Difference> parts, DoubleFunction<String> words, List<List<String>> rows) {
    Difference all = sum("in all", parts);
    double noise = ROUNDING * Math.max(all.one(), all.other());
    List<Difference> shown = parts.stream().filter(part -> Math.abs(part.more()) > noise).limit(MOST_PARTS).toList();
    List<Difference> others = parts.stream().filter(part -> !shown.contains(part)).toList();
    var lines = new ArrayList<>(shown);
    if (!others.isEmpty()) {
      lines.add(others.size() == 1 ? others.getFirst() : sum("%d other parts".formatted(others.size()), others));
    }
    lines.add(all);
    for (Difference line : lines) {
      String more = Math.abs(line.more()) <= noise ? UNCHANGED : signed(line.more(), words.apply(Math.abs(line.more())));
      rows.add(List.of(figure, line.part(), words.apply(line.one()), words.apply(line.other()), more));
    }
  }

  private static Difference sum(String name, List<Difference> parts) {
    return new Difference(name, parts.stream().mapToDouble(Difference::one).sum(),
        parts.stream().mapToDouble(Difference::other).sum());
  }

  private static void table(List<List<String>> rows, List<String> lines) {
    var table = new TextTable(2);
    rows.forEach(table::row);
    table.lines().forEach(line -> lines.add("  " + line));
  }

  private static String signed(double value, String words) {
    return (value < 0 ? "-" : "+") + words;
  }
}
