package org.imc.dsl.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.report.EvaluationDocument.Answer;

/**
 * Two evaluations side by side, as a table for people or for a comment of a continuous integration.
 *
 * @param before the earlier one
 * @param after the later one
 * @param bounds what must not be exceeded
 */
public record Comparison(EvaluationDocument before, EvaluationDocument after, List<ChangeBound> bounds) {

  private static final int MOST_LAYERS = 10;

  private static final List<String> HEAD = List.of("figure", "before", "after", "change", "");

  private static final List<String> LAYER_HEAD = List.of("layer", "before", "after", "change");

  public Comparison {
    bounds = List.copyOf(bounds);
  }

  /** Return the bounds that are broken, a line each; a study that is gone breaks all. */
  public List<String> broken() {
    var broken = new ArrayList<String>();
    for (Map.Entry<String, Answer> study : before.studies().entrySet()) {
      Answer now = after.studies().get(study.getKey());
      for (ChangeBound bound : bounds) {
        if (now == null) {
          broken.add("%s: there is no answer to compare with any more.".formatted(study.getKey()));
          break;
        }
        double percent = percent(study.getValue(), now, bound.figure());
        if (bound.isBroken(percent)) {
          broken.add("%s: %s changed by %s, which '%s' forbids.".formatted(
              study.getKey(), bound.figure().word(), change(percent), bound));
        }
      }
    }
    return broken;
  }

  /** Return the comparison as text. */
  public String text() {
    var lines = new ArrayList<String>();
    for (String title : before.titles(after)) {
      lines.add((lines.isEmpty() ? "" : "\n") + title);
      if (!before.studies().containsKey(title)) {
        lines.add("  is new");
      } else if (!after.studies().containsKey(title)) {
        lines.add("  is gone");
      } else {
        tables(title).forEach((head, rows) -> {
          var table = new TextTable(1);
          table.row(head);
          table.rule();
          rows.forEach(table::row);
          lines.add("");
          lines.addAll(table.lines());
        });
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Return the comparison as Markdown. */
  public String markdown() {
    var text = new StringBuilder();
    for (String title : before.titles(after)) {
      text.append(text.isEmpty() ? "" : "\n").append("### ").append(MarkdownText.plain(title)).append("\n\n");
      if (!before.studies().containsKey(title)) {
        text.append("is new\n");
      } else if (!after.studies().containsKey(title)) {
        text.append("is gone\n");
      } else {
        tables(title).forEach((head, rows) -> text.append(MarkdownText.table(head, rows, 1)).append('\n'));
      }
    }
    return text.toString().stripTrailing() + "\n";
  }

  private Map<List<String>, List<List<String>>> tables(String title) {
    Answer earlier = before.studies().get(title);
    Answer later = after.studies().get(title);
    var rows = new ArrayList<List<String>>();
    for (ComparedFigure figure : ComparedFigure.values()) {
      double percent = percent(earlier, later, figure);
      List<String> limits = bounds.stream()
          .filter(bound -> bound.figure() == figure && bound.isBroken(percent))
          .map(bound -> "breaks " + bound)
          .toList();
      rows.add(List.of(figure.word(), figure.format(earlier.figures().get(figure)), figure.format(later.figures().get(figure)),
          change(percent), String.join(", ", limits)));
    }
    var tables = new LinkedHashMap<List<String>, List<List<String>>>();
    tables.put(HEAD, rows);
    List<List<String>> layers = layers(earlier, later);
    if (!layers.isEmpty()) {
      tables.put(LAYER_HEAD, layers);
    }
    return tables;
  }

  /** Return the layers whose energy changes most, those that changed alone. */
  private static List<List<String>> layers(Answer earlier, Answer later) {
    var names = new ArrayList<>(earlier.layerEnergyPj().keySet());
    later.layerEnergyPj().keySet().stream().filter(name -> !earlier.layerEnergyPj().containsKey(name)).forEach(names::add);
    return names.stream()
        .filter(name -> energy(earlier, name) != energy(later, name))
        .sorted(Comparator.comparingDouble((String name) -> -Math.abs(energy(later, name) - energy(earlier, name))))
        .limit(MOST_LAYERS)
        .map(name -> List.of(name, pj(earlier, name), pj(later, name), change(percent(energy(earlier, name), energy(later, name)))))
        .toList();
  }

  private static double energy(Answer answer, String layer) {
    return answer.layerEnergyPj().getOrDefault(layer, 0.0);
  }

  private static String pj(Answer answer, String layer) {
    return answer.layerEnergyPj().containsKey(layer) ? Figures.energy(energy(answer, layer)) : Figures.NOTHING;
  }

  private static double percent(Answer earlier, Answer later, ComparedFigure figure) {
    return percent(earlier.figures().get(figure), later.figures().get(figure));
  }

  private static double percent(double earlier, double later) {
    return earlier == later ? 0 : 100 * (later - earlier) / earlier;
  }

  private static String change(double percent) {
    return Double.isFinite(percent) ? signed(percent) + "%" : Figures.NOTHING;
  }

  /** Return a number with its sign and at most two digits behind the point. */
  static String signed(double percent) {
    BigDecimal rounded = BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? percent == 0 ? "0" : percent > 0 ? "+0.00" : "-0.00"
        : (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
  }
}
