package org.imc.dsl.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draw priced designs as lines across one axis for each thing that was varied and each figure. */
public final class ParallelCoordinates {

  private static final int WIDTH = 1040;
  private static final int TOP = 40;
  private static final int BOTTOM = 380;
  private static final int MARGIN = 60;
  private static final int HEIGHT = BOTTOM + TOP;

  /** How lines, axes and labels look, in the colours of a page if it is in one; labels are legible on top of lines. */
  static final String STYLE = """
      svg.parallel polyline { fill: none; stroke: #7bafde; stroke-width: 1; opacity: 0.45; }
      svg.parallel polyline.front { stroke: #e8601c; stroke-width: 2; opacity: 1; }
      svg.parallel .axis { stroke: var(--faint, #5b6068); }
      svg.parallel .brush { fill: var(--link, #0b57d0); opacity: 0.25; }
      svg.parallel .grip { fill: transparent; cursor: ns-resize; }
      svg.parallel text { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; font-size: 11px; fill: var(--ink, #222222);
        paint-order: stroke; stroke: var(--ground, #ffffff); stroke-width: 3px; stroke-linejoin: round; pointer-events: none; }
      """;

  /** How far beyond its ends an axis can be seized, px. */
  private static final int REACH = 8;

  /** Lines beyond these would be one colour. */
  static final int MOST_LINES = 3_000;

  private final Explored explored;
  private final String id;
  private final List<DesignAxis> axes;

  /**
   * Draw an answer.
   *
   * @param id of the drawing in a page
   */
  public ParallelCoordinates(Explored explored, String id) {
    this.explored = explored;
    this.id = id;
    axes = DesignAxis.of(explored.result().exploration(), explored.sample());
  }

  /** Return where a design crosses the axes, px from the top. */
  String places(Explored.Priced priced) {
    return axes.stream().map(axis -> px(y(axis, priced))).collect(Collectors.joining(" "));
  }

  /** Return a drawing that needs nothing else. */
  public String picture() {
    return svg("<style>\n%s</style>\n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n".formatted(STYLE, WIDTH, HEIGHT));
  }

  /** Return a drawing for a page that has the style. */
  String svg() {
    return svg("");
  }

  private String svg(String head) {
    var svg = new StringBuilder("<svg class=\"parallel\" id=\"%1$s\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %2$d %3$d\""
        .formatted(id, WIDTH, HEIGHT)).append(" width=\"%d\" height=\"%d\">\n".formatted(WIDTH, HEIGHT)).append(head);
    Set<Long> front = ExplorationPage.front(explored);
    List<Explored.Priced> best = explored.front();
    List<Explored.Priced> others = explored.sample().stream().filter(priced -> !front.contains(priced.design().index())).toList();
    int every = Math.max(1, Math.ceilDiv(others.size(), MOST_LINES));
    for (int i = 0; i < others.size(); i += every) {
      svg.append(line(others.get(i), ""));
    }
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
    DesignAxis axis = axes.get(i);
    String x = px(x(i));
    svg.append("<line class=\"axis\" x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\"/>\n".formatted(x, TOP, BOTTOM));
    text(x, TOP - 22, i % 2 == 0 ? axis.title() : "", svg);
    text(x, BOTTOM + 32, i % 2 == 0 ? "" : axis.title(), svg);
    for (DesignAxis.Tick tick : axis.ticks()) {
      tick(x(i), BOTTOM - (BOTTOM - TOP) * tick.share(), tick.label(), i == axes.size() - 1, svg);
    }
    svg.append("<rect class=\"brush\" data-axis=\"%d\" x=\"%s\" y=\"0\" width=\"16\" height=\"0\"/>\n".formatted(i, px(x(i) - 8)));
    svg.append("<rect class=\"grip\" tabindex=\"0\" role=\"group\" aria-label=\"%s\" ".formatted(ExplorationPage.escaped(axis.title())));
    svg.append("data-axis=\"%d\" x=\"%s\" y=\"%d\" width=\"24\" height=\"%d\"/>\n"
        .formatted(i, px(x(i) - 12), TOP - REACH, BOTTOM - TOP + 2 * REACH));
  }

  /** Label a place of an axis on the side where the picture goes on. */
  private static void tick(double x, double y, String label, boolean last, StringBuilder svg) {
    svg.append("<line class=\"axis\" x1=\"%1$s\" y1=\"%3$s\" x2=\"%2$s\" y2=\"%3$s\"/>\n".formatted(px(x - 3), px(x + 3), px(y)));
    svg.append("<text class=\"tick\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
        .formatted(px(last ? x - 6 : x + 6), px(y + 4), last ? "end" : "start", ExplorationPage.escaped(label)));
  }

  private static void text(String x, int y, String words, StringBuilder svg) {
    if (!words.isEmpty()) {
      svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n".formatted(x, y, ExplorationPage.escaped(words)));
    }
  }

  private double x(int axis) {
    return axes.size() == 1 ? WIDTH / 2.0 : MARGIN + (WIDTH - 2.0 * MARGIN) * axis / (axes.size() - 1);
  }

  private static double y(DesignAxis axis, Explored.Priced priced) {
    return BOTTOM - (BOTTOM - TOP) * axis.share(priced);
  }

  private static String px(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
