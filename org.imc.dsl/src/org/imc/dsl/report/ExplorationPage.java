package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.dsl.chart.Chart;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.ParetoFront;

/**
 * Write answered explorations as a page that needs no other file: a plot, parallel coordinates in which ranges can be
 * brushed, the front, what changes around the best design, and how two designs differ.
 */
final class ExplorationPage {

  private static final String STYLE = Chart.STYLE + """
      figure { margin: 24px 0; }
      figcaption, p { font-size: 14px; color: var(--faint); }
      svg { max-width: 100%; height: auto; }
      table { border-collapse: collapse; font-size: 12px; }
      th { text-align: left; border-bottom: 2px solid var(--faint); }
      th, td { padding: 3px 8px; }
      td { border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
      .out { display: none; }
      """ + ParallelCoordinates.STYLE;

  /**
   * Drag along an axis to keep the designs in that range; click it to keep all. With the keyboard: up and down move a range
   * of a tenth, with Shift its upper end, Delete keeps all.
   */
  private static final String BRUSHING = """
      for (const figure of document.querySelectorAll('svg.parallel')) {
        const ranges = {};
        const apply = (axis, low, high) => {
          const brush = figure.querySelector('.brush[data-axis="' + axis + '"]');
          if (low === undefined) { delete ranges[axis]; } else { ranges[axis] = [low, high]; }
          brush.setAttribute('y', low ?? 0); brush.setAttribute('height', low === undefined ? 0 : high - low);
          for (const row of document.querySelectorAll('[data-of="' + figure.id + '"]')) {
            const at = row.dataset.at.split(' ').map(Number);
            row.classList.toggle('out', Object.entries(ranges).some(([axis, [low, high]]) => !(at[axis] >= low && at[axis] <= high)));
          }
        };
        const place = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(figure.getScreenCTM().inverse()).y;
        for (const grip of figure.querySelectorAll('.grip')) {
          const axis = grip.dataset.axis, top = grip.y.baseVal.value, all = grip.height.baseVal.value, step = all / 10;
          let begin = null;
          grip.addEventListener('pointerdown', event => { begin = place(event); grip.setPointerCapture(event.pointerId); });
          grip.addEventListener('pointermove', event => {
            if (begin !== null && Math.abs(place(event) - begin) >= 3) {
              apply(axis, Math.min(begin, place(event)), Math.max(begin, place(event)));
            }
          });
          grip.addEventListener('pointerup', event => {
            if (Math.abs(place(event) - begin) < 3) { apply(axis); }
            begin = null;
          });
          grip.addEventListener('keydown', event => {
            if (event.key === 'Delete' || event.key === 'Backspace') { apply(axis); }
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') { return; }
            event.preventDefault();
            const up = event.key === 'ArrowUp';
            let [low, high] = ranges[axis] ?? (up ? [top + all, top + all + step] : [top - step, top]);
            low += up ? -step : step;
            high += event.shiftKey ? 0 : up ? -step : step;
            if (low >= top - 0.01 && high <= top + all + 0.01 && high - low > 0.01) { apply(axis, low, high); }
          });
        }
      }
      """;

  private ExplorationPage() { }

  static String render(List<Explored> explored) {
    var body = new StringBuilder(Page.head("Explored designs", STYLE));
    for (int i = 0; i < explored.size(); i++) {
      section(explored.get(i), "x" + i, body);
    }
    return body.append("<script>\n").append(BRUSHING).append("</script>\n").append(Page.FOOT).toString();
  }

  private static void section(Explored explored, String id, StringBuilder body) {
    Exploration exploration = explored.result().exploration();
    body.append("<h1>").append(escaped(exploration.name())).append("</h1>\n<p>")
        .append(escaped(ExplorationText.asked(exploration))).append(". ")
        .append(escaped(ExplorationText.counts(explored.result()))).append(".</p>\n");
    if (!explored.sample().isEmpty()) {
      body.append("<figure>\n").append(ExplorationPlot.of(explored).element()).append("</figure>\n<figure>\n")
          .append(new ParallelCoordinates(explored, id).svg())
          .append("<figcaption>Drag along an axis to keep the designs in that range; click it to keep all."
              + " Keys: up, down, Shift, Delete. The front is orange.").append(shown(explored)).append("</figcaption></figure>\n");
    }
    table(explored, id, body);
    explored.sensitivity().filter(sensitivity -> !sensitivity.steps().isEmpty()).ifPresent(sensitivity -> rows(
        ExplorationText.stepsFrom(exploration, sensitivity), ExplorationText.steps(exploration, sensitivity), body));
    explored.comparison().ifPresent(comparison -> rows(
        ExplorationText.compared(comparison), ExplorationText.parts(comparison), body));
  }

  /** Say how many designs are drawn, where these are not all that were priced. */
  private static String shown(Explored explored) {
    long priced = explored.result().count(Outcome.Status.PRICED);
    return priced <= ParallelCoordinates.MOST_LINES ? ""
        : " Of %d priced designs %d are in the plot, and at most %d here, spread evenly; the front is whole.".formatted(
            priced, explored.sample().size(), ParallelCoordinates.MOST_LINES + explored.front().size());
  }

  private static void rows(String title, List<List<String>> rows, StringBuilder body) {
    body.append("<h2>").append(escaped(title)).append("</h2>\n<table>\n");
    rows.forEach(cells -> body.append(row("td", cells, "")));
    body.append("</table>\n");
  }

  private static void table(Explored explored, String id, StringBuilder body) {
    Exploration exploration = explored.result().exploration();
    List<Metric> shown = ExplorationText.shown(exploration);
    body.append("<table>\n").append(row("th",
        Stream.concat(ExplorationText.header(exploration), shown.stream().map(Metric::label)).toList(), ""));
    var coordinates = new ParallelCoordinates(explored, id);
    for (Explored.Priced priced : explored.front()) {
      var cells = new ArrayList<>(List.of(Long.toString(priced.design().index())));
      cells.addAll(priced.design().values());
      shown.forEach(metric -> cells.add(ExplorationText.figure(metric, priced.cost())));
      body.append(row("td", cells, " data-of=\"%s\" data-at=\"%s\"".formatted(id, coordinates.places(priced))));
    }
    body.append("</table>\n");
  }

  private static String row(String element, List<String> cells, String attributes) {
    return cells.stream().map(cell -> "<%1$s>%2$s</%1$s>".formatted(element, escaped(cell)))
        .collect(Collectors.joining("", "<tr" + attributes + ">", "</tr>\n"));
  }

  /** Return text in which nothing is markup. */
  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  /** Return the numbers of the designs on the front. */
  static Set<Long> front(Explored explored) {
    return explored.result().front().stream().map(ParetoFront.Entry::index).collect(Collectors.toSet());
  }
}
