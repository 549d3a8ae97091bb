package org.imc.dsl.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.imc.dsl.ide.results.Change;
import org.imc.dsl.ide.results.Comparison;
import org.imc.dsl.ide.results.Comparison.Line;
import org.imc.dsl.report.ColumnScale;

/**
 * A comparison in words, for the screen and for a file: a name and six figures a line.
 *
 * @param comparison what is said
 * @param energy unit of all energies
 * @param time unit of all times
 */
record ComparisonFigures(Comparison comparison, ColumnScale energy, ColumnScale time) {

  /** Columns of a line. */
  static final int COLUMNS = 7;

  /** Less than this share is no change. */
  private static final double NEWS = 0.0005;

  static ComparisonFigures of(Comparison comparison) {
    var lines = lines(comparison);
    return new ComparisonFigures(comparison,
        ColumnScale.energy(largest(lines, Line::energyPj, Line::energyPjBefore)),
        ColumnScale.time(largest(lines, Line::timeNs, Line::timeNsBefore)));
  }

  private static List<Line> lines(Comparison comparison) {
    var lines = new ArrayList<>(comparison.layers());
    lines.add(comparison.total());
    return lines;
  }

  private static double largest(List<Line> lines, ToDoubleFunction<Line> one, ToDoubleFunction<Line> other) {
    return lines.stream().mapToDouble(line -> Math.max(orZero(one.applyAsDouble(line)), orZero(other.applyAsDouble(line)))).max().orElse(0);
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** Return the layers and the total. */
  List<Line> lines() {
    return lines(comparison);
  }

  boolean isTotal(Line line) {
    return line == comparison.total();
  }

  /** Return what the columns are called. */
  List<String> titles() {
    return List.of("Layer", "Energy before (%s)".formatted(energy.unit()), "now", "change",
        "Time before (%s)".formatted(time.unit()), "now", "change");
  }

  /** Return what stands in a line. */
  List<String> cells(Line line) {
    return List.of(line.name(), energy.format(line.energyPjBefore()), energy.format(line.energyPj()),
        Change.of(line.energyPjBefore(), line.energyPj()), time.format(line.timeNsBefore()), time.format(line.timeNs()),
        Change.of(line.timeNsBefore(), line.timeNs()));
  }

  /** Return whether what a column says of a line became less (-1) or more (1); 0 for no change, or none that is known. */
  static int direction(Line line, int column) {
    double share = switch (column) {
      case 3 -> line.energyPj() / line.energyPjBefore() - 1;
      case 6 -> line.timeNs() / line.timeNsBefore() - 1;
      default -> 0;
    };
    return Math.abs(share) >= NEWS ? (int) Math.signum(share) : 0; // not a number is neither
  }
}
