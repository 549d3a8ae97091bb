package org.imc.dsl.survey;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How rows of the survey are sorted; what is not known comes last, and equal rows keep their order. */
public enum SurveyOrder {
  NAME, YEAR, NODE, EFFICIENCY, THROUGHPUT, DENSITY;

  /** Return rows sorted: names from A to Z, years from the newest, nodes from the finest, figures from the best. */
  public List<SurveyRow> of(List<SurveyRow> rows, Normalisation normalisation) {
    return rows.stream().sorted(switch (this) {
      case NAME -> Comparator.comparing((SurveyRow row) -> row.chip().name());
      case YEAR -> largest(row -> row.chip().year());
      case NODE -> largest(row -> -row.chip().nodeNm());
      case EFFICIENCY -> largest(row -> row.topsPerWatt(normalisation));
      case THROUGHPUT -> largest(row -> row.tops(normalisation));
      case DENSITY -> largest(row -> row.topsPerMm2(normalisation));
    }).toList();
  }

  /** Return whether some rows of a chip may be better than others. */
  public boolean ranksFigures() {
    return this == EFFICIENCY || this == THROUGHPUT || this == DENSITY;
  }

  /** Return one row for each chip, in the order of their first: that with the best figure of an order. */
  public List<SurveyRow> best(List<SurveyRow> rows, Normalisation normalisation) {
    Map<SurveyChip, SurveyRow> best = new LinkedHashMap<>();
    rows.forEach(row -> best.put(row.chip(), row));
    for (SurveyRow row : of(rows, normalisation).reversed()) {
      best.put(row.chip(), row);
    }
    return List.copyOf(best.values());
  }

  private static Comparator<SurveyRow> largest(ToDoubleFunction<SurveyRow> figure) {
    return Comparator.comparingDouble(row -> {
      double value = figure.applyAsDouble(row);
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
    });
  }
}
