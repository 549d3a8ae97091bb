package org.imc.dsl.ui.results;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.imc.dsl.report.ColumnScale;
import org.imc.dsl.report.Figures;
import org.jspecify.annotations.Nullable;

/** The columns of the table: what they say, how they sort, how wide they begin. */
enum LayerColumn {
  LAYER("Layer", 112, null),
  OPERATION("Operation", 84, null),
  MACS("MACs", 68, Row::macs),
  USED("Used", 62, Row::used),
  ENERGY("Energy", 94, Row::energyPj),
  LATENCY("Latency", 96, Row::latencyNs),
  EFFICIENCY("TOPS/W", 72, Row::topsPerWatt),
  BOUND("x Bound", 76, Row::distance);

  private final String title;
  private final int width;
  private final @Nullable ToDoubleFunction<Row> value;

  LayerColumn(String title, int width, @Nullable ToDoubleFunction<Row> value) {
    this.title = title;
    this.width = width;
    this.value = value;
  }

  int width() {
    return width;
  }

  boolean isNumber() {
    return value != null;
  }

  /** Return the head of the column with the unit that its values are in. */
  String title(ColumnScale energy, ColumnScale time) {
    return switch (this) {
      case ENERGY -> "%s (%s)".formatted(title, energy.unit());
      case LATENCY -> "%s (%s)".formatted(title, time.unit());
      default -> title;
    };
  }

  /** Return what the column means. */
  String tip() {
    return switch (this) {
      case LAYER -> "The layer, in the order of the network";
      case OPERATION -> "What the layer computes";
      case MACS -> "Multiply-accumulate operations of one inference";
      case USED -> "Share of the multipliers that work while the array computes";
      case ENERGY -> "Energy of one inference";
      case LATENCY -> "Time of one inference";
      case EFFICIENCY -> "Effective efficiency; one multiply-accumulate is two operations";
      case BOUND -> "How many times the least that any mapping could cost, in terms of what is minimised";
    };
  }

  /** Return the text of a cell. */
  String text(Row row, ColumnScale energy, ColumnScale time) {
    return switch (this) {
      case LAYER -> row.name();
      case OPERATION -> row.operation();
      case MACS -> Double.isNaN(row.macs()) ? "" : Figures.count(row.macs());
      case USED -> Double.isNaN(row.used()) ? "" : Figures.percent(row.used());
      case ENERGY -> energy.format(row.energyPj());
      case LATENCY -> time.format(row.latencyNs());
      case EFFICIENCY -> Double.isNaN(row.topsPerWatt()) ? "" : Figures.plain(row.topsPerWatt());
      case BOUND -> Figures.ratio(row.distance());
    };
  }

  /** Return the ascending order of the column. */
  Comparator<Row> order() {
    ToDoubleFunction<Row> number = value;
    if (number != null) {
      return Comparator.comparingDouble(number).thenComparingInt(Row::position);
    }
    return this == LAYER
        ? Comparator.comparingInt(Row::position)
        : Comparator.comparing(Row::operation).thenComparingInt(Row::position);
  }
}
