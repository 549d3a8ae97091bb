package org.imc.dsl.ui.results;

import java.util.List;
import java.util.stream.IntStream;
import org.imc.dsl.report.ColumnScale;
import org.imc.engine.result.Evaluation;

/**
 * Stacked bars of an evaluation.
 *
 * @param title of the axis of values, without unit
 * @param unit of the axis
 * @param factor what a canonical value is multiplied with
 * @param categories what each bar stands for
 * @param series what the bars are made of, from the foot
 */
record Bars(String title, String unit, double factor, List<String> categories, List<BarSeries> series) {

  /** What bars can show. */
  enum Kind {
    ENERGY("Energy"), TIME("Time"), AREA("Area");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Return what it is called. */
    String word() {
      return word;
    }
  }

  Bars {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
  }

  /** Return bars of an evaluation: energy and time layer by layer, area of the chip. */
  static Bars of(Evaluation evaluation, Kind kind) {
    List<String> layers = evaluation.layers().stream().map(layer -> layer.layer().name()).toList();
    return switch (kind) {
      case ENERGY -> scaled(kind, ColumnScale.energy(
          evaluation.layers().stream().mapToDouble(layer -> layer.energy().totalPj()).max().orElse(0)),
          layers, BarSeries.energy(evaluation));
      case TIME -> scaled(kind, ColumnScale.time(
          evaluation.layers().stream().mapToDouble(layer -> layer.latency().totalNs()).max().orElse(0)),
          layers, BarSeries.time(evaluation));
      case AREA -> new Bars(kind.word(), "mm²", 1, List.of(evaluation.study().architecture().name()),
          BarSeries.area(evaluation));
    };
  }

  private static Bars scaled(Kind kind, ColumnScale scale, List<String> categories, List<BarSeries> series) {
    return new Bars(kind.word(), scale.unit(), scale.factor(), categories, series);
  }

  /** Return the height of the highest bar, in the unit of the axis. */
  double highest() {
    return IntStream.range(0, categories.size())
        .mapToDouble(bar -> series.stream().mapToDouble(each -> each.values().get(bar) * factor).sum())
        .max().orElse(0);
  }
}
