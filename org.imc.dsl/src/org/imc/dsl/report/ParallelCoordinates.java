package org.imc.dsl.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;

/** Draw priced designs as lines across one axis for each thing that was varied and each figure. */
final class ParallelCoordinates {

  private static final int WIDTH = 1040;
  private static final int TOP = 40;
  private static final int BOTTOM = 380;
  private static final int MARGIN = 60;

  /** Lines beyond these would be one colour. */
  private static final int MOST_LINES = 3_000;

  /** An axis: where a design lies on it, from 0 at the bottom to 1, and what its ends say. */
  private record Axis(String title, String low, String high, Function<Explored.Priced, Double> share) { }

  private final Explored explored;
  private final String id;
  private final List<Axis> axes = new ArrayList<>();

  ParallelCoordinates(Explored explored, String id) {
    this.explored = explored;
    this.id = id;
    Exploration exploration = explored.result().exploration();
    for (int column = 0; column < exploration.space().columns().size(); column++) {
      choice(exploration.space().columns().get(column), column);
    }
    exploration.metrics().forEach(this::figure);
  }

  private void choice(String title, int column) {
    List<String> values = explored.sample().stream().map(priced -> priced.design().values().get(column)).distinct()
        .sorted(ParallelCoordinates::byNumber).toList();
    if (values.size() > 1) {
      axes.add(new Axis(title, values.getFirst(), values.getLast(), priced ->
          values.indexOf(priced.design().values().get(column)) / (values.size() - 1.0)));
    }
  }

  private static int byNumber(String one, String other) {
    boolean numbers = one.matches("[0-9.]+( .*)?") && other.matches("[0-9.]+( .*)?");
    int order = numbers ? Double.compare(number(one), number(other)) : 0;
    return order == 0 ? one.compareTo(other) : order;
  }

  private static double number(String text) {
    return Double.parseDouble(text.split(" ")[0]);
  }

  private void figure(Metric metric) {
    double[] logs = explored.sample().stream().mapToDouble(priced -> Math.log(metric.of(priced.cost()))).toArray();
    double low = Arrays.stream(logs).min().orElse(0);
    double high = Arrays.stream(logs).max().orElse(1);
    axes.add(new Axis("%s [%s]".formatted(metric.label(), metric.unit()), Figures.significant(Math.exp(low), 3),
        Figures.significant(Math.exp(high), 3),
        priced -> high > low ? (Math.log(metric.of(priced.cost())) - low) / (high - low) : 0.5));
  }

  /** Return where a design crosses the axes, px from the top. */
  String places(Explored.Priced priced) {
    return axes.stream().map(axis -> px(y(axis, priced))).collect(Collectors.joining(" "));
  }

  String svg() {
    var svg = new StringBuilder("<svg class=\"parallel\" id=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
        .formatted(id, WIDTH, BOTTOM + TOP, WIDTH, BOTTOM + TOP));
    Set<Long> front = ExplorationPage.front(explored);
    List<Explored.Priced> best = explored.front();
    explored.sample().stream().filter(priced -> !front.contains(priced.design().index())).limit(MOST_LINES)
        .forEach(priced -> svg.append(line(priced, "")));
    best.forEach(priced -> svg.append(line(priced, " class=\"front\"")));
    for (int i = 0; i < axes.size(); i++) {
      axis(i, svg);
    }
    return svg.append("</svg>\n").toString();
  }

  private String line(Explored.Priced priced, String kind) {
    var points = new StringBuilder();
    for (int i = 0; i < axes.size(); i++) {
      points.append(i == 0 ? "" : " ").append(px(x(i))).append(',').append(px(y(axes.get(i), priced)));
    }
    return "<polyline%s data-of=\"%s\" data-at=\"%s\" points=\"%s\"><title>design %d</title></polyline>\n"
        .formatted(kind, id, places(priced), points, priced.design().index());
  }

  private void axis(int i, StringBuilder svg) {
    Axis axis = axes.get(i);
    String x = px(x(i));
    svg.append("<line class=\"axis\" x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\"/>\n".formatted(x, TOP, BOTTOM));
    text(x, TOP - 22, i % 2 == 0 ? axis.title : "", svg);
    text(x, BOTTOM + 32, i % 2 == 0 ? "" : axis.title, svg);
    text(x, TOP - 6, axis.high, svg);
    text(x, BOTTOM + 16, axis.low, svg);
    svg.append("<rect class=\"brush\" data-axis=\"%d\" x=\"%s\" y=\"0\" width=\"16\" height=\"0\"/>\n".formatted(i, px(x(i) - 8)));
    svg.append("<rect class=\"grip\" data-axis=\"%d\" x=\"%s\" y=\"%d\" width=\"24\" height=\"%d\"/>\n"
        .formatted(i, px(x(i) - 12), TOP, BOTTOM - TOP));
  }

  private static void text(String x, int y, String words, StringBuilder svg) {
    if (!words.isEmpty()) {
      svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n".formatted(x, y, ExplorationPage.escaped(words)));
    }
  }

  private double x(int axis) {
    return axes.size() == 1 ? WIDTH / 2.0 : MARGIN + (WIDTH - 2.0 * MARGIN) * axis / (axes.size() - 1);
  }

  private static double y(Axis axis, Explored.Priced priced) {
    return BOTTOM - (BOTTOM - TOP) * axis.share.apply(priced);
  }

  private static String px(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
