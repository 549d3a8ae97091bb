package org.imc.dsl.prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.dsl.prediction.SupplyStep.Change;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.ReportedDecl;

/**
 * What chips do at other supplies, as far as one source reports them at two or more.
 *
 * <p>Blocks compare where source and widths are the same; where a source reports several of each supply, the first of one with
 * the first of the other, and so on, as with outputs of different size.
 */
final class SupplySteps {

  /** The blocks of one source and one pair of widths, by supply, both in the order of the text. */
  private record Series(String source, double weight, double activation) { }

  private record Point(ReportedDecl reported, ChipPrediction prediction) { }

  private SupplySteps() { }

  static List<SupplyStep> of(ChipDecl chip, ChipPrediction.Factory predictions) {
    var series = new LinkedHashMap<Series, Map<Double, List<Point>>>();
    for (ReportedDecl reported : chip.getReported()) {
      if (reported.getSupply() != null && reported.getEfficiency() != null) {
        predictions.of(chip, reported).ifPresent(prediction -> series
            .computeIfAbsent(series(reported), each -> new LinkedHashMap<>())
            .computeIfAbsent(prediction.macro().supplyV(), each -> new ArrayList<>())
            .add(new Point(reported, prediction)));
      }
    }
    var steps = new ArrayList<SupplyStep>();
    for (Map<Double, List<Point>> supplies : series.values()) {
      List<List<Point>> inOrder = List.copyOf(supplies.values());
      List<Point> first = inOrder.getFirst();
      for (List<Point> other : inOrder.subList(1, inOrder.size())) {
        for (int i = 0; i < Math.min(first.size(), other.size()); i++) {
          steps.add(step(chip.getName(), first.get(i), other.get(i)));
        }
      }
    }
    return steps;
  }

  private static Series series(ReportedDecl reported) {
    String source = reported.getSource() == null ? "" : reported.getSource();
    int comma = source.indexOf(',');
    return new Series(comma < 0 ? source : source.substring(0, comma),
        Quantities.value(reported.getWeight(), 0), Quantities.value(reported.getActivation(), 0));
  }

  private static SupplyStep step(String chip, Point from, Point to) {
    return new SupplyStep(chip, from.prediction.macro().supplyV(), to.prediction.macro().supplyV(),
        change(Figure.ENERGY, from, to).orElseThrow(), change(Figure.CLOCK, from, to));
  }

  private static Optional<Change> change(Figure figure, Point from, Point to) {
    var first = figure.of(from.reported, from.prediction);
    var second = figure.of(to.reported, to.prediction);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(new Change(second.getAsDouble() / first.getAsDouble(),
            figure.predicted(to.prediction) / figure.predicted(from.prediction)));
  }
}
